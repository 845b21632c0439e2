# Compiles the pure modules straight with swiftc, for programs that need other flags than the package's builds; to be sourced.
# shellcheck shell=bash

module_flags=(-O -wmo -swift-version 6 -parse-as-library -enable-testing -enable-upcoming-feature ExistentialAny
    -enable-upcoming-feature MemberImportVisibility -enable-upcoming-feature InternalImportsByDefault)

# The parsing of files without what gives it a thread, and without the marks of tests.
parsing_sources() {
    find Sources/DatelineImport/Parsing -name '*.swift' ! -name TestMarkers.swift -print0 |
        xargs -0 grep --files-without-match -E 'ReadingDesk|ThreadExecutor'
}

# is_stale PRODUCT SOURCE…: whether it has to be made (again).
is_stale() {
    local product=$1
    shift
    [ -e "$product" ] || return 0
    [ -n "$(find "$@" scripts/modules.sh -newer "$product" -print -quit)" ]
}

# build_module SCRATCH NAME FOLDER [IMPORTED] [-- FLAG…]: a module that was made again is newer than the one that imports it.
build_module() {
    local scratch=$1 name=$2 folder=$3 imported=
    shift 3
    if [ $# -gt 0 ] && [ "$1" != -- ]; then imported=$scratch/modules/$1.o && shift; fi
    [ $# -eq 0 ] || shift
    local object=$scratch/modules/$name.o sources
    mapfile -t sources < <(find "$folder" -name '*.swift' | sort)
    is_stale "$object" "${sources[@]}" ${imported:+"$imported"} || return 0
    say "-- build $name"
    swiftc "${module_flags[@]}" "$@" -I "$scratch/modules" -module-name "$name" -emit-module \
        -emit-module-path "$scratch/modules/$name.swiftmodule" -emit-object -o "$object" "${sources[@]}"
    # The compiler leaves a file alone that comes out the same.
    touch "$object"
}

# build_pure_modules SCRATCH [FLAG…]
build_pure_modules() {
    local scratch=$1
    shift
    mkdir -p "$scratch/modules"
    build_module "$scratch" DatelineModels Sources/DatelineModels -- "$@"
    build_module "$scratch" DatelineJSON Sources/DatelineJSON DatelineModels -- "$@"
    build_module "$scratch" DatelineReading Sources/DatelineReading DatelineJSON -- "$@"
}

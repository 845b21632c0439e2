# Very many files at once: dropped on the running service, found at start, and all in one directory.
# limit: 400 3600
# load: heavy
dirs=$(size 10 100)
each=$(size 600 1000)
tree() {
    mkdir -p "$SRC/c"
    local d
    for ((d = 0; d < dirs; d++)); do
        mkdir "$SRC/c/$d"
        arts "$SRC/c/$d" "$each" "$d-"
    done
}
settled() { # WHAT
    local began
    began=$(now_ms)
    sync 600
    eq "$(n)" "$((dirs * each))"
    eq "$(s counts.done)" "$((dirs * each))"
    eq "$(s counts.failed)" 0
    printf '%s: %s files in %s ms, peak %s MB\n' "$1" "$((dirs * each))" "$(($(now_ms) - began))" "$(($(resident_peak_kb) / 1024))"
    at_most "$(resident_peak_kb)" 256000
}
tree
start
mv "$SRC/c" "$W/"
settled 'service up'
fresh

tree
mv "$SRC/c" "$W/"
start
settled 'service down'
fresh

start
mkdir "$SRC/c"
arts "$SRC/c" "$((dirs * each))"
mv "$SRC/c" "$W/"
settled 'one directory'

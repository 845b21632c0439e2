# Shared by the scripts beside it; to be sourced.
# shellcheck shell=bash

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$*"
    exit 1
}

# port_is_taken PORT: whether something accepts connections on 127.0.0.1:PORT.
port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# wait_for_address FILE PID SECONDS: the address that the service prints on its standard output, which goes to FILE.
wait_for_address() {
    local deadline=$((SECONDS + $3)) address=
    while [ -z "$address" ]; do
        address=$(sed -n 's/.* listens on \(http:[^ ]*\)$/\1/p' "$1" | head -n 1)
        if [ -z "$address" ]; then
            kill -0 "$2" 2>/dev/null && [ "$SECONDS" -lt "$deadline" ] || return 1
            sleep 0.05
        fi
    done
    printf '%s\n' "$address"
}

# wait_until_ready BASE_URL PID SECONDS: until GET /readyz answers 200; fails at once when the process is gone.
wait_until_ready() {
    local deadline=$((SECONDS + $3))
    until curl --silent --fail --max-time 10 --output /dev/null "$1/readyz"; do
        kill -0 "$2" 2>/dev/null || return 1
        [ "$SECONDS" -lt "$deadline" ] || return 1
        sleep 0.1
    done
    kill -0 "$2" 2>/dev/null
}

# stop_process PID SECONDS: SIGTERM, and SIGKILL only if that didn't help. Answers the exit code of the process.
stop_process() {
    local pid=$1 deadline=$((SECONDS + $2)) code=0
    kill -TERM "$pid" 2>/dev/null || true
    while kill -0 "$pid" 2>/dev/null && [ "$SECONDS" -lt "$deadline" ]; do sleep 0.05; done
    if kill -KILL "$pid" 2>/dev/null; then say "The service did not stop within $2 s and was killed."; fi
    wait "$pid" 2>/dev/null || code=$?
    return "$code"
}

# swift_sources: the files that people write, each ended by a NUL. Generated ones stay as their generators made them.
swift_sources() {
    find Package.swift Sources Tests Migrations Fuzz/Targets Fuzz/StandIns Benchmarks/reading -name '*.swift' ! -name OpenAPIDocument.swift -print0
}

# What the cases are written in; sourced before each by `run`, which sets PROGRAM, CASE and T, a folder of the case's own.
set -Eeuo pipefail
cd "$T"

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=scripts/common.sh
. "$root/scripts/common.sh"

W=$T/watched  # the watched folder
SRC=$T/src    # scratch on the same file system
DATA=$T/data  # where the database is
LOG=$T/server.log
mkdir "$W" "$SRC" "$DATA"
: >"$LOG"

H=        # address of the running service
PID=      # its process
LAUNCH=() # what to start it under

trap 'complain_at "$?" "$BASH_COMMAND"' ERR

# The first failure is what counts; those that follow from it, up through the calls, aren't told.
complain_at() {
    if [ ! -e "$T/complained" ] && [ "$BASH_SUBSHELL" -eq 0 ]; then
        : >"$T/complained"
        printf 'FAIL %s: exit code %s of: %s\n' "$(place)" "$1" "$2" >&2
    fi
}

# The line of the case that is being carried out.
place() {
    local i
    for ((i = 0; i < ${#BASH_SOURCE[@]}; i++)); do
        case ${BASH_SOURCE[i]} in
            */cases/"$CASE.sh")
                printf '%s:%s' "${BASH_SOURCE[i]##*/}" "${BASH_LINENO[i - 1]}"
                return
                ;;
        esac
    done
    printf '%s, at its end' "$CASE"
}

fail() {
    : >"$T/complained"
    printf 'FAIL %s: %s\n' "$(place)" "$*" >&2
    return 1
}

# skip REASON: ends the case without a verdict.
skip() {
    printf '%s\n' "$*"
    exit 77
}

# --- the service

# start [OPTION…]: starts the service on the folder and waits until it is ready. 1 if it ends instead.
start() {
    : >"$T/address"
    "${LAUNCH[@]}" "$PROGRAM" serve --host 127.0.0.1 --port 0 --database "$DATA/dateline.sqlite" --inbox "$W" "$@" \
        >"$T/address" 2>>"$LOG" </dev/null &
    PID=$!
    if ! H=$(wait_for_address "$T/address" "$PID" 60) || ! wait_until_ready "$H" "$PID" 60; then
        printf 'The service did not get ready (%s).\n' "$*" >&2
        return 1
    fi
}

alive() { [ -n "$PID" ] && kill -0 "$PID" 2>/dev/null; }

# stop: SIGTERM, after which it has to end in order.
stop() {
    local code=0
    stop_process "$PID" 20 || code=$?
    PID=
    [ "$code" -eq 0 ] || fail "the service ended with $code after SIGTERM"
}

crash() {
    kill -KILL "$PID"
    wait "$PID" 2>/dev/null || :
    PID=
}

# ended SECONDS: waits for the service to end by itself.
ended() {
    local deadline=$((SECONDS + $1))
    while alive; do
        [ "$SECONDS" -lt "$deadline" ] || { fail "the service still runs after $1 s"; return 1; }
        sleep 0.05
    done
    wait "$PID" 2>/dev/null || :
    PID=
}

# refused CODE [OPTION…]: `serve` with these options ends at once, with that exit code; what it says is in $T/refusal.
refused() {
    local want=$1 code=0
    shift
    timeout 20 "$PROGRAM" serve --host 127.0.0.1 --port 0 "$@" >"$T/refusal" 2>&1 </dev/null || code=$?
    [ "$code" = "$want" ] || fail "exit code $code instead of $want, saying: $(head -c 500 "$T/refusal")"
}

# fresh: an empty folder and no database, with the service stopped.
fresh() {
    [ -z "$PID" ] || stop
    rm -rf "$W" "$DATA" "$SRC"
    mkdir "$W" "$DATA" "$SRC"
}

# --- asking it

get() { curl -fsS --max-time 30 "$H$1"; }
post() { curl -fsS --max-time 60 -X POST "$H$1" "${@:2}"; }

# sync [SECONDS]: the barrier. Everything that was on disk is dealt with when it returns.
sync() {
    curl -sS --fail-with-body --max-time "$((${1:-60} + 30))" -X POST "$H/v1/imports/scan?wait=true&timeout=${1:-60}" >"$T/scan" || {
        printf 'The folder is not in sync after %s s: ' "${1:-60}" >&2
        jq -c '.status? // .' "$T/scan" >&2 || cat "$T/scan" >&2
        return 1
    }
}

n() { get '/v1/articles?limit=1&count=true' | jq -r .total; }
# f PATH [MEMBER]: of the row of a file; its state unless told otherwise.
f() { curl -fsS --max-time 30 --get "$H/v1/imports" --data-urlencode "path=$1" | jq -r ".items[0] | .${2:-state}"; }
s() { get /v1/imports/status | jq -r ".$1"; }
# a PATH MEMBER: of the first article of a file.
a() { get "/v1/articles/$(f "$1" 'articleIds[0]')" | jq -r ".$2"; }
# every QUERY: all articles that match, one a line, with their bodies.
every() { curl -fsS --max-time 120 -H 'Accept: application/x-ndjson' "$H/v1/articles?include=body${1:+&$1}"; }
# files: rows of all files, one a line.
files() { curl -fsS --max-time 120 -H 'Accept: application/x-ndjson' "$H/v1/imports"; }

# --- checking

eq() { [ "$1" = "$2" ] || fail "got '$1', want '$2'"; }
# soon TIMES COUNT: by itself, within that many twentieths of a second, there are that many articles.
soon() {
    local _
    for _ in $(seq 1 "$1"); do
        [ "$(n)" = "$2" ] && return 0
        sleep 0.05
    done
    fail "$(n) articles, want $2"
}
# within SECONDS WANT COMMAND…: until what the command prints is as wanted.
within() {
    local deadline=$((SECONDS + $1)) want=$2 got
    shift 2
    while got=$("$@" || :) && [ "$got" != "$want" ]; do
        [ "$SECONDS" -lt "$deadline" ] || { fail "$*: got '$got', want '$want'"; return 1; }
        sleep 0.05
    done
}
# less A B: A ≤ B, as decimals.
at_most() { awk -v got="$1" -v most="$2" 'BEGIN { exit !(got != "" && got + 0 <= most + 0) }' || fail "got $1, want at most $2"; }
at_least() { awk -v got="$1" -v least="$2" 'BEGIN { exit !(got != "" && got + 0 >= least + 0) }' || fail "got $1, want at least $2"; }
# is JQ < JSON
is() { jq -e "$@" >/dev/null || fail "not so: ${*: -1}"; }

hash() { sha256sum <"$1" | cut -d ' ' -f 1; }
now_ms() { printf '%s\n' "$((${EPOCHREALTIME/./} / 1000))"; }
# pace BOUND: how fast something has to be, for the kind of build.
pace() { awk -v bound="$1" -v by="$FOLDER_PACE" 'BEGIN { print bound * by }'; }
# size SMALL FULL: how many, by default and with FOLDER_FULL=1.
size() { if [ "$FOLDER_FULL" = 1 ]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi; }
resident_peak_kb() { awk '/VmHWM/ { print $2 }' "/proc/$PID/status"; }
log_bytes() { wc -c <"$LOG"; }

# on_disk: files in the folder, whatever their kind.
on_disk() { find "$W" -mindepth 1 ! -type d -printf . | wc -c; }
counted() { s 'counts | (.waiting+.queued+.importing+.done+.partial+.retrying+.failed+.skipped+.ignored)'; }
# sums_hold: each file on disk is in one state, or ignored.
sums_hold() {
    sync
    local disk
    disk=$(on_disk)
    [ "$(counted)" = "$disk" ] || fail "the states sum to $(counted), with $disk files on disk: $(s counts | tr -d ' \n')"
}

# conclude: what holds at the end of every case.
conclude() {
    [ -n "$PID" ] || return 0
    sums_hold
    stop
}

# --- making files

art() { printf 'Headline %s\nBy A Reporter\n2026-05-01\n\nBody of %s, long enough to be an article.\n' "$1" "$1"; }
# arts FOLDER COUNT [PREFIX]: that many pages, 1.txt, 2.txt, …
arts() {
    local i
    for ((i = 1; i <= $2; i++)); do art "${3:-}$i" >"$1/$i.txt"; done
}

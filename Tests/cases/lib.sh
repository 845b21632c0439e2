# What the cases of all suites are written in; sourced by the suite's lib.sh, and that before each case by `run`, which sets PROGRAM, CASE and T, a folder of the case's own.
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

# How many times as long a piece of work takes as the processor works at it: 1 where nobody else wants the processors.
BUSY=1
if grep -qE '(pace|busily) ' "$0/cases/$CASE.sh"; then
    BUSY=$(python3 -c '
import time
began, worked = time.perf_counter(), time.process_time()
while time.process_time() - worked < 0.3:
    pass
print(max(1, (time.perf_counter() - began) / (time.process_time() - worked)))')
fi

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
    if ! H=$(wait_for_address "$T/address" "$PID" 180) || ! wait_until_ready "$H" "$PID" 180; then
        printf 'The service did not get ready (%s).\n' "$*" >&2
        return 1
    fi
}

# lives: "yes" while the service runs.
lives() { if alive; then echo yes; fi; }
alive() { [ -n "$PID" ] && kill -0 "$PID" 2>/dev/null; }

# stop: SIGTERM, after which it has to end in order.
stop() {
    local code=0
    stop_process "$PID" 60 || code=$?
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
    within "$1" '' lives
    wait "$PID" 2>/dev/null || :
    PID=
}

# refused CODE [OPTION…]: `serve` with these options ends at once, with that exit code; what it says is in $T/refusal.
refused() {
    local want=$1 code=0
    shift
    timeout 60 "$PROGRAM" serve --host 127.0.0.1 --port 0 "$@" >"$T/refusal" 2>&1 </dev/null || code=$?
    [ "$code" = "$want" ] || fail "exit code $code instead of $want, saying: $(head -c 500 "$T/refusal")"
}

# fresh: an empty folder and no database, with the service stopped.
fresh() {
    [ -z "$PID" ] || stop
    rm -rf "$W" "$DATA" "$SRC"
    mkdir "$W" "$DATA" "$SRC"
}

# --- asking it

get() { curl -fsS --max-time 120 "$H$1"; }
post() { curl -fsS --max-time 120 -X POST "$H$1" "${@:2}"; }

n() { get '/v1/articles?limit=1&count=true' | jq -r .total; }
# every QUERY: all articles that match, one a line, with their bodies.
every() { curl -fsS --max-time 300 -H 'Accept: application/x-ndjson' "$H/v1/articles?include=body${1:+&$1}"; }
# --- checking

eq() { [ "$1" = "$2" ] || fail "got '$1', want '$2'"; }
# rest SINCE: before the next look, as long as the last one took, but at least a twentieth of a second: where all is slow, looks and what
# they wait for are so alike, and where nothing is, this says how long is waited.
rest() { sleep "$(awk -v since="$1" -v now="$EPOCHREALTIME" 'BEGIN { took = now - since; print (took > 0.05 ? took : 0.05) }')"; }
# within SECONDS WANT COMMAND…: until what the command prints is as wanted, for so long and at least so many times ten looks.
within() {
    local deadline=$((SECONDS + $1)) left=$(($1 * 10)) want=$2 got began
    shift 2
    while began=$EPOCHREALTIME && got=$("$@" || :) && [ "$got" != "$want" ]; do
        left=$((left - 1))
        [ "$SECONDS" -lt "$deadline" ] || [ "$left" -gt 0 ] || { fail "$*: got '$got', want '$want'"; return 1; }
        rest "$began"
    done
}
# less A B: A ≤ B, as decimals.
at_most() { awk -v got="$1" -v most="$2" 'BEGIN { exit !(got != "" && got + 0 <= most + 0) }' || fail "got $1, want at most $2"; }
at_least() { awk -v got="$1" -v least="$2" 'BEGIN { exit !(got != "" && got + 0 >= least + 0) }' || fail "got $1, want at least $2"; }
# is JQ < JSON
is() { jq -e "$@" >/dev/null || fail "not so: ${*: -1}"; }

hash() { sha256sum <"$1" | cut -d ' ' -f 1; }
now_ms() { printf '%s\n' "$((${EPOCHREALTIME/./} / 1000))"; }
# busily BOUND: how long something may take, on a machine as busy as it was when the case began.
busily() { awk -v bound="$1" -v busy="$BUSY" 'BEGIN { print bound * busy }'; }
# effort BOUND: the same in time of a processor, which a busy machine takes none of, for the kind of build.
effort() { awk -v bound="$1" -v by="$CASES_PACE" 'BEGIN { print bound * by }'; }
# pace BOUND: how fast something has to be, for both.
pace() { busily "$(effort "$1")"; }
# size SMALL FULL: how many, by default and with CASES_FULL=1.
size() { if [ "$CASES_FULL" = 1 ]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi; }
resident_peak_kb() { awk '/VmHWM/ { print $2 }' "/proc/$PID/status"; }
log_bytes() { wc -c <"$LOG"; }

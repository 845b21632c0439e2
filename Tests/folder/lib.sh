# What the cases of the watched folder are written in; sourced before each by `run`.
# shellcheck source=Tests/cases/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../cases/lib.sh"

# --- asking it

# sync [SECONDS]: the barrier. Everything that was on disk is dealt with when it returns.
sync() {
    curl -sS --fail-with-body --max-time "$((${1:-150} + 60))" -X POST "$H/v1/imports/scan?wait=true&timeout=${1:-150}" >"$T/scan" || {
        printf 'The folder is not in sync after %s s: ' "${1:-150}" >&2
        jq -c '.status? // .' "$T/scan" >&2 || cat "$T/scan" >&2
        return 1
    }
}

# f PATH [MEMBER]: of the row of a file; its state unless told otherwise.
f() { curl -fsS --max-time 120 --get "$H/v1/imports" --data-urlencode "path=$1" | jq -r ".items[0] | .${2:-state}"; }
s() { get /v1/imports/status | jq -r ".$1"; }
# a PATH MEMBER: of the first article of a file.
a() { get "/v1/articles/$(f "$1" 'articleIds[0]')" | jq -r ".$2"; }
# early FILE: "early" while it is waited for what may still come of it, else its state.
early() { f "$1" | sed 's/^waiting$\|^retrying$/early/'; }
# files: rows of all files, one a line.
files() { curl -fsS --max-time 300 -H 'Accept: application/x-ndjson' "$H/v1/imports"; }

# hold SECONDS: a process of its own, HOLDER, keeps the database from being written.
hold() {
    sqlite3 "$DATA/dateline.sqlite" '.timeout 60000' 'begin immediate; select 1;' ".shell touch '$T/held'; sleep $1" 'rollback;' >/dev/null & HOLDER=$!
    until [ -e "$T/held" ]; do sleep 0.05; done
}

# --- checking

# soon TIMES COUNT: by itself, within that many looks, a twentieth of a second apart, there are that many articles.
soon() {
    local began _
    for _ in $(seq 1 "$1"); do
        began=$EPOCHREALTIME
        [ "$(n)" = "$2" ] && return 0
        rest "$began"
    done
    fail "$(n) articles, want $2"
}

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

# fate FILE: "over" once the service is dead, or has given the file up.
fate() { if ! alive || [ "$(f "$1" 2>/dev/null)" = failed ]; then echo over; fi; }
# set_aside FILE: starts the service as often as it dies of the file, until it has given that up; at most three deaths.
set_aside() {
    local file=$1 deaths=0
    # A crash report would take longer than the rest.
    export SWIFT_BACKTRACE=enable=no
    for _ in $(seq 1 8); do
        start || :
        within 60 over fate "$file"
        alive && break
        wait "$PID" 2>/dev/null || :
        deaths=$((deaths + 1))
    done
    at_least "$deaths" 1
    at_most "$deaths" 3
}

# --- making files

art() { printf 'Headline %s\nBy A Reporter\n2026-05-01\n\nBody of %s, long enough to be an article.\n' "$1" "$1"; }
# arts FOLDER COUNT [PREFIX]: that many pages, 1.txt, 2.txt, …
arts() {
    local i
    for ((i = 1; i <= $2; i++)); do art "${3:-}$i" >"$1/$i.txt"; done
}

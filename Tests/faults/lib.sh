# What the cases of faults are written in; sourced before each by `run`.
# shellcheck source=Tests/folder/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../folder/lib.sh"

faults=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
DB=$DATA/dateline.sqlite
MEMORY=$T/memory.json
RULES=$T/rules

# --- a disk that fails

# faulty_disk: from the next start on, the service's disk does what `disk` says.
faulty_disk() {
    local compiler
    compiler=$(command -v cc || command -v clang) || skip 'there is no C compiler'
    "$compiler" -shared -fPIC -O1 -o "$T/disk.so" "$faults/disk.c" -ldl -lpthread
    LAUNCH=(env "LD_PRELOAD=$T/disk.so" "FAULTS_FOLDER=$DATA" "FAULTS_RULES=$RULES")
}

# disk [RULE…]: what goes wrong from now on, each as in disk.c; nothing without one.
disk() {
    rm -f "$RULES.hits"
    printf '%s\n' "$@" >"$RULES.new"
    mv "$RULES.new" "$RULES"
}

# A disk of which is known what was synced, so that the power can be cut; see `cut_power`.
recorded_disk() {
    faulty_disk
    mkdir "$T/durable"
    LAUNCH+=("FAULTS_DURABLE=$T/durable")
}

# cut_power [CHANCE]: with the service killed, leaves of its files what was synced, and of what wasn't each block with that chance (0).
cut_power() { python3 "$faults/cut.py" "$DATA" "$T/durable" "${1:-0}"; }

# forget_all: no database, and nothing known of one.
forget_all() { rm -rf "${DATA:?}"/* "$T/durable"/*; }

# on_disk FILE: a file of theirs that was there before, and synced.
on_disk() {
    local inode
    inode=$(stat -c %i "$1")
    cp "$1" "$T/durable/$inode"
    printf '%s %s\n' "$inode" "${1##*/}" >>"$T/durable/names"
}

# off_disk NAME: removes a file of theirs, and all whose names begin so, for good: else a power cut would bring it back, with what its inode has since.
off_disk() {
    rm -f "$DATA/$1"*
    sed -i "/^[0-9]* $1/d" "$T/durable/names"
}

# hits: how many calls have met a rule.
hits() { if [ -e "$RULES.hits" ]; then wc -l <"$RULES.hits"; else echo 0; fi; }

# --- asking it

# load [OPTION…]: writes from all sides, and remembers what was acknowledged.
load() { python3 "$faults/load.py" write "$H" "$MEMORY" "$@"; }
# load_and_kill SIGNAL MS [OPTION…]: the same, until the service gets the signal in the midst of it.
load_and_kill() {
    load --kill "$PID" --signal "$1" --after "$2" "${@:3}"
    if [ "$1" = KILL ]; then
        wait "$PID" 2>/dev/null || :
        PID=
    fi
}
# verify [OPTION…]: every acknowledged write is there, once.
verify() { python3 "$faults/load.py" verify "$H" "$MEMORY" "$@" || fail 'not everything is as it was acknowledged'; }

# send METHOD PATH [BODY]: the status; the answer is in $T/answer, its head in $T/head.
send() {
    local content=()
    [ $# -lt 3 ] || content=(-H 'content-type: application/json' -d "$3")
    curl -sS --max-time 300 -D "$T/head" -o "$T/answer" -w '%{http_code}\n' -X "$1" "${content[@]}" "$H$2"
}
# article [HEADLINE]: the status of a write.
article() { send POST /v1/articles "{\"headline\":\"${1:-An article}\",\"body\":\"Some words of it.\"}"; }
readable() { eq "$(send GET '/v1/articles?limit=5')" 200; }
ready() { send GET /readyz; }
# reason: why the last request was refused.
reason() { jq -r '.reason // empty' "$T/answer"; }

# ends CODE SECONDS: the service ends by itself, with that exit code.
ends() {
    local code=0
    within "$2" '' lives
    wait "$PID" || code=$?
    PID=
    eq "$code" "$1"
}

# command_ends CODE ARGUMENT…: the program ends with that exit code; what it says is in $T/said, one line unless it ends well.
command_ends() {
    local want=$1 code=0
    shift
    timeout 360 "$PROGRAM" "$@" >"$T/printed" 2>"$T/said" </dev/null || code=$?
    [ "$code" = "$want" ] || { fail "exit code $code instead of $want, saying: $(head -c 500 "$T/said")"; return 1; }
    [ "$want" -eq 0 ] || eq "$(wc -l <"$T/said")" 1
}

# --- what it takes

descriptors() { find "/proc/$PID/fd" -mindepth 1 | wc -l; }
resident_kb() { awk '/VmRSS/ { print $2 }' "/proc/$PID/status"; }
# processor_ms: of the service, so far.
processor_ms() { awk -v hz="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); print ($12 + $13) * 1000 / hz }' "/proc/$PID/stat"; }
# connections: that are open now, this one included.
connections() { get /metrics | sed -n 's/^dateline_http_connections //p'; }

# clients KIND COUNT: as in clients.py.
clients() { python3 "$faults/clients.py" "$1" "$H" "$2"; }

# --- databases

# old_database FILE: as the first version made it, with rows for the migrations to work on.
old_database() {
    {
        printf 'PRAGMA journal_mode = WAL; PRAGMA application_id = %s;\n' "$((0x444c4e45))"
        printf 'CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY); BEGIN;\n'
        cat "$root/Migrations/sqlite/0001_create_schema.sql"
        cat <<'SQL'
;
INSERT INTO grdb_migrations VALUES ('0001_create_schema');
INSERT INTO import_root (root_key, path) VALUES (1, CAST('/inbox' AS BLOB));
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
INSERT INTO import_file (file_key, id, root_key, path, state, revision, replaced_bytes, warnings, errors, error_count, attempts,
    first_seen_at, updated_at)
SELECT i, randomblob(16), 1, CAST(i || '.txt' AS BLOB), 'failed', 1, 0, '[]', '[]', 0, 1, 5, 5 FROM n;
COMMIT;
SQL
    } | sqlite3 "$1" >/dev/null
}
# schema FILE: a hash of it.
schema() { sqlite3 -readonly "$1" 'SELECT sql FROM sqlite_schema ORDER BY name' | hash /dev/stdin; }

# --- checking

# sound [FILE]: the database is whole, by SQLite's word and by ours. Nothing may have it open.
sound() {
    command_ends 0 check --database "${1:-$DB}"
    whole "${1:-$DB}"
}

# whole [FILE]: by SQLite's word alone, which is quick.
whole() {
    local file=${1:-$DB}
    # A copy, as SQLite's shell would empty the log.
    rm -rf "$T/sound"
    mkdir "$T/sound"
    cp "$file"* "$T/sound/"
    eq "$(sqlite3 "$T/sound/${file##*/}" 'PRAGMA integrity_check' | head -n 3)" ok
    eq "$(sqlite3 "$T/sound/${file##*/}" 'PRAGMA foreign_key_check' | head -n 3)" ''
    eq "$(sqlite3 "$T/sound/${file##*/}" "INSERT INTO article_text (article_text) VALUES ('integrity-check')" 2>&1)" ''
    rm -rf "$T/sound"
}

# conclude: what holds at the end of every case.
conclude() {
    if [ -n "$PID" ]; then stop; fi
    if [ -e "$DB" ]; then sound; fi
}

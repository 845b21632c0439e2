# Another program reads one state of the database for a long time: writes go on, into a log that grows; once it is through, the log is used
# from its start again.
# limit: 120
start
eq "$(article first)" 201
python3 - "$DB" "$T/go" <<'PY' &
import os, sqlite3, sys, time
reader = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True, isolation_level=None)
reader.execute("BEGIN")
reader.execute("SELECT count(*) FROM article").fetchone()
open(sys.argv[2] + ".ready", "w").close()
while not os.path.exists(sys.argv[2]):
    time.sleep(0.05)
print(reader.execute("SELECT count(*) FROM article").fetchone()[0])
PY
reading=$!
ready_file() { [ -e "$T/go.ready" ] && echo yes; }
within 20 yes ready_file
{ printf '{"headline":"Large","body":"' && head -c 5000000 /dev/zero | tr '\0' 'w' && printf '"}'; } >"$T/large"
large() { send POST /v1/articles "@$T/large"; }
for _ in $(seq 1 15); do eq "$(large)" 201; done
grown=$(stat -c %s "$DB-wal")
printf 'the log has grown to %s bytes\n' "$grown"
at_least "$grown" 70000000
warned() { grep -c "the database's log grows" "$LOG" || :; }
within 30 1 warned
eq "$(ready)" 200
touch "$T/go"
wait "$reading"
for _ in $(seq 1 4); do eq "$(large)" 201; done
at_most "$(stat -c %s "$DB-wal")" "$((grown + 200000))"

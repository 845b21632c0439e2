# A backup killed at any moment: the database is as before, nothing has the backup's name, and the next run takes over.
# limit: 150 600
start
load --seconds 2
stop
# Several megabytes, for the copy to take its time.
before=$(hash "$DB")
for i in $(seq 1 "$(size 6 20)"); do
    "$PROGRAM" backup "$T/b.sqlite" --database "$DB" >"$T/printed" 2>&1 </dev/null &
    pid=$!
    sleep "0.$(printf '%02d' "$((RANDOM % 12 + 2))")"
    kill -KILL "$pid" 2>/dev/null || :
    wait "$pid" 2>/dev/null || :
    eq "$(hash "$DB")" "$before"
    if [ -e "$T/b.sqlite" ]; then
        # It was quicker.
        sound "$T/b.sqlite"
        rm "$T/b.sqlite"
    fi
    eq "$(find "$T" -maxdepth 1 -name 'b.sqlite*' ! -name '*.partial' ! -name '*.partial-journal')" ''
done
command_ends 0 backup "$T/b.sqlite" --database "$DB"
eq "$(find "$T" -maxdepth 1 -name 'b.sqlite*')" "$T/b.sqlite"
sound "$T/b.sqlite"

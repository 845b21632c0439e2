# The power is cut in a migration, and while the log is moved into the database: whole afterwards, with everything.
# limit: 200 900
recorded_disk
# At each sync of making a new database, just before and just behind it.
for action in kill after; do
    for n in $(seq 1 "$(size 12 40)"); do
        forget_all
        disk "sync * $action $n 1"
        code=0
        "${LAUNCH[@]}" "$PROGRAM" migrate --database "$DB" >"$T/printed" 2>&1 </dev/null || code=$?
        cut_power
        disk
        # An empty file, or none, is one that was just being made.
        command_ends 0 migrate --database "$DB"
        sound
        [ "$code" -ne 0 ] || break
    done
done
printf 'a new database: %s syncs\n' "$n"
# While the log is moved: at each of its syncs.
forget_all
disk
start
for i in $(seq 1 20); do eq "$(article "$i")" 201; done
for n in $(seq 1 "$(size 4 12)"); do
    disk "sync .sqlite kill $n 1"
    # Closing moves it.
    kill -TERM "$PID"
    wait "$PID" 2>/dev/null || :
    PID=
    cut_power
    disk
    start
    eq "$(n)" "$((19 + n))"
    eq "$(article "more $n")" 201
done

# The power is cut in a migration, while the log is moved into the database, and in a backup: whole afterwards, with everything.
# limit: 300 900
recorded_disk
# cut_at ACTION N COMMAND…: with the power cut at the command's n-th sync; `code` is how it ended.
cut_at() {
    disk "sync * $1 $2 1"
    code=0
    "${LAUNCH[@]}" "$PROGRAM" "${@:3}" --database "$DB" >"$T/printed" 2>&1 </dev/null || code=$?
    cut_power "${CHANCE:-0}"
    disk
}
# At each sync of making a new database, just before and just behind it.
for action in kill after; do
    for n in $(seq 1 "$(size 12 40)"); do
        forget_all
        cut_at "$action" "$n" migrate
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
# In a backup: it has its name only once all of it is on the disk, and the database is as it was.
stop
for action in kill after; do
    for n in $(seq 1 "$(size 3 1)" 30); do
        cut_at "$action" "$n" backup "$DATA/backup.sqlite"
        sound
        if [ -e "$DATA/backup.sqlite" ]; then sound "$DATA/backup.sqlite"; fi
        [ "$code" -ne 0 ] || [ -e "$DATA/backup.sqlite" ] || fail 'a backup that was acknowledged is gone'
        off_disk backup.sqlite
        [ "$code" -ne 0 ] || break
    done
done
printf 'a backup: %s syncs\n' "$n"
# In the first start with a backup that was put in place of a killed database; and the same once more, of what that left.
command_ends 0 backup "$T/backup.sqlite" --database "$DB"
for n in $(seq 1 "$(size 5 1)" 30); do
    forget_all
    disk
    for round in 1 2; do
        if [ "$round" = 2 ]; then
            start
            eq "$(article 'Of the database before')" 201
            crash
            mv "$DB-wal" "$T/old-log"
        fi
        cp "$T/backup.sqlite" "$DB"
        rm -f "$T/durable"/*
        for file in "$DATA"/*; do on_disk "$file"; done
        CHANCE=$(size 0 0.5) cut_at kill "$n" migrate
        command_ends 0 migrate --database "$DB"
        sound
    done
    [ "$code" -ne 0 ] || break
done
printf 'a backup put in place: %s syncs\n' "$n"
# In the migration of a database that has been in use: every row is there, and the next start completes it.
old_database "$T/old.sqlite"
for action in kill after; do
    for n in $(seq 1 "$(size 5 1)" 60); do
        forget_all
        cp "$T/old.sqlite" "$DB"
        on_disk "$DB"
        cut_at "$action" "$n" migrate
        command_ends 0 migrate --database "$DB"
        eq "$(sqlite3 -readonly "$DB" 'SELECT count(*) FROM import_file')" 400
        [ "$code" -ne 0 ] || break
    done
done
printf 'a migration: %s syncs\n' "$n"
sound

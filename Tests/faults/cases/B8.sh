# A backup put over the database while the log of the one before still lies there: refused with what to do, the backup unharmed by that log.
start
load --seconds 2
# What it has is in the database; a log that held all of it would be the whole state before, and nothing could tell (docs/faults.md).
stop
start
command_ends 0 backup "$T/backup.sqlite" --database "$DB"
count=$(n)
load --seconds 1
for i in $(seq 1 30); do eq "$(article "Later $i")" 201; done
crash
cp "$T/backup.sqlite" "$DB"
refused 65 --database "$DB"
grep -qF "$DB-wal" "$T/refusal" || fail "it says: $(cat "$T/refusal")"
cmp "$T/backup.sqlite" "$DB"
rm "$DB-wal" "$DB-shm"
# The last writes are known to be gone.
start --accept-loss
eq "$(n)" "$count"

# The database is deleted, moved away or replaced under the service: noticed without a write too, no write acknowledged, ends with 74.
# limit: 150
start
eq "$(article one)" 201
mv "$DB" "$T/away.sqlite"
ends 74 10
grep -q 'was deleted or replaced' "$LOG"
# Nothing new is made in its place.
refused 65 --database "$DB"
[ ! -e "$DB" ] || fail 'a new database was made'
# What was moved away has everything.
mv "$T/away.sqlite" "$DB"
start --accept-loss
eq "$(n)" 1

# Noticed by the write that comes first; it may be noticed just before.
for _ in 1 2 3 4 5; do
    rm "$DB"
    code=$(article lost 2>/dev/null || :)
    ends 74 10
    [ "$code" = 000 ] || break
    fresh
    start
done
eq "$code" 503
eq "$(reason)" storage-error

# Replaced by another one: that is what the next start has, and the old log is not played into it.
fresh
start
for i in $(seq 1 20); do eq "$(article "Old $i")" 201; done
command_ends 0 backup "$T/copy.sqlite" --database "$DB"
for i in $(seq 1 20); do eq "$(article "Newer $i")" 201; done
cp "$T/copy.sqlite" "$DB.new"
mv "$DB.new" "$DB"
code=$(article refused || :)
[ "$code" != 201 ] || fail 'acknowledged, though the file is another one'
ends 74 10
start
eq "$(n)" 20

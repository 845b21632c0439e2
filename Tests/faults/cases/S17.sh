# A page is broken in a file that is too large to be looked through at the start: it is found while the service runs, which then ends with
# 65, and no start takes the file again before it is another one, or `check` finds nothing.
start
load --seconds 1
body=$(head -c 3000 /dev/zero | tr '\0' 'w')
for i in $(seq 1 30); do eq "$(send POST /v1/articles "{\"headline\":\"Headline $i\",\"body\":\"$body\"}")" 201; done
stop
# Large enough, by a table of no account.
sqlite3 "$DB" 'CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(80000000))'
cp "$DB" "$T/sound.sqlite"
began=$(now_ms)
start
printf 'ready after %s ms\n' "$(($(now_ms) - began))"
# Of a sound one nothing is said.
sleep 4
eq "$(article 'It goes on')" 201
eq "$(ready)" 200
stop
[ ! -e "$DB.damaged" ] || fail 'a sound one was marked'

page=$(sqlite3 "$DB" "SELECT max(pageno) FROM dbstat WHERE name = 'article_body' AND pagetype = 'leaf'")
dd if="$DB" of="$T/page" bs=4096 skip="$((page - 1))" count=1 status=none
head -c 4096 /dev/urandom | dd of="$DB" bs=4096 seek="$((page - 1))" conv=notrunc status=none
start
ends 65 20
grep -q 'the database is damaged' "$LOG"
[ -s "$DB.damaged" ] || fail 'there is no mark'
for command in serve migrate "import $T"; do
    # shellcheck disable=SC2086  # words
    command_ends 65 $command --database "$DB"
    grep -q 'a service came upon this' "$T/said"
done
command_ends 65 check --database "$DB"
[ -s "$DB.damaged" ] || fail 'the mark is gone although it is damaged'
# Mended, and found to be.
dd if="$T/page" of="$DB" bs=4096 seek="$((page - 1))" conv=notrunc status=none
command_ends 65 migrate --database "$DB"
command_ends 0 check --database "$DB"
command_ends 0 migrate --database "$DB"
# Another file in its place, with the mark of the one before beside it.
command_ends 0 backup "$T/backup.sqlite" --database "$DB"
head -c 4096 /dev/urandom | dd of="$DB" bs=4096 seek="$((page - 1))" conv=notrunc status=none
start
ends 65 20
rm -f "$DB" "$DB-wal" "$DB-shm"
cp "$T/backup.sqlite" "$DB"
start
[ ! -e "$DB.damaged" ] || fail 'the mark of another file is still there'
stop

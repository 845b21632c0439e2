# A damaged database: refused with 65 in one line that names the file and what to do, and left byte for byte as it is, by every command.
start
load --seconds 2
stop
cp "$DB" "$T/sound.sqlite"
size=$(stat -c %s "$DB")
exported=$("$PROGRAM" export --database "$DB" | hash /dev/stdin)
damaged() { # WHAT
    local before
    before=$(hash "$DB")
    refused 65 --database "$DB"
    grep -qF "$DB" "$T/refusal" || fail "$1: the file isn't named: $(cat "$T/refusal")"
    eq "$(wc -l <"$T/refusal")" 1
    # A copy is made anew from the tables: where only an index is broken, it is whole.
    if "$PROGRAM" backup "$T/b.sqlite" --database "$DB" >"$T/printed" 2>"$T/said"; then
        sound "$T/b.sqlite"
        eq "$("$PROGRAM" export --database "$T/b.sqlite" | hash /dev/stdin)" "$exported"
        rm "$T/b.sqlite"
    else
        eq "$(wc -l <"$T/said")" 1
        eq "$(find "$T" -maxdepth 1 -name 'b.sqlite*')" ''
    fi
    command_ends 65 check --database "$DB"
    eq "$(hash "$DB")" "$before"
    rm -f "$DB-wal" "$DB-shm"
    cp "$T/sound.sqlite" "$DB"
}
printf 'some text\n' >"$DB" && damaged text
head -c 65536 /dev/urandom >"$DB" && damaged noise
head -c 65536 /dev/zero >"$DB" && damaged zeros
truncate -s 20000 "$DB" && damaged short
truncate -s "$((size - 4096))" "$DB" && damaged 'a page short'
dd if=/dev/urandom of="$DB" bs=1 count=16 conv=notrunc status=none && damaged magic
# Pages that are in use.
for page in $(sqlite3 "$T/sound.sqlite" "SELECT pageno FROM dbstat WHERE pageno > 1 GROUP BY pageno ORDER BY random() LIMIT $(size 5 60)"); do
    dd if=/dev/urandom of="$DB" bs=4096 seek="$((page - 1))" count=1 conv=notrunc status=none
    damaged "page $page"
done
# An empty file where there was a database that wasn't closed.
start
crash
cp "$DB" "$T/sound.sqlite"
rm "$DB-wal"
: >"$DB"
refused 65 --database "$DB"
eq "$(stat -c %s "$DB")" 0
cp "$T/sound.sqlite" "$DB"
command_ends 65 check --database "$DB"
rm -rf "$DATA"
mkdir "$DATA"
# Another program's, and a newer version's.
sqlite3 "$DB" 'CREATE TABLE t (x); INSERT INTO t VALUES (1)'
before=$(hash "$DB")
for command in serve migrate import\ "$T" check export "backup $T/b.sqlite"; do
    # shellcheck disable=SC2086  # words
    command_ends 65 $command --database "$DB"
done
eq "$(hash "$DB")" "$before"
rm "$DB"

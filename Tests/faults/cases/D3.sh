# The copy before a migration: made once, made anew when the database has changed since, not made where there is no room; the version
# before can be gone back to with it.
# namespace: mounts
# limit: 150
old_database "$T/old.sqlite"
old=$(schema "$T/old.sqlite")
cp "$T/old.sqlite" "$DB"
command_ends 0 migrate --database "$DB"
copy=$(ls "$DB".before-*)
grep -qF "$copy" "$T/said"
eq "$(stat -c %a "$copy")" 600
eq "$(schema "$copy")" "$old"
# Up to date: nothing to copy.
made=$(stat -c %y.%i "$copy")
command_ends 0 migrate --database "$DB"
eq "$(stat -c %y.%i "$copy")" "$made"
# Back to the version before, and up again: the copy is still right.
rm "$DB"
cp "$copy" "$DB"
command_ends 0 migrate --database "$DB"
eq "$(stat -c %y.%i "$copy")" "$made"
# Back, with a change, and up again.
cp "$copy" "$DB"
sqlite3 "$DB" "INSERT INTO change (action, resource, id, version, at) VALUES ('created', 'article', randomblob(16), 1, 5)"
command_ends 0 migrate --database "$DB"
[ "$(stat -c %y.%i "$copy")" != "$made" ] || fail 'the copy is older than the database was'
eq "$(sqlite3 "$copy" 'SELECT count(*) FROM change')" 1
# A broken one isn't migrated.
cp "$T/old.sqlite" "$DB"
rm "$copy"
page=$(sqlite3 "$DB" "SELECT max(pageno) FROM dbstat WHERE name = 'import_file'")
dd if=/dev/urandom of="$DB" bs=4096 seek="$((page - 1))" count=1 conv=notrunc status=none
before=$(hash "$DB")
command_ends 65 migrate --database "$DB"
eq "$(hash "$DB")" "$before"
# No room for it.
rm -rf "${DATA:?}"/*
mount -t tmpfs -o size=20m tmpfs "$DATA" 2>/dev/null || skip 'no tmpfs may be mounted here'
cp "$T/old.sqlite" "$DB"
command_ends 0 migrate --database "$DB"
grep -q 'no room to copy' "$T/said" || fail "it says: $(cat "$T/said")"
eq "$(find "$DATA" -name '*.before-*')" ''
sound

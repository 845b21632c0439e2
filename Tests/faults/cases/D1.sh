# A database of a newer version: refused untouched by everything, in one line that says so.
start
eq "$(article kept)" 201
stop
sqlite3 "$DB" "INSERT INTO grdb_migrations VALUES ('9999_the_future')"
rm -f "$DB-wal" "$DB-shm"
before=$(hash "$DB")
for command in "serve --port 0" migrate "migrate --status" "import $T" check export "backup $T/b.sqlite" "serve --port 0 --read-only"; do
    # shellcheck disable=SC2086  # words
    command_ends 65 $command --database "$DB"
    grep -q 'newer Dateline' "$T/said" || fail "$command says: $(cat "$T/said")"
    eq "$(hash "$DB")" "$before"
done
eq "$(find "$DATA" -type f | sort | tr '\n' ' ')" "$DATA/dateline.lock $DB "
sqlite3 "$DB" "DELETE FROM grdb_migrations WHERE identifier = '9999_the_future'"

# The restore drill: a backup made under load is put where the database was, and has everything that was acknowledged before it began.
# limit: 200 900
# load: heavy
start
load --seconds "$(size 3 30)" --watched "$W"
sync 300
verify
"$PROGRAM" export --database "$DB" >"$T/before.ndjson"
sequence=$(get '/v1/changes?limit=1&after=0' >/dev/null && sqlite3 -readonly "$DB" 'SELECT max(sequence) FROM change')
# Writes go on meanwhile, none of them new to what is compared.
while :; do curl -fsS -o /dev/null -X POST "$H/v1/imports/scan" || break; done 2>/dev/null &
scanning=$!
command_ends 0 backup "$T/backup.sqlite" --database "$DB"
kill "$scanning"
wait "$scanning" 2>/dev/null || :
# What comes after it isn't in it.
eq "$(article 'After the backup')" 201
# The disaster: the machine dies and takes the database with it.
crash
rm -rf "$DATA"
mkdir "$DATA"
began=$(now_ms)
# As docs/operating.md says.
cp "$T/backup.sqlite" "$DB"
command_ends 0 check --database "$DB"
start
printf 'restored, checked and ready after %s ms\n' "$(($(now_ms) - began))"
at_most "$(($(now_ms) - began))" "$(busily 60000)"
eq "$(n)" "$(grep -c '^{"kind":"article"' "$T/before.ndjson")"
verify
sync 300
verify
"$PROGRAM" export --database "$DB" >"$T/after.ndjson"
cmp "$T/before.ndjson" "$T/after.ndjson"
eq "$(sqlite3 -readonly "$DB" 'SELECT max(sequence) FROM change')" "$sequence"
eq "$(article 'Life goes on')" 201
eq "$(get "/v1/changes?after=$sequence" | jq '.items[0].sequence')" "$((sequence + 1))"
# Over the old files, which weren't removed: another database's log must not be played into it.
crash
cp "$T/backup.sqlite" "$DB"
refused 65 --database "$DB"
grep -q 'was put in place of another database' "$T/refusal"
rm "$DB-wal"
start
verify

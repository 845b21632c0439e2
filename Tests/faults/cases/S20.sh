# Indexes out of step with what they index: `check` names each, and `check --repair` makes those of full text anew.
start
for i in 1 2 3; do eq "$(article "Headline $i")" 201; done
eq "$(send POST /v1/articles '{"headline":"Ana Sousa speaks","tags":["sea"],"mentions":[{"name":"Ana Sousa","type":"person"}]}')" 201
curl -fsS -o /dev/null -H 'content-type: application/json' -H 'Idempotency-Key: k' -d '{"headline":"Once"}' "$H/v1/articles"
stop
cp "$DB" "$T/sound.sqlite"
broken() { # SQL PART
    sqlite3 "$DB" "$1"
    command_ends 65 check --database "$DB"
    grep -q "^$2.*FAULTY" "$T/printed" || fail "$1: $(cat "$T/printed")"
    cp "$T/sound.sqlite" "$DB"
}
broken 'DELETE FROM article_text_docsize WHERE id = 2' 'full text (article_text)'
broken 'UPDATE article_tag SET date_key = 5' 'dates of links (article_tag)'
broken 'UPDATE tag SET article_count = 7' 'counts (tag)'
broken 'DELETE FROM article_entity' 'mentions'
broken 'DELETE FROM change WHERE sequence = 2' 'log of changes'
broken "UPDATE idempotency_answer SET body = CAST(replace(CAST(body AS TEXT), 'Once', 'Onca') AS BLOB)" 'first answers'
broken 'UPDATE idempotency_answer SET created_at = created_at + 1' 'first answers'
broken 'PRAGMA foreign_keys = OFF; DELETE FROM entity' 'references'

# Full text is made of what is stored elsewhere: it can be made anew, and is whole and found by afterwards.
sqlite3 "$DB" 'DELETE FROM article_text_data WHERE id > 10; DELETE FROM article_text_docsize WHERE id = 2'
command_ends 65 check --database "$DB"
grep -q 'check --repair' "$T/said" || fail "it says: $(cat "$T/said")"
cp "$DB" "$T/damaged.sqlite"
command_ends 0 check --repair --database "$DB"
grep -q '^full text (article_text).*ok' "$T/printed"
start
eq "$(get '/v1/articles?q=speaks&fields=headline' | jq -r '.items[].headline')" 'Ana Sousa speaks'
eq "$(get '/v1/articles?q=headline&count=true' | jq .total)" 3
# Not while a service has it.
command_ends 75 check --repair --database "$DB"
grep -q "process $PID" "$T/said"
stop
# A disk that fails meanwhile leaves it as it was, to be repaired again.
cp "$T/damaged.sqlite" "$DB"
faulty_disk
disk 'write -wal ENOSPC 2 0'
code=0
"${LAUNCH[@]}" "$PROGRAM" check --repair --database "$DB" >"$T/printed" 2>"$T/said" </dev/null || code=$?
eq "$code" 74
disk
LAUNCH=()
command_ends 65 check --database "$DB"
command_ends 0 check --repair --database "$DB"
# What isn't made of anything else can't be repaired.
sqlite3 "$DB" 'UPDATE tag SET article_count = 7'
command_ends 65 check --repair --database "$DB"
grep -q 'restore it from a backup' "$T/said"
sqlite3 "$DB" 'UPDATE tag SET article_count = 1'

# Indexes out of step with what they index: `check` names each.
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

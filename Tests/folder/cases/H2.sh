# Nothing has changed: the look through everything is quick, and writes nothing to the database.
# limit: 300 1800
# load: heavy
# rerun: timing
count=$(size 6000 100000)
mkdir "$W/a" "$W/b"
arts "$W/a" "$((count / 2))" a
arts "$W/b" "$((count / 2))" b
start
sync 600
# Files whose times lie close to their first look are hashed once more.
sleep 3
sync
# What was put off during the import isn't the looks' doing.
merging() { sqlite3 -readonly "$DATA/dateline.sqlite" "SELECT count(*) FROM article_text_config WHERE k = 'automerge' AND v = 0"; }
within 120 0 merging
written() { stat -c '%n %s %y' "$DATA/dateline.sqlite" "$DATA/dateline.sqlite-wal"; }
before=$(written)
began=$(now_ms)
sync
took=$(($(now_ms) - began))
sync
sync
eq "$(written)" "$before"
eq "$(s totals.parsedFiles)" "$count"
printf '%s files: %s ms\n' "$count" "$took"
at_most "$took" "$(pace 1000)"
stop
# A restart too.
began=$(now_ms)
start
printf 'ready after %s ms\n' "$(($(now_ms) - began))"
at_most "$(($(now_ms) - began))" "$(pace 1000)"
sync
at_most "$(($(now_ms) - began))" "$(pace 3000)"
eq "$(s totals.parsedFiles)" "$count"
eq "$(every | jq -s 'map(.version) | max')" 1

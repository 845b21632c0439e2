# The ledger is lost: files are read again and find their articles, without a single one twice.
# limit: 150
start
arts "$W" 50
printf '{"id":"own","headline":"With an id","body":"b"}\n{"headline":"With a URL","url":"https://example.org/a"}\n{"headline":"With neither","body":"Just text."}\n' >"$W/lines.jsonl"
sync
eq "$(n)" 53
before=$(every | jq -r '.id + " " + .headline' | sort)
stop
tables=$(sqlite3 "$DATA/dateline.sqlite" "select name from sqlite_master where type = 'table' and (name like 'import%' or name like '%source_file%' or name like 'article_source%')")
[ -n "$tables" ] || fail 'no table of the ledger was found'
{ echo 'pragma foreign_keys = off;'; for table in $tables; do echo "delete from $table;"; done; } | sqlite3 "$DATA/dateline.sqlite" >/dev/null
start
sync
eq "$(s counts.done)" 51
eq "$(n)" 53
eq "$(every | jq -r '.id + " " + .headline' | sort)" "$before"
eq "$(f 7.txt 'articleIds[0]')" "$(awk '/ Headline 7$/ { print $1 }' <<<"$before")"
# From then on it follows as before.
art 'seven, edited' >"$W/7.txt"
sync
eq "$(n)" 53
stop

# The same in another database, into which everything was carried over but the ledger.
"$PROGRAM" export --database "$DATA/dateline.sqlite" >"$SRC/all.ndjson"
before=$(cut -c 1-36 < <(jq -r 'select(.kind == "article") | .id' "$SRC/all.ndjson") | sort)
rm -rf "$DATA"
mkdir "$DATA"
"$PROGRAM" import "$SRC/all.ndjson" --database "$DATA/dateline.sqlite" >/dev/null
start
sync
eq "$(n)" 53
eq "$(every | jq -r .id | sort)" "$before"

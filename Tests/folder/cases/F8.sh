# A permanent failure: noted with its reason, and not tried again by restarts.
# limit: 150
start
printf '{"headline": }' >"$W/bad.json"
sync
eq "$(f bad.json)" failed
a=$(f bad.json attempts)
for _ in 1 2 3; do
    stop
    start
    sync
done
eq "$(f bad.json attempts)" "$a"
# A later version of the parser may read it.
before=$(s totals.parsedFiles)
stop
sqlite3 "$DATA/dateline.sqlite" 'update import_file set parser_version = parser_version - 1'
start
sync
eq "$(s totals.parsedFiles)" "$((before + 1))"
eq "$(f bad.json)" failed
stop
start
sync
eq "$(s totals.parsedFiles)" "$((before + 1))"
r=$(ls "$DATA"/import/failed/*.reason.json)
jq -e '.path == "bad.json" and .reason == "parse-failed" and .line == 1 and .byte_offset == 13 and (.sha256|length) == 64 and .hint != "" and .hint != null' "$r" >/dev/null
eq "$(jq -r .sha256 "$r")" "$(hash "$W/bad.json")"
eq "$(jq -r .size "$r")" 14
at_most "$(jq -r '.excerpt | length' "$r")" 200
# Mended, the note goes.
printf '{"headline": "Good"}' >"$W/bad.json"
sync
eq "$(f bad.json)" done
eq "$(find "$DATA/import/failed" -type f | wc -l)" 0

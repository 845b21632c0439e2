# Killed while it imports pages, lines of JSON and edits, and clients write: nothing lost, nothing twice, the database whole.
# limit: 400 1800
# load: heavy
pages=$(size 600 2000)
feeds=$(size 5 20)
kills=$(size 8 20)
start
arts "$W" "$pages" 'first '
for ((k = 1; k <= feeds; k++)); do
    for i in $(seq 1 150); do printf '{"headline":"Line %s of %s","body":"Body of line %s of %s."}\n' "$i" "$k" "$i" "$k"; done >"$W/$k.jsonl"
done
posted=0
for ((k = 1; k <= kills; k++)); do
    # What a client was told to be stored has to be there at the end, too.
    for _ in $(seq 1 5); do
        if curl -fsS --max-time 120 -o /dev/null -X POST -H 'content-type: application/json' -d "{\"headline\":\"Posted $((posted + 1))\"}" "$H/v1/articles"; then
            posted=$((posted + 1))
        fi
    done
    for ((i = k; i <= pages; i += 50)); do art "edited $i" >"$W/$i.txt"; done
    sleep "0.$((RANDOM % 9 + 1))"
    crash
    start
done
sync 300
for ((i = 1; i <= pages; i++)); do head -n 1 "$W/$i.txt"; done >"$T/want"
for ((k = 1; k <= feeds; k++)); do for i in $(seq 1 150); do printf 'Line %s of %s\n' "$i" "$k"; done; done >>"$T/want"
for ((i = 1; i <= posted; i++)); do printf 'Posted %s\n' "$i"; done >>"$T/want"
diff <(sort "$T/want") <(every | jq -r .headline | sort) >"$T/difference" || fail "lost (<) or too much (>): $(head -c 1000 "$T/difference")"
eq "$(s counts.done)" "$((pages + feeds))"
conclude
eq "$(sqlite3 "$DATA/dateline.sqlite" 'pragma integrity_check')" ok
"$PROGRAM" check --database "$DATA/dateline.sqlite" >/dev/null

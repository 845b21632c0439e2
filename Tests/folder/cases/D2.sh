# Odd but legal names: all are imported, the log has one record a file, and no name reaches a shell.
# limit: 150
start --log-format json --log-level debug
i=0
odd=($'new\nline' $'tab\there' '-rf' ' lead' 'trail ' '%2e%2e' "q'u\"o" '*?[x]' '$(touch ran)' 'a;b&c' '🗞')
for b in "${odd[@]}"; do
    i=$((i + 1))
    art "odd$i" >"$W/$b.txt"
done
printf '{"headline": }' >"$W/"$'bad\nline.json'
sync
eq "$(n)" 11
i=0
for b in "${odd[@]}"; do
    i=$((i + 1))
    eq "$(a "$b.txt" headline)" "Headline odd$i"
done
# Whole lines of JSON, each of them.
jq -es 'all(type == "object")' <"$LOG" >/dev/null
eq "$(jq -s length <"$LOG")" "$(wc -l <"$LOG")"
[ ! -e "$T/ran" ] && [ ! -e "$W/ran" ] || fail 'a name was run'
stop
# The plain format too has one line a record.
rm "$W/"*bad*
start
printf '{"headline": ]' >"$W/"$'bad\nline.json'
sync
if tail -n +"$(($(jq -Rs 'split("\n") | map(select(startswith("{"))) | length' <"$LOG") + 1))" "$LOG" | grep -vE '^[0-9]{4}-[0-9]{2}-[0-9]{2}T'; then
    fail 'a line of the log begins in the middle of a record'
fi

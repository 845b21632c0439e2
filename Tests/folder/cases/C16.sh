# Renamed after somebody has edited the article, where the file has to be read again or is read piece by piece: the article stays, with the edit.
edit() { # PATH NUMBER HEADLINE
    curl -fsS -o /dev/null -X PATCH -H 'content-type: application/json' -d "{\"headline\":\"$3\"}" "$H/v1/articles/$(f "$1" "articleIds[$2]")"
}
start --on-delete delete --folder-is-source
mkdir "$W/s"
art page >"$W/s/1.txt"
printf '{"tags":["harbour"]}' >"$W/s/1.txt.meta.json"
# More than 4 MiB, and nothing in a record that names it.
for i in $(seq 1 60); do
    printf '{"headline":"Record %s","body":"%s"}\n' "$i" "$(head -c 75000 /dev/zero | tr '\0' x)"
done >"$W/long.jsonl"
sync
eq "$(n)" 61
page=$(f s/1.txt 'articleIds[0]')
record=$(f long.jsonl 'articleIds[7]')
edit s/1.txt 0 'Mended by hand'
edit long.jsonl 7 'A record mended by hand'
mv "$W/s" "$W/t"
mv "$W/long.jsonl" "$W/longer.jsonl"
sync
eq "$(n)" 61
eq "$(f t/1.txt 'articleIds[0]')" "$page"
eq "$(get "/v1/articles/$page" | jq -r '.headline + "," + .source + "," + .tags[0]')" 'Mended by hand,t,harbour'
eq "$(f longer.jsonl 'articleIds[7]')" "$record"
eq "$(get "/v1/articles/$record" | jq -r .headline)" 'A record mended by hand'
eq "$(f s/1.txt)" null
eq "$(f long.jsonl)" null
# The same while the service is down, and without a side file.
stop
rm "$W/t/1.txt.meta.json"
mkdir "$W/u"
mv "$W/t/1.txt" "$W/u/"
mv "$W/longer.jsonl" "$W/u/"
start --on-delete delete --folder-is-source
sync
eq "$(n)" 61
eq "$(f u/1.txt 'articleIds[0]')" "$page"
eq "$(get "/v1/articles/$page" | jq -r '.headline + "," + .source')" 'Mended by hand,u'
eq "$(f u/longer.jsonl 'articleIds[7]')" "$record"
eq "$(get "/v1/articles/$record" | jq -r '.headline + "," + .source')" 'A record mended by hand,u'

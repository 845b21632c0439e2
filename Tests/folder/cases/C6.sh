# Editors save by replacing: the same article with three revisions, and no deletion in between.
start
art one >"$W/e.txt"
sync
id=$(f e.txt 'articleIds[0]')
sed -i 's/one/two/' "$W/e.txt"
sync
eq "$(f e.txt 'articleIds[0]')" "$id"
mv "$W/e.txt" "$W/e.txt~"
art three >"$W/e.txt"
rm "$W/e.txt~"
sync
eq "$(n)" 1
eq "$(f e.txt 'articleIds[0]')" "$id"
eq "$(f e.txt revision)" 3
eq "$(get "/v1/articles/$id" | jq -r .headline)" 'Headline three'
eq "$(get '/v1/changes?after=0&limit=200' | jq '[.items[] | select(.resource == "articles" or .resource == "article") | .action] | unique')" \
    "$(jq -n '["created", "updated"]')"

# Names that aren't UTF-8 are imported; the exact name is in base 64, and the log stays valid.
start
odd=(
    $'caf\xe9.txt' $'caf\xe8.txt'  # differ in nothing but the invalid byte
    $'\xff\xfe.txt' $'cut\xf0\x9f.txt' $'sur\xed\xa0\x80.txt'
    $'dir\xe9/x.txt'
)
mkdir "$W/"$'dir\xe9'
for i in "${!odd[@]}"; do art "odd$i" >"$W/${odd[i]}"; done
printf '{"headline": }' >"$W/"$'bad\xe9.json'
sync
eq "$(n)" ${#odd[@]}
row() { files | jq -r --arg path "$(printf %s "$1" | base64 -w 0)" "select(.pathBase64 == \$path) | .$2"; }
for i in "${!odd[@]}"; do
    eq "$(row "${odd[i]}" state)" done
    eq "$(get "/v1/articles/$(row "${odd[i]}" 'articleIds[0]')" | jq -r .headline)" "Headline odd$i"
done
row "${odd[0]}" path | grep -q $'\ufffd'
eq "$(row $'bad\xe9.json' state)" failed
art plain >"$W/plain.txt"
sync
eq "$(f plain.txt pathBase64)" null
art changed >"$W/${odd[0]}"
rm "$W/${odd[5]}"
sync
eq "$(row "${odd[0]}" revision)" 2
eq "$(row "${odd[1]}" revision)" 1
eq "$(row "${odd[5]}" state)" missing
iconv -f UTF-8 -t UTF-8 "$LOG" >/dev/null

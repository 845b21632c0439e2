# Names that are canonically equal, but not the same bytes, are two files.
start
nfc=$'caf\u00e9.txt'
nfd=$'cafe\u0301.txt'
art composed >"$W/$nfc"
art decomposed >"$W/$nfd"
[ "$(find "$W" -type f | wc -l)" = 2 ] || skip 'this file system takes them for one name'
sync
eq "$(n)" 2
eq "$(files | jq -s length)" 2
eq "$(a "$nfc" headline)" 'Headline composed'
eq "$(a "$nfd" headline)" 'Headline decomposed'
# That there are two of them is hardly meant.
eq "$(files | jq -r '.warnings[]' | sort -u)" canonically-equal-names
stop
start
sync
eq "$(s totals.parsedFiles)" 2
art 'decomposed, edited' >"$W/$nfd"
rm "$W/$nfc"
sync
eq "$(f "$nfc")" missing
eq "$(f "$nfd" revision)" 2
eq "$(a "$nfc" headline)" 'Headline composed'

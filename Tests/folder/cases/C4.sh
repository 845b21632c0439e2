# The same bytes under two names are one article with two sources, and no error, also after a restart.
start
art d >"$W/a.txt"
cp "$W/a.txt" "$W/b.txt"
sync
eq "$(n)" 1
eq "$(f b.txt)" done
eq "$(f b.txt 'articleIds[0]')" "$(f a.txt 'articleIds[0]')"
stop
start
sync
eq "$(n)" 1
eq "$(s counts.failed)" 0
eq "$(f b.txt 'articleIds[0]')" "$(f a.txt 'articleIds[0]')"
# A change of one copy is taken, whichever it is.
art other >"$W/b.txt"
sync
every | jq -r .headline | grep -qx 'Headline other'
[ "$(f b.txt sha256)" != "$(f a.txt sha256)" ] || fail 'the changed copy was not read'

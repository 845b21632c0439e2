# One of two copies deleted: the article stays, until the last is gone.
start --on-delete delete
art other >"$W/other.txt"
art d >"$W/a.txt"
cp "$W/a.txt" "$W/b.txt"
sync
eq "$(n)" 2
id=$(f a.txt 'articleIds[0]')
rm "$W/a.txt"
sync
eq "$(n)" 2
eq "$(f a.txt)" missing
eq "$(f b.txt)" done
eq "$(f b.txt 'articleIds[0]')" "$id"
rm "$W/b.txt"
sync
eq "$(n)" 1
stop

fresh
start
art d >"$W/a.txt"
cp "$W/a.txt" "$W/b.txt"
sync
rm "$W/a.txt"
sync
eq "$(a b.txt sourceMissingSince)" null
rm "$W/b.txt"
sync
[ "$(a b.txt sourceMissingSince)" != null ] || fail 'both copies are gone, and the article does not say so'
# The first copy comes back.
art d >"$W/a.txt"
sync
eq "$(a a.txt sourceMissingSince)" null
eq "$(n)" 1

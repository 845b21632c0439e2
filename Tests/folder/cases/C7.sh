# An edit of the same size, with the time of change put back, or right after the file was looked at, is still an edit.
start
art aaa >"$W/same.txt"
touch -r "$W/same.txt" "$SRC/time"
sync
eq "$(f same.txt revision)" 1
# In place: only the time of the change of the inode tells.
art bbb | dd of="$W/same.txt" conv=notrunc status=none
touch -r "$SRC/time" "$W/same.txt"
sync
eq "$(a same.txt headline)" 'Headline bbb'
# Another file in its place: the inode tells too.
art ccc >"$SRC/other.txt"
touch -r "$SRC/time" "$SRC/other.txt"
mv "$SRC/other.txt" "$W/same.txt"
sync
eq "$(a same.txt headline)" 'Headline ccc'
eq "$(f same.txt revision)" 3
# As soon as one version is in, the next of the same size.
for i in $(seq 100 130); do
    art "$i" | dd of="$W/quick.txt" conv=notrunc status=none
    touch -r "$SRC/time" "$W/quick.txt"
    within 20 "$(hash "$W/quick.txt")" f quick.txt sha256
done
sync
eq "$(a quick.txt headline)" 'Headline 130'
eq "$(n)" 2
# The same while the service is down.
stop
art 131 | dd of="$W/quick.txt" conv=notrunc status=none
touch -r "$SRC/time" "$W/quick.txt"
start
sync
eq "$(a quick.txt headline)" 'Headline 131'

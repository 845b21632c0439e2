# Moved in with an old time of change: complete at once, and found too if the service was down.
start
art old >"$SRC/old.txt"
touch -d 2001-01-01 "$SRC/old.txt"
mv "$SRC/old.txt" "$W/"
soon 10 1
stop
art old2 >"$SRC/o2.txt"
touch -d 2001-01-01 "$SRC/o2.txt"
mv "$SRC/o2.txt" "$W/"
start
sync
eq "$(n)" 2

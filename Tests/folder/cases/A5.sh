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
# A look right after an event is no proof that events are missing.
for i in 1 2 3 4 5; do
    art "quick$i" >"$SRC/q.txt"
    mv "$SRC/q.txt" "$W/quick$i.txt"
    soon 10 $((i + 2))
    for _ in 1 2 3; do sync; done
done
eq "$(s watcher.mode)" events

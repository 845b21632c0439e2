# Moved to where nothing tells of it, a file isn't deleted: only what two looks have missed is.
# namespace: mounts
# limit: 150
mount -t tmpfs tmpfs "$SRC"
mkdir -p "$W/nas" "$SRC/l" "$SRC/u" "$SRC/k"
mount -t overlay overlay -o "lowerdir=$SRC/l,upperdir=$SRC/u,workdir=$SRC/k" "$W/nas" 2>/dev/null || skip 'no overlay may be mounted here'
start --on-delete delete
art proof >"$W/nas/proof.txt"
for i in 1 2 3; do art "$i" >"$W/$i.txt"; done
sync
# It was silent about nothing so far, and has told of what was written through it.
eq "$(s watcher.mode)" events
for i in 1 2; do
    id=$(f "$i.txt" 'articleIds[0]')
    mv "$W/$i.txt" "$SRC/l/$i.txt"
    within 60 done f "nas/$i.txt"
    eq "$(f "nas/$i.txt" 'articleIds[0]')" "$id"
    eq "$(n)" 4
done
eq "$(s watcher.reason)" unannounced-change
# What is deleted is, by itself and by the barrier.
rm "$W/3.txt"
soon 400 3
art 4 >"$W/4.txt"
sync
rm "$W/4.txt"
sync
eq "$(n)" 3

# A new mount with the same files: other device, inodes and times, so they are hashed again, and never parsed.
# namespace: mounts
mount -t tmpfs tmpfs "$W" 2>/dev/null || skip 'no tmpfs may be mounted here'
for i in 1 2 3; do
    art "$i" >"$SRC/$i.txt"
    cp "$SRC/$i.txt" "$W/"
done
start
sync
ids=$(for i in 1 2 3; do f $i.txt 'articleIds[0]'; done)
stop
umount "$W"
mount -t tmpfs tmpfs "$W"
cp "$SRC"/[123].txt "$W/"
start
sync
eq "$(n)" 3
eq "$(s totals.parsedFiles)" 3
eq "$(for i in 1 2 3; do f $i.txt 'articleIds[0]'; done)" "$ids"
eq "$(s counts.missing)" 0

# A network mount below a local directory: each goes at its own pace, by device.
# namespace: mounts
mkdir -p "$W/local" "$W/nas"
lower=$T/l
mkdir -p "$lower" "$T/u" "$T/k"
if ! mount -t overlay overlay -o "lowerdir=$lower,upperdir=$T/u,workdir=$T/k" "$W/nas" 2>/dev/null; then
    mount -t tmpfs tmpfs "$SRC"
    lower=$SRC/l
    mkdir -p "$lower" "$SRC/u" "$SRC/k"
    mount -t overlay overlay -o "lowerdir=$lower,upperdir=$SRC/u,workdir=$SRC/k" "$W/nas" 2>/dev/null || skip 'no overlay may be mounted here'
fi
start
art l >"$W/local/l.txt"
soon 20 1
art r >"$lower/r.txt"
soon 200 2
art l2 >"$W/local/l2.txt"
soon 20 3
art r2 >"$lower/r2.txt"
soon 60 4
# The folder's own file system still tells of changes.
eq "$(s watcher.mode)" events
eq "$(s watcher.reason)" unannounced-change
# The mount goes, and with it two files: they aren't deleted, few as they are. It comes back, and nothing has happened.
sync
umount "$W/nas"
sync
eq "$(s deletes.held)" 2
eq "$(s counts.missing)" 0
eq "$(f nas/r.txt)" done
mount -t overlay overlay -o "lowerdir=$lower,upperdir=${lower%/l}/u,workdir=${lower%/l}/k" "$W/nas"
sync
eq "$(s deletes.held)" 0
eq "$(s counts.done)" 4
eq "$(n)" 4

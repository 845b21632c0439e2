# A mount without events: found by looking, after which the folder is polled, and the status says why.
# namespace: mounts
overlay() { # LOWER UPPER WORK MOUNT; the "host" writes to LOWER
    mkdir -p "$1" "$2" "$3" "$4"
    mount -t overlay overlay -o "lowerdir=$1,upperdir=$2,workdir=$3" "$4" 2>/dev/null
}
# The disk may be an overlay itself, on which there can be no further one.
if ! overlay "$T/l" "$T/u" "$T/k" "$W"; then
    mount -t tmpfs tmpfs "$SRC"
    set -- "$SRC/l" "$SRC/u" "$SRC/k"
    overlay "$@" "$W" || skip 'no overlay may be mounted here'
else
    set -- "$T/l" "$T/u" "$T/k"
fi
start
art a >"$1/a.txt"
soon 200 1
eq "$(s watcher.mode)" poll
eq "$(s watcher.reason)" unannounced-change
art b >"$1/b.txt"
soon 60 2
# An edit isn't announced either. (A deletion can't be shown so: the mount goes on to find the file by its name.)
art b2 >"$1/b.txt"
within 5 'Headline b2' a b.txt headline

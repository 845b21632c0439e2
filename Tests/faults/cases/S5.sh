# The disk is nearly full: clients' writes are refused while there is still room to put everything in order; with more room it goes on.
# namespace: mounts
# limit: 90
mount -t tmpfs -o size=128m tmpfs "$DATA" 2>/dev/null || skip 'no tmpfs may be mounted here'
start
eq "$(article first)" 201
# What others have put there: 2 MB are left, of which a small write would need next to nothing.
free=$(($(stat -f -c '%a * %S' "$DATA")))
head -c $((free - 2000000)) /dev/zero >"$DATA/foreign"
eq "$(article second)" 503
eq "$(reason)" disk-full
within 10 503 ready 'while the disk is nearly full'
readable
eq "$(n)" 1
# Nothing failed on the way: the room that is kept is for this.
command_ends 0 backup "$T/b.sqlite" --database "$DB"
rm "$DATA/foreign"
within 30 201 article 'after there was room'
within 10 200 ready 'after there was room'
eq "$(n)" 2

# The disk is nearly full: clients' writes are refused while there is still room to put everything in order; with more room it goes on.
# namespace: mounts
# limit: 90
mount -t tmpfs -o size=128m tmpfs "$DATA" 2>/dev/null || skip 'no tmpfs may be mounted here'
start
eq "$(article first)" 201
# What others have put there: 20 MB are left, of which clients may have some; then 2 MB, of which a small write would need next to nothing.
free=$(($(stat -f -c '%a * %S' "$DATA")))
head -c $((free - 20000000)) /dev/zero >"$DATA/foreign"
eq "$(article 'while little is left')" 201
command_ends 0 doctor --port 0 --database "$DB"
grep -q '^warning .* MiB are free' "$T/printed"
head -c 18000000 /dev/zero >>"$DATA/foreign"
eq "$(article second)" 503
eq "$(reason)" disk-full
within 10 503 ready 'while the disk is nearly full'
readable
eq "$(n)" 2
command_ends 78 doctor --port 0 --database "$DB"
grep -q '^problem .* MiB are free' "$T/printed"
# Nothing failed on the way: the room that is kept is for this.
command_ends 0 backup "$T/b.sqlite" --database "$DB"
rm "$DATA/foreign"
within 30 201 article 'after there was room'
within 10 200 ready 'after there was room'
eq "$(n)" 3

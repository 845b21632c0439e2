# A big drop on a live service is no slower than finding it all at start.
# limit: 240 1800
# load: heavy
# rerun: timing
count=$(size 3000 100000)
drop() {
    mkdir -p "$SRC/c"
    arts "$SRC/c" "$count"
    mv "$SRC/c" "$W/"
}
timed() {
    local began
    began=$(now_ms)
    sync 600
    eq "$(n)" "$count"
    took=$(($(now_ms) - began))
}
drop
start
timed
down=$took
fresh
start
drop
timed
up=$took
printf 'down %s ms, up %s ms\n' "$down" "$up"
at_most "$up" "$((down * 3 / 2 + 3000))"

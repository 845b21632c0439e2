# The writer stands still during a large import: the queue stays within its bound, memory flat, and the walk waits.
# limit: 300 1800
# load: heavy
count=$(size 8000 100000)
mkdir "$SRC/c"
arts "$SRC/c" "$count"
start
art first >"$W/first.txt"
sync
hold 20
mv "$SRC/c" "$W/"
sleep 4
early=$(awk '/VmRSS/ { print $2 }' "/proc/$PID/status")
most=0
while kill -0 "$HOLDER" 2>/dev/null; do
    queued=$(s counts.queued)
    [ "$queued" -le "$most" ] || most=$queued
    sleep 0.3
done
late=$(awk '/VmRSS/ { print $2 }' "/proc/$PID/status")
wait "$HOLDER"
printf 'queued at most %s, resident %s kB, later %s kB\n' "$most" "$early" "$late"
at_most "$most" 4096
at_least "$most" 1
at_most "$((late - early))" 32000
sync 600
eq "$(n)" "$((count + 1))"
eq "$(s counts.failed)" 0

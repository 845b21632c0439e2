# Looking through the folder makes no events of its own.
# limit: 240 900
# load: heavy
start
each=$(size 40 400)
for ((d = 1; d <= 50; d++)); do
    mkdir "$W/d$d"
    arts "$W/d$d" "$each" "$d-"
done
sync 300
a=$(s watcher.eventsTotal)
sync
sync
b=$(s watcher.eventsTotal)
at_most "$((b - a))" 49
eq "$(s watcher.overflowsLastScan)" 0
eq "$(n)" "$((50 * each))"

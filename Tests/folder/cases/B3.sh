# The queue of events overflows: counted, and answered by one look through everything, so that nothing is lost.
# limit: 180 900
# load: heavy
start
count=$(size 1500 12000)
rounds=$(size 12 1)
kill -STOP "$PID"
# Written again and again, few files make as many events as many that are written once.
for round in $(seq 1 "$rounds"); do
    for ((i = 1; i <= count; i++)); do art "$i" >"$W/f$i.txt"; done
done
kill -CONT "$PID"
sync 300
eq "$(n)" "$count"
at_least "$(s watcher.overflows)" 1
eq "$(s counts.failed)" 0
# That events were lost says nothing about the file system.
eq "$(s watcher.mode)" events
eq "$(s watcher.reason)" null

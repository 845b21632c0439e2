# Five restarts parse nothing.
# limit: 180
start
for i in $(seq 1 500); do art "$i" >"$W/$i.txt"; done
sync
for _ in 1 2 3 4 5; do
    stop
    start
    sync
done
eq "$(n)" 500
eq "$(s totals.parsedFiles)" 500
eq "$(every | jq -s 'map(.version) | max')" 1

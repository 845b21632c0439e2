# A file that brings the process down: at most three deaths, then it has failed by name and all others are in.
# hooks: needed
# limit: 180
art '@@DATELINE-TEST-ABORT@@' >"$W/poison.txt"
arts "$W" 300
# A crash report would take longer than the pause below.
export SWIFT_BACKTRACE=enable=no
# fate: over once the service is dead, or has given the file up.
fate() { if ! alive || [ "$(f poison.txt 2>/dev/null)" = failed ]; then echo over; fi; }
deaths=0
for _ in $(seq 1 8); do
    start || :
    within 60 over fate
    alive && break
    wait "$PID" 2>/dev/null || :
    deaths=$((deaths + 1))
done
at_least "$deaths" 1
at_most "$deaths" 3
sync
eq "$(n)" 300
eq "$(f poison.txt)" failed
eq "$(f poison.txt reason)" parser-crashed
at_most "$(f poison.txt attempts)" 3
# The innocent don't inherit its count, and a restart doesn't try again.
at_most "$(files | jq -s 'map(select(.state == "done") | .attempts) | max')" 3
stop
start
sync
eq "$(f poison.txt reason)" parser-crashed
eq "$(s counts.done)" 300

# Stopped for longer than clients may be silent, and continued: it answers within a second, closes those clients once, and isn't busy.
# limit: 120
# rerun: timing
start --limit idle=8s
eq "$(article before)" 201
python3 "$faults/clients.py" idle "$H" 100 >"$T/idle" &
idle=$!
within 20 connected tail -n 1 "$T/idle"
log=$(log_bytes)
kill -STOP "$PID"
sleep "$(size 10 30)"
kill -CONT "$PID"
began=$(now_ms)
eq "$(article after)" 201
at_most "$(($(now_ms) - began))" "$(pace 1000)"
wait "$idle"
before=$(processor_ms)
sleep 2
used=$(awk "BEGIN { print $(processor_ms) - $before }")
printf 'processor time in the two seconds after: %s ms\n' "$used"
at_most "$used" "$(effort 300)"
at_most "$(($(log_bytes) - log))" 2000
eq "$(ready)" 200

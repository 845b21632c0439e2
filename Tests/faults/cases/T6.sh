# The machine sleeps for an hour: everything stands still, and the wall clock has moved on. It answers within a second, nobody is answered
# wrongly, and it isn't busy.
# limit: 120
# rerun: timing
faulty_disk
start
once() { curl -fsS -D "$T/head" -o "$T/answer" -H 'content-type: application/json' -H 'Idempotency-Key: once' -d '{"headline":"Once"}' "$H/v1/articles"; }
once
python3 "$faults/clients.py" idle "$H" 50 >"$T/idle" &
idle=$!
within 20 connected tail -n 1 "$T/idle"
art a >"$W/a.txt"
log=$(log_bytes)
kill -STOP "$PID"
disk 'clock * 3600'
sleep 1
kill -CONT "$PID"
began=$(now_ms)
once
at_most "$(($(now_ms) - began))" "$(pace 1000)"
grep -qi '^idempotency-replayed: true' "$T/head" || fail 'a key has gone early'
eq "$(article after)" 201
sync 300
eq "$(f a.txt)" done
before=$(processor_ms)
sleep 2
at_most "$(awk "BEGIN { print $(processor_ms) - $before }")" "$(effort 300)"
at_most "$(($(log_bytes) - log))" 2000
wait "$idle"
eq "$(n)" 3

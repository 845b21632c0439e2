# A read-only file system at start: refused with a remedy; reads are served with --read-only.
# namespace: mounts
start
eq "$(article kept)" 201
stop
mount --bind "$DATA" "$DATA" && mount -o remount,bind,ro "$DATA" 2>/dev/null || skip 'nothing may be mounted read-only here'
before=$(hash "$DB")
refused 74 --database "$DB"
grep -q "$DB.*read-only" "$T/refusal" || fail "it says: $(cat "$T/refusal")"
eq "$(wc -l <"$T/refusal")" 1
: >"$T/address"
"$PROGRAM" serve --host 127.0.0.1 --port 0 --database "$DB" --read-only >"$T/address" 2>>"$LOG" </dev/null &
PID=$!
H=$(wait_for_address "$T/address" "$PID" 180)
within 30 200 send GET /livez
eq "$(n)" 1
eq "$(article refused)" 503
eq "$(reason)" read-only
stop
eq "$(hash "$DB")" "$before"

# SIGHUP has the tokens read anew; a file of nonsense is told, and the tokens that were known stay. Signals that mean nothing here don't end
# it; SIGXCPU does, as the system has it, and nothing acknowledged is lost.
token() { "$PROGRAM" token create --scope "$1" --tokens-file "$T/tokens"; }
status() { curl -sS -o "$T/answer" -w '%{http_code}\n' -H "Authorization: Bearer $1" "${@:2}"; }
first=$(token write)
start_guarded() {
    : >"$T/address"
    "$PROGRAM" serve --host 127.0.0.1 --port 0 --database "$DB" --tokens-file "$T/tokens" >"$T/address" 2>>"$LOG" </dev/null &
    PID=$!
    H=$(wait_for_address "$T/address" "$PID" 180)
}
start_guarded
eq "$(status "$first" -H 'content-type: application/json' -d '{"headline":"one"}' "$H/v1/articles")" 201
second=$(token read)
kill -HUP "$PID"
within 5 200 status "$second" "$H/v1"
cp "$T/tokens" "$T/kept"
printf 'nonsense\n' >"$T/tokens"
kill -HUP "$PID"
told() { grep -c 'tokens' "$LOG" || :; }
within 5 yes eval '[ "$(told)" -ge 1 ] && echo yes'
eq "$(status "$first" "$H/v1")" 200
eq "$(status "$second" "$H/v1")" 200
# Taken back: the second one only.
head -n 1 "$T/kept" >"$T/tokens"
kill -HUP "$PID"
within 5 401 status "$second" "$H/v1"
eq "$(status "$first" "$H/v1")" 200
for signal in USR1 USR2 ALRM VTALRM PROF IO PWR STKFLT RTMIN RTMAX; do
    kill "-$signal" "$PID"
    eq "$(status "$first" "$H/v1")" 200
done
stray() { grep -c 'a signal that means nothing here' "$LOG" || :; }
within 5 3 stray
eq "$(status "$first" -H 'content-type: application/json' -d '{"headline":"two"}' "$H/v1/articles")" 201
kill -XCPU "$PID"
ends 152 5
start
eq "$(n)" 2

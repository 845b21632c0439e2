# Killed when a write is in the log and not yet synced: what the next start shows of it, and answers again by its key, outlives a power cut.
recorded_disk
send_again() {
    curl -s -D "$T/head" -o "$T/answer" --max-time 120 -H 'content-type: application/json' -H "Idempotency-Key: $1" -d '{"headline":"Not synced"}' "$H/v1/articles"
}
# Without a folder, and without asking whether it is ready: both would have something written, and so synced.
start_alone() {
    : >"$T/address"
    "${LAUNCH[@]}" "$PROGRAM" serve --host 127.0.0.1 --port 0 --database "$DB" >"$T/address" 2>>"$LOG" </dev/null &
    PID=$!
    H=$(wait_for_address "$T/address" "$PID" 180)
}
start_alone
stop
for n in 1 2 3; do
    start_alone
    # The first sync is that of the log's head, as it begins anew.
    disk "sync -wal kill 2 1"
    if send_again "$n"; then fail 'the service was not killed'; fi
    wait "$PID" 2>/dev/null || :
    PID=
    disk
    start_alone
    send_again "$n"
    grep -qi '^idempotency-replayed: true' "$T/head" || fail 'it was not in the log'
    id=$(jq -r .id "$T/answer")
    crash
    cut_power 0
    start_alone
    send_again "$n"
    eq "$(jq -r .id "$T/answer")" "$id"
    eq "$(n)" "$n"
    stop
done

# Killed when the write is on the disk and nobody was told: sent again with its key, it is answered as the first time, and stored once.
faulty_disk
body='{"headline":"Only once","body":"Ships enter."}'
for n in 1 2 3; do
    start
    disk "sync -wal after $n 1"
    codes=$(for i in 1 2 3; do
        curl -s -o /dev/null -w '%{http_code} ' --max-time 120 -H 'content-type: application/json' -H "Idempotency-Key: $n-$i" -d "$body" "$H/v1/articles" || :
    done)
    case $codes in *000*) ;; *) fail "the service was not killed: $codes" ;; esac
    wait "$PID" 2>/dev/null || :
    PID=
    disk
    start
    for i in 1 2 3; do
        curl -fsS -D "$T/head" -o "$T/answer" -H 'content-type: application/json' -H "Idempotency-Key: $n-$i" -d "$body" "$H/v1/articles"
        # All up to the one that was on the disk, whether they were answered or not.
        replayed=$(grep -ci '^idempotency-replayed: true' "$T/head" || :)
        eq "$replayed" "$((i <= n ? 1 : 0))"
    done
    eq "$(n)" "$((3 * n))"
    stop
done

# SIGTERM under load over HTTP and through the folder: nothing acknowledged is lost, what is in flight is answered, or closed without an
# answer and nothing of it stored; it ends with 0 within 10 s, and leaves no log.
# limit: 150 900
# load: heavy
for _ in $(seq 1 "$(size 3 20)"); do
    start
    sync 300
    verify
    load --seconds 60 --watched "$W" --stops --threads 8 >"$T/load" 2>&1 &
    loading=$!
    writing() { [ "$(n)" -gt "$1" ] && echo yes; }
    within 30 yes writing "$(n)"
    sleep "0.$((RANDOM % 9))"
    began=$(now_ms)
    kill -TERM "$PID"
    ends 0 15
    took=$(($(now_ms) - began))
    printf 'ended after %s ms\n' "$took"
    at_most "$took" "$(busily 10000)"
    [ ! -e "$DB-wal" ] || fail 'the log was left'
    wait "$loading" || fail "$(cat "$T/load")"
    head -n 1 "$T/load"
done
start
sync 300
verify

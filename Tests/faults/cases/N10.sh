# Fewer threads than it needs may be started: one line that says so, and neither a crash nor a start that never comes about. With enough of
# them it serves, and stops in order.
if [ "$EUID" -ne 0 ]; then skip 'only root can be a user who has nothing else running'; fi
user=$((40000 + RANDOM % 20000))
place=$(mktemp -d /tmp/dateline-threads.XXXXXX)
trap 'rm -rf "$place"' EXIT
chown "$user" "$place"
as_user=(setpriv --reuid "$user" --regid "$user" --clear-groups)
"${as_user[@]}" "$PROGRAM" --version >"$T/printed" 2>&1 || skip 'another user may not run the program here'
needed=$((18 + 3 * $(nproc)))
serve=("$PROGRAM" serve --host 127.0.0.1 --port 0 --database "$place/data/dateline.sqlite")
for threads in 2 4 8 12 16 $((needed - 1)); do
    code=0
    "${as_user[@]}" prlimit "--nproc=$threads:$threads" timeout --kill-after=1 60 "${serve[@]}" >"$T/printed" 2>"$T/said" </dev/null || code=$?
    eq "$threads: $code" "$threads: 75"
    eq "$(wc -l <"$T/said")" 1
    grep -q "only [0-9]* threads may be started here and $needed are needed" "$T/said" || fail "$(cat "$T/said")"
    [ ! -e "$place/data/dateline.sqlite" ] || fail 'it has begun'
done
mkdir "$place/inbox"
chown "$user" "$place/inbox"
"${as_user[@]}" prlimit "--nproc=$needed:$needed" "${serve[@]}" --inbox "$place/inbox" >"$T/address" 2>>"$LOG" </dev/null &
PID=$!
H=$(wait_for_address "$T/address" "$PID" 180)
wait_until_ready "$H" "$PID" 180
load --seconds 2
verify
threads=$(find "/proc/$PID/task" -mindepth 1 -maxdepth 1 | wc -l)
printf '%s threads of %s\n' "$threads" "$needed"
at_most "$threads" "$needed"
stop

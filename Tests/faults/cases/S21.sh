# A second process on one database: 75 at once, naming the first; the lock goes with its process.
start
for command in serve migrate "import $T" "check --repair"; do
    began=$(now_ms)
    # shellcheck disable=SC2086  # words
    command_ends 75 $command --database "$DB"
    at_most "$(($(now_ms) - began))" "$(pace 500)"
    grep -q "process $PID" "$T/said" || fail "it says: $(cat "$T/said")"
done
for command in check export "migrate --status" "backup $T/b.sqlite"; do
    # shellcheck disable=SC2086  # words
    command_ends 0 $command --database "$DB"
done
eq "$(article still)" 201
crash
start
eq "$(n)" 1
stop
# Many at once: one gets it, and none of them is harmed.
rm -rf "$DATA"
mkdir "$DATA"
pids=()
for i in $(seq 1 8); do
    "$PROGRAM" migrate --database "$DB" >"$T/$i.out" 2>&1 </dev/null &
    pids+=("$!")
done
done=0
for pid in "${pids[@]}"; do
    code=0
    wait "$pid" || code=$?
    case $code in 0) done=$((done + 1)) ;; 75) ;; *) fail "one ended with $code: $(cat "$T"/*.out)" ;; esac
done
at_least "$done" 1

# The n-th write, sync or cut of a file fails, for each n: in a batch, while the log is moved at the end, and in a migration. What is answered
# is true, what was acknowledged is there, a batch and a migration are there as a whole or not at all, and the next attempt goes well.
# limit: 420 3600
faulty_disk
calls() { # the numbers that are tried of a kind of call
    case $1 in
        write) seq 1 "$(size 6 40)" ;;
        *) seq 1 "$(size 4 20)" ;;
    esac
}
# over: the service is there no more, however it has ended.
over() {
    kill -TERM "$PID" 2>/dev/null || :
    wait "$PID" 2>/dev/null || :
    PID=
}
items=$(seq 1 20 | jq -Rc '{headline: ("Of a batch " + .), body: "Some words of it."}' | jq -sc .)

tried=0 met=0 refused=0
disk
start
total=$(n)
for call in write sync truncate; do
    for n in $(calls "$call"); do
        disk "$call * EIO $n 1"
        code=$(send POST '/v1/articles/batch?atomic=true' "$items" || :)
        met=$((met + $(hits)))
        tried=$((tried + 1))
        disk
        case $code in
            200 | 201 | 207) total=$((total + 20)) ;;
            503) refused=$((refused + 1)) ;;
            *) fail "status $code: $(cat "$T/answer")" ;;
        esac
        # After a failed sync it ends by itself, and nobody knows what has become of what was refused.
        [ "$code" != 503 ] || [ "$call" != sync ] || over
        alive || start
        now=$(n)
        [ "$code" != 503 ] || [ "$now" = "$total" ] || total=$((total + 20))
        eq "$now" "$total"
    done
done
printf 'batches: %s tried, %s calls met, %s refused\n' "$tried" "$met" "$refused"
at_least "$refused" 4

tried=0 met=0
for call in write sync truncate; do
    for n in $(calls "$call"); do
        eq "$(article "before $call $n")" 201
        total=$((total + 1))
        disk "$call * EIO $n 1"
        over
        met=$((met + $(hits)))
        tried=$((tried + 1))
        disk
        start
        eq "$(n)" "$total"
    done
done
stop
command_ends 0 check --database "$DB"
printf 'ends: %s tried, %s calls met\n' "$tried" "$met"
at_least "$met" 4

old_database "$T/old.sqlite"
cp "$T/old.sqlite" "$DATA/new.sqlite"
command_ends 0 migrate --database "$DATA/new.sqlite"
want=$(schema "$DATA/new.sqlite")
tried=0 met=0 failed=0
for call in write sync truncate; do
    for n in $(calls "$call"); do
        rm -f "$DATA"/old.sqlite*
        cp "$T/old.sqlite" "$DATA/old.sqlite"
        disk "$call * EIO $n 1"
        code=0
        "${LAUNCH[@]}" "$PROGRAM" migrate --database "$DATA/old.sqlite" >"$T/said" 2>&1 </dev/null || code=$?
        met=$((met + $(hits)))
        tried=$((tried + 1))
        disk
        case $code in
            0) : ;;
            74) failed=$((failed + 1)) ;;
            *) fail "migrate ended with $code after $call $n: $(cat "$T/said")" ;;
        esac
        command_ends 0 migrate --database "$DATA/old.sqlite"
        command_ends 0 check --database "$DATA/old.sqlite"
        eq "$(schema "$DATA/old.sqlite")" "$want"
        eq "$(sqlite3 -readonly "$DATA/old.sqlite" 'SELECT count(*) FROM import_file')" 400
    done
done
printf 'migrations: %s tried, %s calls met, %s failed\n' "$tried" "$met" "$failed"
at_least "$failed" 3

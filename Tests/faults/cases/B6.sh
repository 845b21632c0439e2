# Export and import lose nothing: whatever is stored, an import into a new database exports the same bytes and answers the same.
# limit: 300 1800
for seed in $(seq 1 "$(size 2 25)"); do
    fresh
    rm -rf "$T/second" "$T/third"
    start
    python3 "$faults/random_store.py" fill "$H" "$seed" "$(size 120 300)"
    python3 "$faults/random_store.py" ask "$H" "$seed" >"$T/answers"
    # While the service runs, and stopped.
    "$PROGRAM" export --database "$DB" >"$T/first.ndjson"
    stop
    command_ends 0 export --database "$DB" --output "$T/stopped.ndjson"
    cmp "$T/first.ndjson" "$T/stopped.ndjson"
    rm "$T/stopped.ndjson"
    for kind in tag source entity event article; do grep -q "^{\"kind\":\"$kind\"" "$T/first.ndjson" || fail "seed $seed has no $kind"; done

    mkdir "$T/second" "$T/third"
    command_ends 0 import "$T/first.ndjson" --database "$T/second/dateline.sqlite"
    "$PROGRAM" export --database "$T/second/dateline.sqlite" >"$T/second.ndjson"
    cmp "$T/first.ndjson" "$T/second.ndjson" || fail "seed $seed: another export after an import"
    sound "$T/second/dateline.sqlite"
    # Once more changes nothing.
    before=$("$PROGRAM" export --database "$T/second/dateline.sqlite" | hash /dev/stdin)
    command_ends 0 import "$T/first.ndjson" --database "$T/second/dateline.sqlite"
    grep -q ' 0 articles, [0-9]* unchanged' "$T/printed" || fail "$(cat "$T/printed")"
    eq "$("$PROGRAM" export --database "$T/second/dateline.sqlite" | hash /dev/stdin)" "$before"

    DATA=$T/second start
    python3 "$faults/random_store.py" ask "$H" "$seed" >"$T/answers.second"
    cmp "$T/answers" "$T/answers.second" || {
        diff "$T/answers" "$T/answers.second" | cut -c 1-400 | head -n 6
        fail "seed $seed: other answers after an import"
    }
    stop
    printf 'seed %s: %s lines, %s answers\n' "$seed" "$(wc -l <"$T/first.ndjson")" "$(wc -l <"$T/answers")"
done

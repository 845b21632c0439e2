# Killed while it is written to over HTTP and through the folder: every acknowledged write is there, none twice.
# limit: 200 3600
# load: heavy
rounds=$(size 6 200)
for round in $(seq 1 "$rounds"); do
    start
    # What the last round's kill has left.
    sync 300
    verify
    load_and_kill KILL "$((RANDOM % 300 + 10))" --watched "$W"
    # After a kill the database is whole as it lies there, its log not yet taken in.
    whole
    # Goes through every row, which takes ever longer.
    if [ "$((round % 10))" -eq 1 ]; then command_ends 0 check --database "$DB"; fi
done
start
sync 300
verify
printf '%s kills\n' "$rounds"
# That a loss would have been noticed.
id=$(get '/v1/articles?limit=1&fields=headline' | jq -r '.items[0].id')
eq "$(send DELETE "/v1/articles/$id")" 204
if python3 "$faults/load.py" verify "$H" "$MEMORY" 2>"$T/losses"; then fail 'a loss went unnoticed'; fi

# The log is deleted: under the service it ends with everything saved; after a kill the start is refused until the loss is accepted.
start
for i in 1 2 3; do eq "$(article "$i")" 201; done
rm "$DB-wal"
code=$(article refused || :)
[ "$code" != 201 ] || fail 'acknowledged into a deleted log'
ends 74 10
start
eq "$(n)" 3
eq "$(article 4)" 201
crash
mv "$DB-wal" "$T/log"
before=$(hash "$DB")
refused 65 --database "$DB"
grep -q -- --accept-loss "$T/refusal"
eq "$(hash "$DB")" "$before"
for command in check export "backup $T/b.sqlite"; do
    # shellcheck disable=SC2086  # words
    command_ends 65 $command --database "$DB"
done
mv "$T/log" "$DB-wal"
start
eq "$(n)" 4

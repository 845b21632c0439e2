# A backup put over the database while the log of the one before still lies there: refused with what to do, the backup unharmed by that log.
# First where the log has every page of the database, then where it has the last ones only.
for kind in whole last; do
    fresh
    start
    load --seconds 2
    if [ "$kind" = last ]; then
        stop
        start
    fi
    rm -f "$T/backup.sqlite"
    command_ends 0 backup "$T/backup.sqlite" --database "$DB"
    count=$(n)
    load --seconds 1
    for i in $(seq 1 30); do eq "$(article "Later $i")" 201; done
    crash
    cp "$T/backup.sqlite" "$DB"
    refused 65 --database "$DB"
    grep -qF "was put in place of another database, whose $DB-wal" "$T/refusal" || fail "it says: $(cat "$T/refusal")"
    command_ends 65 check --database "$DB"
    cmp "$T/backup.sqlite" "$DB"
    rm "$DB-wal"
    # That log was another file's: of this one nothing is lost.
    start
    eq "$(n)" "$count"
    if [ "$kind" = whole ]; then stop; fi
done

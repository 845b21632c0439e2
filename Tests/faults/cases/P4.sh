# Killed, or out of room, at any write of a migration: never half a schema, nothing lost, and the next start completes it.
# limit: 200 1200
faulty_disk
old_database "$T/old.sqlite"
old=$(schema "$T/old.sqlite")
cp "$T/old.sqlite" "$DB"
command_ends 0 migrate --database "$DB"
new=$(schema "$DB")
[ "$old" != "$new" ] || fail 'the migrations change nothing'
# Of what it was before there is a copy, which the version before can open.
copy=$(ls "$DB".before-*)
grep -qF "$copy" "$T/said" || fail 'the copy is not named'
eq "$(schema "$copy")" "$old"
eq "$(sqlite3 "$copy" 'PRAGMA integrity_check; SELECT count(*) FROM import_file')" $'ok\n400'
for action in kill ENOSPC EIO; do
    n=0
    # Every write at full size, else every few.
    step=$(size 9 1)
    while true; do
        n=$((n + step))
        rm -rf "${DATA:?}"/*
        cp "$T/old.sqlite" "$DB"
        disk "write * $action $n 0"
        code=0
        "${LAUNCH[@]}" "$PROGRAM" migrate --database "$DB" >"$T/printed" 2>"$T/said" </dev/null || code=$?
        met=$(hits)
        disk
        case $action:$code in
            *:0 | kill:137 | ENOSPC:74 | EIO:74) ;;
            *) fail "at write $n it ended with $code: $(cat "$T/said")" ;;
        esac
        # As it lies there: the old schema or the new, and the rows.
        rm -rf "$T/look"
        mkdir "$T/look"
        cp "$DB"* "$T/look/"
        now=$(schema "$T/look/dateline.sqlite")
        case $now in "$old" | "$new") ;; *) [ "$(sqlite3 "$T/look/dateline.sqlite" 'SELECT count(*) FROM grdb_migrations')" -gt 1 ] || fail "half a schema after write $n" ;; esac
        eq "$(sqlite3 "$T/look/dateline.sqlite" 'PRAGMA integrity_check; SELECT count(*) FROM import_file')" $'ok\n400'
        command_ends 0 migrate --database "$DB"
        eq "$(schema "$DB")" "$new"
        if [ "$met" = 0 ]; then break; fi
        [ "$n" -lt 5000 ] || fail 'it never gets through'
    done
    printf '%s: %s writes\n' "$action" "$n"
done
sound

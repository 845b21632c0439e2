# The disk fails to be read. Once: it is read again, and the answer is right. For good: 503, and the program ends; never wrong data.
# limit: 200 900
faulty_disk
start
load --seconds 2
stop
# Nothing of it in SQLite's cache.
start
want=$(n)
paths=('/v1/articles?limit=200&include=body' '/v1/articles?q=harbour&count=true&limit=1' '/v1/tags')
for i in "${!paths[@]}"; do
    eq "$(send GET "${paths[i]}")" 200
    cp "$T/answer" "$T/right-$i"
done
stop
start
# right: the answers are those from before.
right() {
    local i
    for i in "${!paths[@]}"; do
        eq "$(send GET "${paths[i]}")" 200
        cmp "$T/answer" "$T/right-$i"
    done
}
# A read that fails once is tried again, and nobody notices. One that fails again is as good as a broken page: it ends.
met=0
refused=0
for n in $(seq 1 "$(size 8 40)"); do
    for count in 1 0; do
        disk "read .sqlite EIO $n $count"
        is_refused=no
        for i in "${!paths[@]}"; do
            case $(send GET "${paths[i]}" 2>/dev/null || :) in
                200) cmp "$T/answer" "$T/right-$i" || fail "another answer than before to ${paths[i]}" ;;
                503)
                    is_refused=yes
                    grep -qi '^content-type: application/problem+json' "$T/head"
                    eq "$(reason)" storage-error
                    ;;
                000) [ "$is_refused" = yes ] || fail 'no answer, and no refusal before it' ;;
                *) fail "$(cat "$T/answer")" ;;
            esac
        done
        met=$((met + $(hits)))
        disk
        if [ "$is_refused" = yes ]; then
            refused=$((refused + 1))
            [ "$count" = 0 ] || fail 'a read that failed once was not tried again'
            ends 74 10
            # It is the disk that fails, and not the database that is broken.
            [ ! -e "$DB.damaged" ] || fail 'the database was marked as damaged'
        else
            right
            # So that it reads from the disk again.
            crash
        fi
        start
        eq "$(n)" "$want"
        right
        crash
        start
    done
done
printf '%s reads failed, %s times it ended\n' "$met" "$refused"
at_least "$met" 8
at_least "$refused" 4
verify

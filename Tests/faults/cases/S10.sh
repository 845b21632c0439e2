# The disk fails to be read: an error for that request instead of wrong data, and the next one is right.
faulty_disk
start
load --seconds 2
stop
# Nothing of it in SQLite's cache.
start
want=$(n)
wrong=0
for n in $(seq 1 "$(size 10 60)"); do
    disk "read .sqlite EIO $n 1"
    for path in '/v1/articles?limit=200&include=body' '/v1/articles?q=harbour&count=true&limit=1' '/v1/tags'; do
        case $(send GET "$path") in
            200) ;;
            500 | 503 | 504) wrong=$((wrong + 1)) ;;
            *) fail "$(cat "$T/answer")" ;;
        esac
    done
    if [ "$(hits)" -gt 0 ]; then met=yes; fi
    disk
    if alive; then eq "$(n)" "$want"; else
        # It may have been the writer that could not read.
        start
        eq "$(n)" "$want"
    fi
done
[ "${met:-}" = yes ] || fail 'no read has failed'
printf '%s requests failed\n' "$wrong"
verify

# The n-th sync fails, for each n, also with files of the folder and a power cut behind it: what could not be made durable isn't
# acknowledged, nor is anything after it; the program ends with 74, and the next start has everything that was acknowledged.
# limit: 300 1800
faulty_disk
stops=0
for n in $(seq 1 "$(size 6 20)"); do
    disk
    start
    acknowledged=$(n)
    disk "sync -wal EIO $n 1"
    code=201
    while [ "$code" = 201 ]; do
        code=$(article "with $n")
        [ "$code" != 201 ] || acknowledged=$((acknowledged + 1))
        [ "$acknowledged" -lt 1000 ] || fail 'no sync has failed'
    done
    eq "$code" 503
    eq "$(reason)" storage-error
    # Later syncs would succeed, as the kernel tells of a failure once; but nobody knows what was lost.
    code=$(article "again with $n" || :)
    [ "$code" != 201 ] || fail 'a write was acknowledged after a sync had failed'
    ends 74 10
    eq "$(hits)" 1
    grep -q 'no further write can be vouched for' "$LOG"
    # The log lies there as it was left.
    [ -s "$DB-wal" ] || fail 'the log was emptied after a failed sync'
    disk
    start
    # The refused write may be there or not, as its answer said nothing of it.
    at_least "$(n)" "$acknowledged"
    at_most "$(n)" "$((acknowledged + 1))"
    stop
    stops=$((stops + 1))
done
printf '%s times ended and started again\n' "$stops"

# Of the database itself, while the log is moved into it: it ends as well. The log still has everything, and is moved by a later start.
disk
start
before=$(n)
disk 'sync .sqlite EIO 1 1'
body=$(head -c 30000 /dev/zero | tr '\0' 'w')
acknowledged=0
while [ "$(send POST /v1/articles "{\"headline\":\"Fills the log\",\"body\":\"$body\"}" || :)" = 201 ]; do
    acknowledged=$((acknowledged + 1))
    [ "$acknowledged" -lt 1000 ] || fail 'the log was never moved into the database'
done
ends 74 10
eq "$(hits)" 1
disk
start
# The one that was in hand may be there, as its answer said nothing of it.
at_least "$(n)" "$((before + acknowledged))"
at_most "$(n)" "$((before + acknowledged + 1))"
stop

# With files of the folder as well, whose marks aren't synced by themselves, and the power cut behind it: of what the failed sync should have
# written nothing reaches the disk any more, and what was acknowledged is there all the same.
forget_all
recorded_disk
for round in $(seq 1 "$(size 5 40)"); do
    disk
    start
    sync 300
    verify
    disk "sync -wal EIO $((RANDOM % 40 + 1)) 1"
    load --seconds 60 --watched "$W" >"$T/load" 2>&1 || fail "$(cat "$T/load")"
    ends 74 10
    eq "$(hits)" 1
    cut_power
done
disk
start
sync 300
verify
printf '%s times with files, and the power cut\n' "$round"

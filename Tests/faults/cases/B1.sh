# Backups while it is written to from all sides: each is whole, of one moment, and of the writes beside them 99 of 100 are answered within 0.2 s.
# limit: 200 900
# load: heavy
start
# Enough that a backup takes a while.
load --seconds "$(size 4 20)" --watched "$W" >"$T/load"
load --seconds 600 --watched "$W" --times "$T/times" >"$T/load" 2>"$T/load.err" &
loading=$!
changes() { sqlite3 -readonly "$DB" 'SELECT max(sequence) FROM change'; }
rounds=$(size 5 20)
sleep 2
for i in $(seq 1 "$rounds"); do
    printf '%s %s ' "$(changes)" "$EPOCHREALTIME" >>"$T/backups"
    command_ends 0 backup "$T/backup-$i.sqlite" --database "$DB"
    printf '%s %s\n' "$EPOCHREALTIME" "$(changes)" >>"$T/backups"
    eq "$(stat -c %a "$T/backup-$i.sqlite")" 600
done
# The load ends with the service, and then says how long its writes took.
stop
wait "$loading" || fail "$(cat "$T/load.err")"
# Those that overlap with a backup, and the others.
awk -v beside="$T/beside" -v alone="$T/alone" 'NR == FNR { from[NR] = $2; to[NR] = $3; next }
    { file = alone; for (i in from) if ($1 < to[i] && $1 + $2 > from[i]) file = beside; print $2 >file }' "$T/backups" "$T/times"
most_of() { sort -n "$1" | awk '{ times[NR] = $1 } END { print times[int(NR * 0.99 + 0.99)] }'; }
slow=$(most_of "$T/beside")
usual=$(most_of "$T/alone")
printf '%s writes beside %s backups, 99 of 100 within %s s; else within %s s\n' "$(wc -l <"$T/beside")" "$rounds" "$slow" "$usual"
at_least "$(wc -l <"$T/beside")" 100
# On a busy machine all are slow.
at_most "$slow" "$(awk -v most="$(pace 0.2)" -v usual="$usual" 'BEGIN { print (most > 3 * usual ? most : 3 * usual) }')"
# Each has all that was acknowledged before it began, nothing from behind its end, and no gap.
i=0
while read -r before _ _ after; do
    i=$((i + 1))
    sound "$T/backup-$i.sqlite"
    read -r count sequence < <(sqlite3 -separator ' ' "file:$T/backup-$i.sqlite?immutable=1" 'SELECT count(*), max(sequence) FROM change')
    eq "$count" "$sequence"
    at_least "$sequence" "$before"
    at_most "$sequence" "$after"
done <"$T/backups"
eq "$i" "$rounds"
eq "$(find "$T" -maxdepth 1 -name '*.partial*')" ''

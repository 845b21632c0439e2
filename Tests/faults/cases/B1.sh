# Backups while it is written to from all sides: each is whole, of one moment, and no writer waits long for them.
# limit: 200 900
# load: heavy
start
load --seconds 600 --watched "$W" >"$T/load" 2>"$T/load.err" &
loading=$!
sleep 1
for i in $(seq 1 "$(size 5 20)"); do
    command_ends 0 backup "$T/backup-$i.sqlite" --database "$DB"
    curl -fsS -o /dev/null -w '%{time_total}\n' -H 'content-type: application/json' -d '{"headline":"Timed"}' "$H/v1/articles" >>"$T/times"
    eq "$(stat -c %a "$T/backup-$i.sqlite")" 600
done
pkill -TERM -P "$loading" || kill -TERM "$loading"
wait "$loading" || :
printf 'slowest write right after a backup: %s s\n' "$(sort -n "$T/times" | tail -n 1)"
at_most "$(sort -n "$T/times" | tail -n 1)" "$(pace 0.5)"
before=0
for i in $(seq 1 "$(size 5 20)"); do
    sound "$T/backup-$i.sqlite"
    sequence=$(sqlite3 "file:$T/backup-$i.sqlite?immutable=1" 'SELECT max(sequence) FROM change')
    at_least "$sequence" "$before"
    before=$sequence
done
eq "$(find "$T" -maxdepth 1 -name '*.partial*')" ''

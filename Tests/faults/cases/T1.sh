# The clock goes back an hour, ahead by 400 days, and starts in other centuries: ids and changes still ascend, nothing expires early,
# nothing hangs.
# limit: 150
faulty_disk
start
once() { curl -fsS -D "$T/head" -o "$T/answer" -H 'content-type: application/json' -H "Idempotency-Key: once" -d '{"headline":"Once"}' "$H/v1/articles"; }
replayed() { grep -ci '^idempotency-replayed: true' "$T/head" || :; }
last=
ascends() {
    eq "$(article "$1")" 201
    local id
    id=$(jq -r .id "$T/answer")
    [[ $id > $last ]] || fail "$1: $id comes after $last"
    last=$id
    is '.version == 1' <"$T/answer"
}
once
ascends now
eq "$(send PATCH "/v1/articles/$last" '{"headline":"changed"}')" 200
disk 'clock * -3600'
ascends 'an hour earlier'
first=$last
eq "$(send PATCH "/v1/articles/$first" '{"headline":"changed earlier"}')" 200
is '.version == 2' <"$T/answer"
once
eq "$(replayed)" 1
began=$(now_ms)
sync 300
at_most "$(($(now_ms) - began))" "$(pace 2000)"
art a >"$W/a.txt"
sync
disk 'clock * 34560000'
ascends '400 days later'
art b >"$W/b.txt"
sync
disk
ascends 'now again'
art c >"$W/c.txt"
sync
eq "$(s counts.done)" 3
stop
sequence=$(sqlite3 "$DB" 'SELECT count(*) = max(sequence) AND min(sequence) = 1 FROM change')
eq "$sequence" 1
# From the start on: 1970, 2038, 2106, the year 9999.
now=$(date +%s)
for at in 0 2147483646 4294967294 253402300790; do
    disk "clock * $((at - now))"
    start
    eq "$(article "at $at")" 201
    is '.createdAt | test("^[0-9]{4}-[0-9]{2}-[0-9]{2}T")' <"$T/answer"
    eq "$(send GET "/v1/articles/$(jq -r .id "$T/answer")")" 200
    readable
    stop
    sound
done
disk
start
eq "$(n)" 12

# The disk is full: writes are refused with the reason, reads answered; with room again it goes on by itself, without a restart.
# namespace: mounts
# limit: 150
mount -t tmpfs -o size=6m tmpfs "$DATA" 2>/dev/null || skip 'no tmpfs may be mounted here'
start
eq "$(article first)" 201
before=1
body=$(head -c 60000 /dev/zero | tr '\0' 'w')
code=201
while [ "$code" = 201 ]; do
    printf '{"headline":"Large %s","body":"%s"}' "$before" "$body" >"$T/large.json"
    code=$(curl -sS --max-time 100 -D "$T/head" -o "$T/answer" -w '%{http_code}' -H 'content-type: application/json' --data-binary "@$T/large.json" "$H/v1/articles")
    [ "$code" != 201 ] || before=$((before + 1))
    [ "$before" -lt 500 ] || fail 'the disk does not get full'
done
eq "$code" 503
eq "$(reason)" disk-full
grep -qi '^retry-after: [0-9]' "$T/head" || fail 'no Retry-After'
# Nothing of the refused one is there, and what was before is.
eq "$(n)" "$before"
readable
eq "$(get '/v1/articles?q=first&count=true' | jq .total)" 1
# Ready means that a write works. SQLite may find room in pages it has, so that this is only so while a large write fails.
mount -o remount,size=64m "$DATA"
within 30 201 article 'after there was room'
eq "$(ready)" 200
eq "$(n)" "$((before + 1))"
# As if nothing had been.
load --seconds 2
verify
# A backup for which there is no room leaves nothing.
mkdir "$T/small"
mount -t tmpfs -o size=1m tmpfs "$T/small"
command_ends 74 backup "$T/small/b.sqlite" --database "$DB"
eq "$(ls -A "$T/small")" ''

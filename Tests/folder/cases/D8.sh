# A folder that may only be read: enough to follow it; emptying it is refused at start, with the reason.
# namespace: mounts
art ro >"$SRC/ro.txt"
printf '{' >"$SRC/bad.json"
mount --bind "$SRC" "$W" && mount -o remount,bind,ro "$W" || skip 'no folder may be mounted read-only here'
start
sync
eq "$(n)" 1
eq "$(f bad.json)" failed
ls "$DATA"/import/failed/*.reason.json
conclude
code=0
timeout 60 "$PROGRAM" serve --port 0 --database "$DATA/dateline.sqlite" --inbox "$W" --inbox-mode consume >"$T/refusal" 2>&1 || code=$?
case $code in 0 | 64 | 124) fail "exit code $code, saying: $(cat "$T/refusal")" ;; esac
grep -qiE 'read-only|written|write' "$T/refusal" || fail "it doesn't say why: $(cat "$T/refusal")"
PID=

# Files of the watched folder that can't be read for a while, as on network shares: each is tried again by itself, and nothing of it is
# lost, cut or there twice. A read that is interrupted or brings only a part is nothing to speak of.
faulty_disk
LAUNCH+=("FAULTS_FOLDER=$W")
disk 'read io.txt EIO 1 2' 'read stale.txt ESTALE 1 2' 'read busy.txt EBUSY 1 2' 'read again.txt EAGAIN 1 2' \
    'read interrupted.txt EINTR 1 5' 'read part.txt short:7 1 0'
# told FILE: its state, the reason, and whether its next attempt has a time, as they are at one moment.
told() {
    curl -fsS --max-time 30 --get "$H/v1/imports" --data-urlencode "path=$1" |
        jq -r '.items[0] | "\(.state) \(.reason) \(.nextAttemptAt != null)"'
}
start
for name in io stale busy again interrupted part; do
    art "$name" >"$SRC/$name.txt"
    mv "$SRC/$name.txt" "$W/$name.txt"
done
for name in interrupted part; do within 5 done f "$name.txt"; done
for pair in io:io-error stale:stale-handle busy:busy again:busy; do
    within 5 "retrying ${pair#*:} true" told "${pair%:*}.txt"
done
for name in io stale busy again; do within 15 done f "$name.txt"; done
eq "$(n)" 6
eq "$(s counts.failed)" 0
for name in io stale busy again interrupted part; do
    eq "$(a "$name.txt" body)" "Body of $name, long enough to be an article."
done
[ "$(hits)" -ge 13 ]

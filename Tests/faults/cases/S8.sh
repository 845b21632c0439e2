# The n-th write to the disk fails, for each n: that request fails as a whole, nothing of it is stored, and the next one is fine.
# limit: 200 900
faulty_disk
start
eq "$(send POST /v1/entities '{"type":"person","name":"Ana Sousa"}')" 201
most=$(size 12 60)
acknowledged=0
refused=0
for error in EIO ENOSPC; do
    for n in $(seq 1 "$most"); do
        disk "write * $error $n 1"
        for part in a b c; do
            code=$(article "$error $n $part: Ana Sousa speaks of it")
            case $code in
                201) acknowledged=$((acknowledged + 1)) ;;
                503)
                    refused=$((refused + 1))
                    case $error in EIO) eq "$(reason)" storage-error ;; *) eq "$(reason)" disk-full ;; esac
                    ;;
                *) fail "status $code: $(cat "$T/answer")" ;;
            esac
        done
        disk
        eq "$(article "$error $n after")" 201
        acknowledged=$((acknowledged + 1))
    done
done
printf '%s acknowledged, %s refused\n' "$acknowledged" "$refused"
[ "$refused" -ge "$most" ] || fail 'hardly a write has failed'
eq "$(n)" "$acknowledged"
# Killed, and what is on the disk looked at by another process.
crash
start
eq "$(n)" "$acknowledged"

# A slow disk, half a second for each sync: writers share syncs, reads don't wait.
# load: heavy
# rerun: timing
faulty_disk
start
eq "$(article first)" 201
disk 'sync * slow:500 1 0'
began=$(now_ms)
pids=()
for i in $(seq 1 32); do
    curl -sS -o /dev/null -w '%{http_code} %{time_total}\n' --max-time 30 -H 'content-type: application/json' -d "{\"headline\":\"Slow $i\"}" "$H/v1/articles" >"$T/write-$i" &
    pids+=("$!")
done
slowest=$(for _ in $(seq 1 10); do curl -fsS -o /dev/null -w '%{time_total}\n' "$H/v1/articles?limit=5"; done | sort -n | tail -n 1)
wait "${pids[@]}"
took=$(($(now_ms) - began))
eq "$(cat "$T"/write-* | cut -d ' ' -f 1 | sort -u)" 201
syncs=$(hits)
printf '32 writes in %s ms with %s syncs, slowest read %s s\n' "$took" "$syncs" "$slowest"
# By themselves they would take one each, if not more.
at_most "$syncs" 12
at_most "$slowest" "$(pace 0.2)"
disk
eq "$(n)" 33

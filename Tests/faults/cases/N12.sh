# A client with 32 expensive questions at once: what others ask for stays quick.
# limit: 150
# load: heavy
# rerun: timing
start
for i in $(seq 1 "$(size 2000 10000)"); do printf '{"headline":"Number %s of words","body":"Some words number%s of it, and more words.","datePublished":"20%02d-%02d-%02d","source":"Paper %s"}\n' "$i" "$((i % 40))" "$((i % 20))" "$((i % 12 + 1))" "$((i % 28 + 1))" "$((i % 9))"; done >"$T/batch"
curl -fsS -H 'content-type: application/x-ndjson' --data-binary "@$T/batch" "$H/v1/articles/batch" >/dev/null
alone=$(clients plain 200)
python3 "$faults/clients.py" heavy "$H" 32 &
crowd=$!
busy() { [ "$(get /metrics | sed -n 's/^dateline_http_connections //p')" -ge 20 ] && echo yes; }
within 20 yes busy
beside=$(clients plain 300)
kill "$crowd"
wait "$crowd" 2>/dev/null || :
printf 'p99 of small questions: %s ms alone, %s ms beside 32 expensive ones\n' "$alone" "$beside"
at_most "$beside" "$(pace 200)"

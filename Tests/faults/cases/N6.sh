# Clients that go away in the midst of long answers: what they held is given back within a second or two, and no reader keeps the log.
# limit: 120
# rerun: timing
start
body=$(head -c 20000 /dev/zero | tr '\0' 'w')
for i in $(seq 1 200); do printf '{"headline":"Number %s","body":"%s"}\n' "$i" "$body"; done >"$T/batch"
curl -fsS -H 'content-type: application/x-ndjson' --data-binary "@$T/batch" "$H/v1/articles/batch" >/dev/null
before=$(descriptors)
clients gone 50
within 5 1 connections
settled=$(resident_kb)
clients gone "$(size 200 2000)"
within 5 1 connections
at_most "$(descriptors)" "$((before + 4))"
printf 'resident: %s kB after 50 of them, %s kB after all\n' "$settled" "$(resident_kb)"
at_most "$(resident_kb)" "$((settled + 50000))"
# Were one of them still reading, the log couldn't be used from its start again: it is moved after 16 MiB, and these write several times that.
for i in $(seq 1 200); do eq "$(send POST /v1/articles "{\"headline\":\"Large $i\",\"body\":\"$body$body$body\"}")" 201; done
at_most "$(stat -c %s "$DB-wal")" 20000000
at_least "$(get /metrics | awk '$1 == "dateline_store_log_restarts" { print $2 }')" 2

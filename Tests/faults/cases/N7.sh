# Connections that are reset in the midst of a head, a content, an answer: descriptors and memory stay as they were.
# limit: 150 600
start
eq "$(article before)" 201
clients reset 200
within 20 1 connections
before=$(descriptors)
settled=$(resident_kb)
clients reset "$(size 2000 10000)"
within 20 1 connections
at_most "$(descriptors)" "$((before + 4))"
printf 'resident: %s kB after 200 of them, %s kB after all\n' "$settled" "$(resident_kb)"
at_most "$(resident_kb)" "$((settled + 30000))"
# Whoever goes away is no fault of the store: neither in the figures nor in the log.
eq "$(get /metrics | awk '/status="50/ { count += 1 } END { print count + 0 }')" 0
eq "$(awk '/unavailable/ { count += 1 } END { print count + 0 }' "$LOG")" 0
eq "$(article after)" 201
eq "$(n)" 2

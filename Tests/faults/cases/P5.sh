# Killed in the midst of tagging many articles, of linking a new name, of deleting: all of it or nothing, and what was begun is finished.
# limit: 200 900
faulty_disk
start
for i in $(seq 1 150); do printf '{"headline":"Number %s","body":"Ana Sousa spoke of it in Porto, %s."}\n' "$i" "$i"; done >"$T/batch"
curl -fsS -H 'content-type: application/x-ndjson' --data-binary "@$T/batch" "$H/v1/articles/batch" >/dev/null
tagged() { get "/v1/articles?tag=$1&limit=1&count=true" | jq .total; }
for n in $(seq 1 "$(size 8 50)"); do
    disk "write * kill $n 1"
    code=$(send POST /v1/taggings "{\"add\":[\"bulk-$n\"],\"articles\":{\"filter\":\"q=sousa\"}}" 2>/dev/null || :)
    [ "$code" = 200 ] || wait "$PID" 2>/dev/null || :
    alive || PID=
    disk
    [ -n "$PID" ] || start
    count=$(tagged "bulk-$n")
    case $code:$count in 200:150 | *:0) ;; *:150) ;; *) fail "$count of 150 are tagged ($code)" ;; esac
    [ "$code" != 200 ] || eq "$count" 150
done
# Linking, over and over killed.
eq "$(send POST /v1/entities '{"type":"person","name":"Ana Sousa"}')" 201
id=$(jq -r .id "$T/answer")
for n in 1 5 20 60; do
    disk "write * kill $n 1"
    for _ in $(seq 1 40); do
        alive || break
        sleep 0.05
    done
    alive || { wait "$PID" 2>/dev/null || :; PID=; }
    disk
    [ -n "$PID" ] || start
done
linking() { get "/v1/entities/$id" | jq -r .linking; }
within 60 done linking
eq "$(get "/v1/entities/$id" | jq .articleCount)" 150

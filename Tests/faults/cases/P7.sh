# SIGTERM while clients dawdle: one sends its body byte by byte, one reads nothing of a long answer, one says nothing. It ends all the same.
# limit: 120
start
for i in $(seq 1 40); do printf '{"headline":"Number %s","body":"%s"}\n' "$i" "$(head -c 60000 /dev/zero | tr '\0' 'w')"; done >"$T/batch"
curl -fsS -H 'content-type: application/x-ndjson' --data-binary "@$T/batch" "$H/v1/articles/batch" >/dev/null
python3 - "${H##*:}" "$T/dawdling" <<'PY' &
import socket, sys, time
def opened(text, size=None):
    client = socket.socket()
    if size:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, size)
    client.connect(("127.0.0.1", int(sys.argv[1])))
    client.sendall(text.encode())
    return client
host = "Host: 127.0.0.1\r\n"
drip = opened(f"POST /v1/articles HTTP/1.1\r\n{host}Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{{")
slow = opened(f"GET /v1/articles?include=body HTTP/1.1\r\n{host}Accept: application/x-ndjson\r\n\r\n", 4096)
idle = opened(f"GET /livez HTTP/1.1\r\n{host}\r\n")
mute = opened("")
open(sys.argv[2], "w").close()
try:
    while True:
        drip.sendall(b" ")
        time.sleep(0.2)
except OSError:
    pass
PY
clients=$!
until [ -e "$T/dawdling" ]; do sleep 0.1; done
sleep 1
began=$(now_ms)
kill -TERM "$PID"
ends 0 20
took=$(($(now_ms) - began))
kill "$clients" 2>/dev/null || :
printf 'ended after %s ms\n' "$took"
at_most "$took" "$(busily 15000)"
[ ! -e "$DB-wal" ] || fail 'the log was left'

# Signals: PIPE, HUP and WINCH don't end it; stopped and continued it serves again; a second TERM ends it at once; nothing is lost by any.
start
eq "$(article one)" 201
for signal in PIPE HUP WINCH; do
    kill "-$signal" "$PID"
    sleep 0.2
    alive || fail "SIG$signal ended it"
    eq "$(article "after $signal")" 201
done
kill -STOP "$PID"
sleep 3
kill -CONT "$PID"
began=$(now_ms)
eq "$(article 'after STOP')" 201
at_most "$(($(now_ms) - began))" "$(pace 1000)"
# Somebody who never ends a request.
python3 - "${H##*:}" "$T/begun" <<'PY' &
import socket, sys, time
client = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
client.sendall(b"POST /v1/articles HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{")
open(sys.argv[2], "w").close()
try:
    while True:
        client.sendall(b" ")
        time.sleep(0.1)
except OSError:
    pass
PY
until [ -e "$T/begun" ]; do sleep 0.1; done
sleep 1
kill -TERM "$PID"
sleep 1
alive || fail 'it ended with a request unfinished'
kill -TERM "$PID"
began=$(now_ms)
ends 143 5
at_most "$(($(now_ms) - began))" "$(pace 500)"
start
eq "$(n)" 5

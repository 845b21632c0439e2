# Out of file descriptors: it doesn't spin, serves those it has, and once they are back everybody; what was acknowledged is there.
# limit: 120
LAUNCH=(prlimit --nofile=100:100)
start
eq "$(article before)" 201
python3 - "${H##*:}" "$T/go" >"$T/clients" <<'PY' &
import os, socket, sys, time
clients = []
for _ in range(300):
    client = socket.socket()
    client.settimeout(2)
    try:
        client.connect(("127.0.0.1", int(sys.argv[1])))
        clients.append(client)
    except OSError:
        break
print(len(clients), flush=True)
while not os.path.exists(sys.argv[2]):
    time.sleep(0.1)
PY
clients=$!
more() { [ -s "$T/clients" ] && echo yes; }
within 20 yes more
ticks() { awk '{ print $14 + $15 }' "/proc/$PID/stat"; }
before=$(ticks)
sleep 3
used=$(($(ticks) - before))
printf 'processor time while it has no descriptors: %s ms\n' "$((used * 10))"
at_most "$used" 100
alive || fail 'it ended'
touch "$T/go"
wait "$clients"
within 30 201 article after
readable
eq "$(ready)" 200
# Too few to begin with: one line, and no crash.
LAUNCH=()
code=0
prlimit --nofile=20:20 timeout 60 "$PROGRAM" serve --port 0 --database "$T/other.sqlite" >"$T/printed" 2>"$T/said" </dev/null || code=$?
printf 'with 20 descriptors: %s %s\n' "$code" "$(cat "$T/said")"
case $code in 0 | 124 | 13[0-9]) fail "ended with $code" ;; esac
eq "$(grep -cv '^20..-' "$T/said")" 1

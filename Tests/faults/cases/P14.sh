# Nobody reads the log, or it can't be written: requests are answered as ever.
# limit: 120
# rerun: timing
mkfifo "$T/log"
# Open for reading, and never read.
exec 9<>"$T/log"
: >"$T/address"
"$PROGRAM" serve --host 127.0.0.1 --port 0 --database "$DB" >"$T/address" 2>"$T/log" </dev/null &
PID=$!
H=$(wait_for_address "$T/address" "$PID" 180)
# Fill the pipe, so that the next line can't be written.
timeout 2 head -c 1000000 /dev/zero >"$T/log" || :
for i in $(seq 1 20); do
    # Each of these is worth a line.
    curl -sS --max-time 60 -o /dev/null -H 'content-type: application/json' -d '{"headline":"One more"}' "$H/v1/articles"
done
prlimit --pid "$PID" --fsize=4096:4096
for i in $(seq 1 20); do
    began=$(now_ms)
    eq "$(curl -sS --max-time 60 -o /dev/null -w '%{http_code}' -H 'content-type: application/json' -d '{"headline":"Refused"}' "$H/v1/articles")" 503
    at_most "$(($(now_ms) - began))" "$(pace 300)"
done
eq "$(curl -sS --max-time 60 "$H/v1/articles?limit=1&count=true" | jq .total)" 20
exec 9>&-
crash
# No standard streams at all: none of the program's files becomes one of them.
: >"$T/address"
rm -rf "$DATA"
mkdir "$DATA"
"$PROGRAM" serve --host 127.0.0.1 --port 0 --database "$DB" <&- >&- 2>&- &
PID=$!
# port: that the service listens on, which it can tell nobody.
port() {
    python3 - "$PID" <<'PY'
import os, sys
folder = f"/proc/{sys.argv[1]}"
own = {os.readlink(f"{folder}/fd/{name}") for name in os.listdir(f"{folder}/fd")}
for line in list(open(f"{folder}/net/tcp"))[1:]:
    fields = line.split()
    if fields[3] == "0A" and f"socket:[{fields[9]}]" in own:
        print(int(fields[1].split(":")[1], 16))
PY
}
listens() { [ -z "$(port 2>/dev/null)" ] || echo yes; }
within 30 yes listens
H=http://127.0.0.1:$(port)
wait_until_ready "$H" "$PID" 180
eq "$(article)" 201
eq "$(readlink "/proc/$PID/fd/2")" /dev/null

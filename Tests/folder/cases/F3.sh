# Killed in the middle of JSON lines: it goes on, or starts over where the beginning has changed; nothing is doubled or lost.
# limit: 300 600
# load: heavy
# Long enough to be read piece by piece.
lines=$(size 6000 50000)
make_lines() { python3 -c '
import json, sys
for i in range(1, int(sys.argv[1]) + 1):
    print(json.dumps({"headline": f"{sys.argv[2]} {i}" if i == 1 else f"Line {i}", "body": f"Body of line {i}. " + "And so on, at length. " * 40}))' "$lines" "$1"; }
half() { # crashes as soon as a part is stored
    local count=0
    until [ "${count:-0}" -gt 0 ]; do
        count=$(n)
        sleep 0.02
    done
    crash
}
# resumed: how often reading has gone on where it was broken off.
resumed() { grep -c 'goes on where it was broken off' "$LOG" || :; }
make_lines Line >"$SRC/many.jsonl"
start
mv "$SRC/many.jsonl" "$W/"
half
start
within 30 1 resumed
at_most "$(n)" "$((lines - 1))"
sync 240
eq "$(n)" "$lines"
eq "$(f many.jsonl)" done
eq "$(every | jq -r .headline | sort -u | wc -l)" "$lines"
eq "$(every | jq -s 'map(.version) | max')" 1
fresh

make_lines Line >"$SRC/many.jsonl"
make_lines Other >"$SRC/other.jsonl"
start
mv "$SRC/many.jsonl" "$W/"
half
mv "$SRC/other.jsonl" "$W/many.jsonl"
start
sync 240
eq "$(f many.jsonl)" done
eq "$(n)" "$lines"
every | jq -r .headline | grep -qx 'Other 1'
eq "$(every | jq -r .headline | sort -u | wc -l)" "$lines"
# The other file was begun anew.
eq "$(resumed)" 1

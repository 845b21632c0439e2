# As F4, in the midst of JSON lines that are read piece by piece: at most three deaths, what lay before stays, and all others are in.
# hooks: needed
# limit: 240
{
    for i in $(seq 1 1500); do printf '{"headline":"Line %d","body":"%0100d"}\n' "$i" 0; done
    printf '{"headline":"@@DATELINE-TEST-ABORT@@"}\n'
    for i in $(seq 1 9000); do printf '{"headline":"Later %d","body":"%0500d"}\n' "$i" 0; done
} >"$W/poison.jsonl"
arts "$W" 100
set_aside poison.jsonl
sync
eq "$(f poison.jsonl)" failed
eq "$(f poison.jsonl reason)" parser-crashed
eq "$(s counts.done)" 100
at_most "$(files | jq -s 'map(select(.state == "done") | .attempts) | max')" 3
stop
start
sync
eq "$(f poison.jsonl reason)" parser-crashed
eq "$(s counts.done)" 100

# Files that hang the parser are given up after their time, also in the midst of long JSON lines, and the others go on meanwhile.
# hooks: needed
# limit: 600
start
for i in 1 2; do art "@@DATELINE-TEST-SPIN@@ $i" >"$W/spin$i.txt"; done
{
    for i in $(seq 1 1500); do printf '{"headline":"Line %d","body":"%0100d"}\n' "$i" 0; done
    printf '{"headline":"@@DATELINE-TEST-SPIN@@"}\n'
    for i in $(seq 1 9000); do printf '{"headline":"Later %d","body":"%0500d"}\n' "$i" 0; done
} >"$W/.long.tmp"
mv "$W/.long.tmp" "$W/long.jsonl"
art other >"$W/other.txt"
within 100 done f other.txt
# None has had its ten seconds of a processor by then, which take longer where others want it too.
eq "$(s counts.failed)" 0
for i in 1 2; do within 250 parser-timeout f "spin$i.txt" reason; done
eq "$(s counts.failed)" 2
within 250 partial f long.jsonl
eq "$(f long.jsonl 'errors[0].reason')" parser-timeout
eq "$(f long.jsonl 'errors[0].line')" 1501
eq "$(n)" 10501

# JSON lines with a bad one: the others are in, and the fault has its true line and offset; mended, nothing is doubled.
# limit: 240
start
python3 - "$W/many.jsonl" <<'PY'
import json, sys
lines = ["not json" if i == 1700 else json.dumps({"headline": f"Line {i}", "body": f"Body of line {i}."}) for i in range(1, 2502)]
open(sys.argv[1], "w").write("\n".join(lines))  # the last without an end
PY
art neighbour >"$W/neighbour.txt"
sync 300
eq "$(f neighbour.txt)" done
eq "$(f many.jsonl)" partial
eq "$(n)" 2501
eq "$(f many.jsonl errorCount)" 1
eq "$(f many.jsonl 'errors | length')" 1
eq "$(f many.jsonl 'errors[0].line')" 1700
eq "$(f many.jsonl 'errors[0].byteOffset')" "$(head -n 1699 "$W/many.jsonl" | wc -c)"
every 'q=2501' | jq -r .headline | grep -qx 'Line 2501'
ids=$(every | jq -r .id | sort)
sed -i '1700s/.*/{"headline":"Line 1700","body":"Body of line 1700."}/' "$W/many.jsonl"
sync 300
eq "$(f many.jsonl)" done
eq "$(f many.jsonl errorCount)" 0
eq "$(n)" 2502
eq "$(every | jq -r .headline | sort | uniq -d)" ''
# Those that were there are the same.
eq "$(comm -23 <(printf '%s\n' "$ids") <(every | jq -r .id | sort) | wc -l)" 0
# Of very many faults a thousand are told, the rest counted.
{ for i in $(seq 1 1500); do printf '}\n'; done; printf '{"headline":"Good"}\n'; } >"$W/bad.jsonl"
sync 300
eq "$(f bad.jsonl)" partial
eq "$(f bad.jsonl errorCount)" 1500
eq "$(f bad.jsonl 'errors | length')" 1000
eq "$(f bad.jsonl 'errors[999].line')" 1000

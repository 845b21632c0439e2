# Deeply nested JSON: refused above 64 levels before it is parsed, and the process lives.
# limit: 150
start
nested() { # DEPTH OPEN CLOSE
    python3 -c 'import sys; d = int(sys.argv[1]) - 1; print("{\"headline\":\"deep\",\"body\":" + sys.argv[2] * d + "1" + sys.argv[3] * d + "}")' "$@"
}
for depth in 65 160 400 511 513 5000 200000; do
    nested "$depth" '[' ']' >"$W/list-$depth.json"
    nested "$depth" '{"a":' '}' >"$W/map-$depth.json"
done
{ printf '{"headline":"before"}\n'; nested 100000 '[' ']'; printf '{"headline":"after"}\n'; } >"$W/lines.jsonl"
# Never closed.
python3 -c 'print("[" * 1000000)' >"$W/open.json"
# Brackets in a string are no depth.
printf '{"headline":"flat","body":"%s"}' "$(printf '[%.0s' $(seq 1 500))" >"$W/flat.json"
art a >"$W/a.txt"
process=$PID
sync
eq "$PID" "$process"
alive || fail 'the service has ended'
eq "$(f a.txt)" done
eq "$(f flat.json)" done
for depth in 65 160 400 511 513 5000 200000; do
    eq "$(f "list-$depth.json")" failed
    eq "$(f "map-$depth.json")" failed
    eq "$(f "list-$depth.json" reason)" "$(f list-65.json reason)"
done
eq "$(f open.json)" failed
eq "$(f lines.jsonl)" partial
eq "$(f lines.jsonl 'errors | map(.line)' | tr -d ' \n')" '[2]'
eq "$(n)" 4

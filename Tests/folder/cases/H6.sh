# Progress during a large import: figures that only rise, a rate, an estimate; answered at once.
# limit: 300 1800
# load: heavy
# rerun: timing
# That importing gives way is what is tried.
unset DATELINE_TEST_NICENESS
count=$(size 6000 100000)
mkdir "$SRC/c"
arts "$SRC/c" "$count"
printf '{"headline": ' >"$SRC/c/bad.json"
touch -d '1 hour ago' "$SRC/c/bad.json"
start
mv "$SRC/c" "$W/"
: >"$T/progress"
: >"$T/times"
until [ "$(s counts.done)" = "$count" ]; do
    curl -fsS -w '%{stderr}%{time_total}\n' "$H/v1/imports/status" 2>>"$T/times" | jq -c '.progress' >>"$T/progress"
    sleep 0.1
done
at_least "$(wc -l <"$T/progress")" 5
jq -es 'map(select(.phase != "idle")) | length >= 3' "$T/progress" >/dev/null
jq -es --argjson count "$count" '
    map(select(.phase != "idle")) as $p
    | ([range(1; $p | length)] | all(. as $i | ["found", "done", "failed", "bytes"] | all(. as $k | $p[$i][$k] >= $p[$i - 1][$k])))
    and ($p | any(.filesPerSecond > 0)) and ($p | any(.etaSeconds != null))
    and ($p | all(.done + .failed <= .found))' "$T/progress" >/dev/null || fail "the figures don't rise, or aren't there: $(tail -n 1 "$T/progress")"
# Of few answers, the slowest tenth is left out; of a hundred and more, one in a hundred.
sort -n "$T/times" | awk -v most="$(pace 0.05)" '
    { a[NR] = $1 }
    END { part = NR < 100 ? 90 : 99; p = a[int((NR * part + 99) / 100)]; print "status: median", a[int((NR + 1) / 2)], "p" part, p, "of", NR; exit !(p <= most) }' ||
    fail 'the status is slow'
sync 300
eq "$(s progress.phase)" idle
eq "$(f c/bad.json)" failed

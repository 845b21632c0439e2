# The API during a large import: reads and writes are answered as ever.
# limit: 300 1800
# load: heavy
# rerun: timing
# That importing gives way is what is tried.
unset DATELINE_TEST_NICENESS
count=$(size 24000 100000)
mkdir "$SRC/c"
arts "$SRC/c" "$count"
start
art first >"$W/first.txt"
sync
mv "$SRC/c" "$W/"
importing() { at_most "$(s counts.done)" "$count"; }
more() { [ "$(s counts.done)" -gt 1 ] && echo yes; }
within 60 yes more
for _ in $(seq 1 200); do
    curl -o /dev/null -fsS -w '%{time_total}\n' "$H/v1/articles?q=headline&limit=10"
done | sort -n | awk -v most="$(pace 0.1)" '{ a[NR] = $1 } END { p = a[int(NR * .99)]; print "reads: median", a[int(NR / 2)], "p99", p; exit !(p <= most) }' ||
    fail 'reads are slow'
importing || fail 'the import was over before the reads'
for _ in $(seq 1 50); do
    curl -o /dev/null -fsS -w '%{time_total}\n' -X POST -H 'content-type: application/json' -d '{"headline":"w","body":"b"}' "$H/v1/articles"
done | sort -n | awk -v most="$(pace 0.5)" '{ a[NR] = $1 } END { print "writes: median", a[int(NR / 2)], "worst", a[NR]; exit !(a[NR] <= most) }' ||
    fail 'writes are slow'
importing || fail 'the import was over before the writes'
sync 600
eq "$(n)" "$((count + 51))"

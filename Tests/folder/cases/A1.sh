# A slow writer with one open handle: never an article of the first bytes, not even for a moment.
start
( art slow | head -c 30; sleep 3; art slow | tail -c +31 ) >"$W/slow.txt" & writer=$!
sleep 1.5
eq "$(f slow.txt)" waiting
while kill -0 "$writer" 2>/dev/null; do
    eq "$(n)" 0
    sleep 0.05
done
sync
eq "$(f slow.txt sha256)" "$(hash "$W/slow.txt")"
eq "$(n)" 1
eq "$(a slow.txt version)" 1
eq "$(a slow.txt body)" 'Body of slow, long enough to be an article.'

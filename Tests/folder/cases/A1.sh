# A slow writer with one open handle: never an article of the first bytes, not even for a moment.
start
( art slow | head -c 30; until [ -e "$T/go" ]; do sleep 0.1; done; art slow | tail -c +31 ) >"$W/slow.txt" &
within 5 waiting f slow.txt
until=$((SECONDS + 3))
while [ "$SECONDS" -lt "$until" ]; do
    eq "$(n)" 0
    sleep 0.05
done
touch "$T/go"
wait "$!"
sync
eq "$(f slow.txt sha256)" "$(hash "$W/slow.txt")"
eq "$(n)" 1
eq "$(a slow.txt version)" 1
eq "$(a slow.txt body)" 'Body of slow, long enough to be an article.'

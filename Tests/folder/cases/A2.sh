# A writer that opens and closes many times: one article of all of it, whatever was imported on the way.
start
art part1 >"$W/multi.txt"
for i in 2 3 4 5 6; do
    printf '\nBody of part%s, which goes on with what the article about part1 tells.\n' "$i" >>"$W/multi.txt"
    sleep 0.4
    at_most "$(n)" 1
done
sync
eq "$(n)" 1
eq "$(f multi.txt sha256)" "$(hash "$W/multi.txt")"
a multi.txt body | grep -q 'Body of part6'

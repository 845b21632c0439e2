# Files that begin alike, as scraped pages do, are articles of their own.
start
head=$(art shared; for i in $(seq 1 60); do printf 'The shared beginning goes on with sentence number %s, which all of them have.\n' "$i"; done)
for i in 1 2 3; do printf '%s\nOnly version %s ends like this, with a sentence of its own.\n' "$head" "$i" >"$W/$i.txt"; done
sync
eq "$(n)" 3
eq "$(for i in 1 2 3; do f $i.txt 'articleIds[0]'; done | sort -u | wc -l)" 3
for i in 1 2 3; do a $i.txt body | grep -q "Only version $i ends"; done
# A change behind the common beginning is a change.
printf '%s\nOnly version 9 ends like this, with a sentence of its own.\n' "$head" >"$W/2.txt"
sync
eq "$(n)" 3
eq "$(f 2.txt revision)" 2
a 2.txt body | grep -q 'Only version 9 ends'

# A preallocated file waits while it is nothing but NULs; one that stays so fails with a reason, and is never an empty article.
start
fallocate -l 4096 "$W/pre.txt" || skip 'the file system preallocates nothing'
sleep 3
eq "$(n)" 0
art pre | dd of="$W/pre.txt" conv=notrunc status=none
truncate -s "$(art pre | wc -c)" "$W/pre.txt"
sync
eq "$(n)" 1
head -c 8192 /dev/zero >"$W/zeros.txt"
sleep 3
[ "$(f zeros.txt)" != failed ] || fail 'not given the time to be filled'
sync
eq "$(f zeros.txt)" failed
eq "$(f zeros.txt reason)" binary-content
eq "$(n)" 1

# Times in the future and in the far past: they are compared with the ledger, never with the clock.
start
art fut >"$W/fut.txt"
touch -d '+10 years' "$W/fut.txt"
soon 100 1
art fut2 >"$W/fut.txt"
touch -d '1970-01-02' "$W/fut.txt"
sync
eq "$(f fut.txt revision)" 2
eq "$(n)" 1
art early >"$SRC/early.txt"
touch -d '1960-01-01' "$SRC/early.txt"
mv "$SRC/early.txt" "$W/"
sync
eq "$(f early.txt)" done

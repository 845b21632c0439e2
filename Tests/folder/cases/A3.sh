# A file that is half copied when the service starts: the rule is that of any other time.
start
stop
( art big | head -c 40; sleep 4; art big | tail -c +41 ) >"$W/big.txt" & writer=$!
sleep 0.5
start
sleep 1
eq "$(n)" 0
wait "$writer"
sleep 4
sync
eq "$(n)" 1
eq "$(f big.txt sha256)" "$(hash "$W/big.txt")"
eq "$(f big.txt revision)" 1

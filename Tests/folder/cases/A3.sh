# A file that is half copied when the service starts: the rule is that of any other time.
start
stop
( art big | head -c 40; touch "$T/begun"; until [ -e "$T/go" ]; do sleep 0.1; done; art big | tail -c +41 ) >"$W/big.txt" & writer=$!
until [ -e "$T/begun" ]; do sleep 0.1; done
start
sleep 3
eq "$(n)" 0
touch "$T/go"
wait "$writer"
sleep 4
sync
eq "$(n)" 1
eq "$(f big.txt sha256)" "$(hash "$W/big.txt")"
eq "$(f big.txt revision)" 1

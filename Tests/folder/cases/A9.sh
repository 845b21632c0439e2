# A file that won't settle, and then does: nothing gives up, and the wait shows with its age.
start
( i=0; until [ -e "$T/go" ]; do art "l$((i += 1))"; sleep 0.5; done ) >"$W/long.txt" & writer=$!
sleep 8
within 5 waiting f long.txt
at_least "$(s oldestWaitingSeconds)" 5
sleep 8
within 5 waiting f long.txt
touch "$T/go"
wait "$writer"
sync
eq "$(f long.txt)" done
eq "$(f long.txt sha256)" "$(hash "$W/long.txt")"
eq "$(s oldestWaitingSeconds)" null

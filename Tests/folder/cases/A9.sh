# A file that won't settle, and then does: nothing gives up, and the wait shows with its age.
start
( for i in $(seq 1 40); do art "l$i"; sleep 0.5; done ) >"$W/long.txt" & writer=$!
sleep 8
eq "$(f long.txt)" waiting
at_least "$(s oldestWaitingSeconds)" 5
wait "$writer"
sync
eq "$(f long.txt)" done
eq "$(f long.txt sha256)" "$(hash "$W/long.txt")"
eq "$(s oldestWaitingSeconds)" null

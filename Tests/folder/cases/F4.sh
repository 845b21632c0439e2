# A file that brings the process down: at most three deaths, then it has failed by name and all others are in.
# hooks: needed
# limit: 180
art '@@DATELINE-TEST-ABORT@@' >"$W/poison.txt"
arts "$W" 300
set_aside poison.txt
sync
eq "$(n)" 300
eq "$(f poison.txt)" failed
eq "$(f poison.txt reason)" parser-crashed
at_most "$(f poison.txt attempts)" 3
# The innocent don't inherit its count, and a restart doesn't try again.
at_most "$(files | jq -s 'map(select(.state == "done") | .attempts) | max')" 3
stop
start
sync
eq "$(f poison.txt reason)" parser-crashed
eq "$(s counts.done)" 300

# Stopped in the middle: within two seconds, with what is open committed; and it goes on afterwards.
# limit: 300 900
# load: heavy
# rerun: timing
start
count=$(size 4000 20000)
arts "$W" "$count"
sleep 1
began=$(now_ms)
stop
took=$(($(now_ms) - began))
printf 'stopped after %s ms\n' "$took"
at_most "$took" "$(pace 2000)"
start
sync 300
eq "$(n)" "$count"
eq "$(s totals.parsedFiles)" "$count"

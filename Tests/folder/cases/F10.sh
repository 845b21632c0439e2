# Passing trouble: tried again after 1 s, then twice as long each time, for as long as the file is there.
# user: plain
# limit: 150
# rerun: timing
start
art no >"$SRC/no.txt"
chmod 000 "$SRC/no.txt"
mv "$SRC/no.txt" "$W/no.txt"
within 10 retrying f no.txt
last=
pauses=()
until=$((SECONDS + 25))
while [ "$SECONDS" -lt "$until" ]; do
    next=$(f no.txt nextAttemptAt)
    if [ "$next" != "$last" ] && [ "$next" != null ]; then
        last=$next
        eq "$(f no.txt)" retrying
        pauses+=("$(($(date -d "$next" +%s%3N) - $(date +%s%3N)))")
    fi
    sleep 0.1
done
printf 'pauses before further attempts: %s ms\n' "${pauses[*]}"
# 1 + 2 + 4 + 8 s, give or take the jitter.
at_least "${#pauses[@]}" 4
at_most "${#pauses[@]}" 8
at_most "${pauses[0]}" 2500
at_least "${pauses[-1]}" 4500
eq "$(s counts.failed)" 0
sync
chmod 644 "$W/no.txt"
within 12 done f no.txt
eq "$(f no.txt nextAttemptAt)" null

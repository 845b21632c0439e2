# Truncated JSON that is completed later: early, not failed.
start
printf '{"headline":"H","body":"long' >"$W/j.json"
sleep 4
within 5 early early j.json
printf ' text"}' >>"$W/j.json"
sync
eq "$(f j.json)" done
eq "$(s counts.failed)" 0
eq "$(a j.json body)" 'long text'
# The time of writing may have been set.
printf '{"headline":"Early","body":"long' >"$W/set.json"
touch -d '+1 hour' "$W/set.json"
sleep 3
within 5 early early set.json
printf ' text"}' >>"$W/set.json"
sync
eq "$(f set.json)" done

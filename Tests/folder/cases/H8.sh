# A thousand bad files: one line in the log for each, and none on a repeat.
# limit: 240
start
for i in $(seq 1 1000); do printf '{' >"$W/bad$i.json"; done
sync 300
eq "$(s counts.failed)" 1000
a=$(log_bytes)
sleep 60
at_most "$(($(log_bytes) - a))" 9999
sync
sync
at_most "$(($(log_bytes) - a))" 9999
# Each has its line, or one for early and one for failed, or they are summed up.
at_most "$(grep -c 'bad1\.json' "$LOG")" 2
at_most "$(wc -l <"$LOG")" 2100

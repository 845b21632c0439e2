# The database is busy: waited out, and never a failure of a file.
# limit: 150
start
sqlite3 "$DATA/dateline.sqlite" 'begin immediate; select 1;' '.shell sleep 20' 'rollback;' >/dev/null & holder=$!
arts "$W" 50
sleep 5
eq "$(s counts.failed)" 0
eq "$(n)" 0
wait "$holder"
sync
eq "$(n)" 50
eq "$(s counts.failed)" 0

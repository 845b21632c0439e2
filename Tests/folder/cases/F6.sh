# The database is busy: waited out, and never a failure of a file.
# limit: 150
start
hold 20
arts "$W" 50
sleep 5
eq "$(s counts.failed)" 0
eq "$(n)" 0
wait "$HOLDER"
sync
eq "$(n)" 50
eq "$(s counts.failed)" 0

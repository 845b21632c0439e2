# Killed again and again: every file is in, once, and the database is whole.
# limit: 300 1200
# load: heavy
start
count=$(size 1500 5000)
kills=$(size 8 20)
arts "$W" "$count"
for _ in $(seq 1 "$kills"); do
    crash
    start
    sleep "0.$((RANDOM % 9 + 1))"
done
sync 300
eq "$(n)" "$count"
eq "$(s counts.done)" "$count"
conclude
eq "$(sqlite3 "$DATA/dateline.sqlite" 'pragma integrity_check')" ok

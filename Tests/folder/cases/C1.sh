# Inodes are used again: a new file is never taken for the one that was there before.
# limit: 180 1800
start
count=$(size 40 300)
for i in $(seq 1 "$count"); do
    art "$i" >"$W/n$i.txt"
    sync
    rm "$W/n$i.txt"
    sync
done
eq "$(n)" "$count"
eq "$(s counts.missing)" "$count"
eq "$(every | jq -r .headline | sort -u | wc -l)" "$count"

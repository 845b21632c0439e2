# Moved on and on in a folder that can't be watched whole, a file isn't deleted.
# namespace: limits
# limit: 150
[ -w /proc/sys/user/max_inotify_watches ] || skip 'the limits of this namespace can not be set'
echo 5 >/proc/sys/user/max_inotify_watches
mkdir "$W"/{1..20}
start --on-delete delete
art other >"$W/other.txt"
art moved >"$W/moved.txt"
sync
eq "$(s watcher.mode)" degraded
id=$(f moved.txt 'articleIds[0]')
for i in 3 10 17; do
    mv "$W/moved.txt" "$W/$i/moved.txt"
    within 20 done f "$i/moved.txt"
    eq "$(f "$i/moved.txt" 'articleIds[0]')" "$id"
    mv "$W/$i/moved.txt" "$W/moved.txt"
    within 20 done f moved.txt
done
eq "$(f moved.txt 'articleIds[0]')" "$id"
eq "$(n)" 2
rm "$W/moved.txt"
soon 400 1

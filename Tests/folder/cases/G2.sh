# The mount is gone and the folder empty: deletions are held, whatever is set; back again, nothing has happened.
# namespace: mounts
# limit: 150
for policy in mark delete; do
    fresh
    start --on-delete "$policy"
    arts "$W" 100
    sync
    mount -t tmpfs tmpfs "$W" 2>/dev/null || skip 'no tmpfs may be mounted here'
    sleep 12
    within 5 100 s deletes.held
    eq "$(s counts.missing)" 0
    eq "$(n)" 100
    eq "$(s ok)" false
    umount "$W"
    sync
    eq "$(s deletes.held)" 0
    eq "$(s totals.parsedFiles)" 100
    eq "$(s counts.done)" 100
    eq "$(n)" 100
    eq "$(s ok)" true
done
# A yes to what is held is none to what another folder in its place lacks.
fresh
start
arts "$W" 200
sync
rm "$W"/1?.txt "$W"/1??.txt
sync
eq "$(s deletes.held)" 110
mount -t tmpfs tmpfs "$W"
curl -fsS -X POST "$H/v1/imports/deletes/confirm" >/dev/null
sync
within 20 200 s deletes.held
eq "$(s counts.missing)" 0
umount "$W"
sync
eq "$(s counts.missing)" 0
eq "$(s deletes.held)" 110
curl -fsS -X POST "$H/v1/imports/deletes/confirm" >/dev/null
sync
eq "$(s counts.missing)" 110

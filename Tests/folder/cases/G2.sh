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
    eq "$(s counts.missing)" 0
    eq "$(s deletes.held)" 100
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

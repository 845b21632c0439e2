# What can't be read isn't deleted.
# user: plain
for policy in mark delete; do
    fresh
    start --on-delete "$policy"
    mkdir -p "$W/shut/below"
    arts "$W/shut" 5
    art below >"$W/shut/below/b.txt"
    art single >"$W/single.txt"
    sync
    chmod 000 "$W/shut" "$W/single.txt"
    sync
    sync
    eq "$(s counts.missing)" 0
    eq "$(s deletes.held)" 0
    eq "$(s unreadableDirectories)" 1
    eq "$(n)" 7
    eq "$(every | jq -s 'map(select(.sourceMissingSince != null)) | length')" 0
    # Nor over a restart.
    stop
    start --on-delete "$policy"
    sync
    eq "$(s counts.missing)" 0
    eq "$(n)" 7
    chmod 755 "$W/shut"
    chmod 644 "$W/single.txt"
    sync
    eq "$(s counts.missing)" 0
    eq "$(s totals.parsedFiles)" 7
    eq "$(s unreadableDirectories)" 0
done

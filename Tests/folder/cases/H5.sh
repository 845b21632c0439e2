# The status tells the truth: the states sum to the files on disk, and all is well only where it is.
# limit: 200
start
art a >"$W/a.txt"
mkdir "$W/d"
arts "$W/d" 100
cp "$W/a.txt" "$W/copy.txt"
: >"$W/empty.txt"
printf '{"headline": }' >"$W/bad.json"
printf '{"headline":"good"}\nbad\n' >"$W/half.jsonl"
art junk >"$W/.hidden"
art temporary >"$W/x.tmp"
mkfifo "$W/fifo.txt"
ln -s a.txt "$W/link.txt"
head -c 8192 /dev/zero >"$W/zeros.txt"
sync
disk=$(find "$W" -mindepth 1 ! -type d | wc -l)
eq "$(s 'counts | (.waiting+.queued+.importing+.done+.partial+.retrying+.failed+.skipped+.ignored)')" "$disk"
eq "$(s counts.done)" 102
eq "$(s counts.partial)" 1
eq "$(s counts.failed)" 2
at_least "$(s counts.ignored)" 2
eq "$(s ok)" true
eq "$(s 'reason')" null
# The same figures from the rows, but for what is ignored.
eq "$(files | jq -s 'group_by(.state) | map({(.[0].state): length}) | add | to_entries | sort' | tr -d ' \n')" \
    "$(s 'counts | del(.ignored) | with_entries(select(.value > 0)) | to_entries | sort' | tr -d ' \n')"
rm "$W/a.txt"
mv "$W/d/1.txt" "$W/moved.txt"
printf '{"headline":"mended"}' >"$W/bad.json"
sync
eq "$(s counts.missing)" 1
eq "$(counted)" "$((disk - 1))"
eq "$(s ok)" true
# Held: not well.
mkdir "$SRC/away"
mv "$W/d"/*.txt "$SRC/away/"
sync
at_least "$(s deletes.held)" 90
eq "$(s ok)" false
mv "$SRC/away"/* "$W/d/"
sync
eq "$(s ok)" true
# Away: not well.
mv "$W" "$W.away"
within 10 false s ok
mv "$W.away" "$W"
within 20 true s ok
eq "$(s watcher.mode)" events
# It was looked through lately.
at_least "$(date -d "$(s lastScan)" +%s)" "$(($(date +%s) - 95))"

# A folder that opens, and can't be listed to its end, is told as one that isn't there; nothing in it counts as gone.
# limit: 120
command -v strace >/dev/null || skip 'there is no strace'
strace -f -qq -o /dev/null true 2>/dev/null || skip 'strace may not trace here'
# Of what `W` names, and only while a file lies there that says so.
LAUNCH=(strace -f -D -qq -o /dev/null -P "$W" -e trace=getdents64 -e signal=none -e 'inject=getdents64:error=EIO:when=4..40')
start --on-delete delete
art a >"$W/a.txt"
art b >"$W/b.txt"
within 40 root-unavailable s reason
eq "$(s ok)" false
eq "$(s root.state)" unavailable
scanned=$(s lastScan)
rm "$W/a.txt"
sync
eq "$(s reason)" root-unavailable
eq "$(s lastScan)" "$scanned"
eq "$(s counts.missing)" 0
eq "$(grep -c 'The folder can.t be read' "$LOG")" 1
within 60 null s reason
sync
eq "$(s ok)" true
eq "$(n)" 1
[ "$(s lastScan)" != "$scanned" ] || fail 'no look has followed'
eq "$(grep -c 'The folder is back' "$LOG")" 1

# A FIFO, a socket and a device are passed over, and never opened: opening a FIFO would block for ever.
start
mkfifo "$W/fifo.txt" "$W/fifo.json"
(cd "$W" && python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket.txt")')
mknod "$W/null.txt" c 1 3 2>/dev/null || :
art a >"$W/a.txt"
sync
eq "$(n)" 1
eq "$(s counts.failed)" 0
eq "$(f fifo.txt)" skipped
eq "$(f fifo.txt reason)" not-regular-file
eq "$(f socket.txt)" skipped
# Nobody has it open: a writer that doesn't wait is told so.
if python3 -c 'import os, sys; os.open(sys.argv[1], os.O_WRONLY | os.O_NONBLOCK)' "$W/fifo.txt" 2>/dev/null; then fail 'the FIFO is open'; fi
# Where a file was, there is one now; and the other way round.
rm "$W/a.txt" "$W/fifo.json"
mkfifo "$W/a.txt"
printf '{"headline":"J"}' >"$W/fifo.json"
art b >"$W/b.txt"
sync
eq "$(f b.txt)" done
eq "$(f fifo.json)" done
eq "$(f a.txt)" skipped

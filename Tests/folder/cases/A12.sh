# Files of another user, of whose writers the kernel tells nothing: what is held open waits while events tell of no end, at a start too.
if [ "$EUID" -ne 0 ]; then skip 'only root can be a user who has nothing else running'; fi
user=$((40000 + RANDOM % 20000))
place=$(mktemp -d /tmp/dateline-user.XXXXXX)
trap 'rm -rf "$place"' EXIT
DATA=$place/data W=$place/inbox
mkdir "$DATA" "$W"
chown "$user" "$place" "$DATA" "$W"
LAUNCH=(setpriv --reuid "$user" --regid "$user" --clear-groups)
"${LAUNCH[@]}" "$PROGRAM" --version >"$T/printed" 2>&1 || skip 'another user may not run the program here'
slowly() { art "$1" | head -c 30; sleep "$2"; art "$1" | tail -c +31; }
start
slowly slow 9 >"$W/slow.txt" & writer=$!
while kill -0 "$writer" 2>/dev/null; do
    eq "$(n)" 0
    sleep 0.1
done
sync
eq "$(n)" 1
eq "$(f slow.txt sha256)" "$(hash "$W/slow.txt")"
eq "$(f slow.txt revision)" 1
# Closed, nothing has to be guessed.
art quick >"$W/quick.txt"
within 5 done f quick.txt
stop
slowly late 6 >"$W/late.txt" & writer=$!
sleep 2.5
start
while kill -0 "$writer" 2>/dev/null; do
    eq "$(n)" 2
    sleep 0.1
done
sync
eq "$(n)" 3
eq "$(f late.txt sha256)" "$(hash "$W/late.txt")"
eq "$(f late.txt revision)" 1
stop

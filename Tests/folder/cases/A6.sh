# Arrivals without a close event: hard link, reflink, memory map; found within five seconds, and so is a change through the link.
start
art link >"$SRC/link.txt"
ln "$SRC/link.txt" "$W/link.txt"
soon 100 1

# Where the file system has no reflinks this is an ordinary copy.
art clone >"$SRC/clone.txt"
cp --reflink=auto "$SRC/clone.txt" "$W/clone.txt"
soon 100 2

# Written through a map after the handle is closed, so that the last event comes before the text.
art map >"$SRC/map.txt"
python3 - "$SRC/map.txt" "$W/map.txt" <<'PY'
import mmap, os, sys, time
text = open(sys.argv[1], "rb").read()
handle = os.open(sys.argv[2], os.O_RDWR | os.O_CREAT, 0o644)
os.ftruncate(handle, len(text))
view = mmap.mmap(handle, len(text))
os.close(handle)
time.sleep(1)
view[:] = text
view.flush()
view.close()
PY
soon 100 3
sync
eq "$(f map.txt sha256)" "$(hash "$SRC/map.txt")"

art changed >"$SRC/link.txt"
sync
eq "$(f link.txt sha256)" "$(hash "$SRC/link.txt")"
eq "$(f link.txt revision)" 2
eq "$(a link.txt headline)" 'Headline changed'
eq "$(n)" 3

# A second name of the same file is another source of its article, and a write through one of them changes both.
ln "$W/link.txt" "$W/second.txt"
sync
eq "$(n)" 3
art 'changed again' >"$W/second.txt"
sync
eq "$(n)" 3
for name in link second; do eq "$(a "$name.txt" headline)" 'Headline changed again'; done

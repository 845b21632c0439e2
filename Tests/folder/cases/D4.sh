# Symbolic links: nothing outside the folder is ever read, also when a directory turns into a link during the walk.
# limit: 150
start
mkdir "$SRC/out"
for i in $(seq 1 20); do art "secret $i" >"$SRC/out/$i.txt"; done
art secret >"$SRC/secret.txt"
art real >"$W/real.txt"
mkdir "$W/dir"
art 'in dir' >"$W/dir/in.txt"
ln -s "$SRC/secret.txt" "$W/file-out.txt"
ln -s ../src/secret.txt "$W/dir/relative-out.txt"
ln -s "$SRC/out" "$W/dir-out"
ln -s . "$W/loop"
ln -s self "$W/self"
ln -s "$W/nowhere.txt" "$W/dangling.txt"
ln -s real.txt "$W/inside.txt"
sync
eq "$(n)" 2
eq "$(s counts.failed)" 0
for link in file-out.txt dangling.txt inside.txt; do
    case "$(f "$link")" in skipped | null) : ;; *) fail "$link is $(f "$link")" ;; esac
done
eq "$(counted)" "$(on_disk)"

mkdir "$W/swap"
for i in $(seq 1 20); do art "swapped $i" >"$W/swap/$i.txt"; done
sync
python3 - "$W/swap" "$SRC/out" <<'PY' & swapper=$!
import os, sys, time
place, target = sys.argv[1:]
os.symlink(target, place + ".link")
until = time.monotonic() + 10
while time.monotonic() < until:
    os.rename(place, place + ".real")
    os.rename(place + ".link", place)
    time.sleep(0.0005)
    os.rename(place, place + ".link")
    os.rename(place + ".real", place)
    time.sleep(0.0005)
os.unlink(place + ".link")
PY
while kill -0 "$swapper" 2>/dev/null; do
    post /v1/imports/scan >/dev/null
    touch -c "$W/swap/"*.txt 2>/dev/null || :
    sleep 0.05
done
wait "$swapper"
sync
if every | jq -r .headline | grep secret; then fail 'it has read outside of the folder'; fi
eq "$(n)" 22
eq "$(a swap/7.txt headline)" 'Headline swapped 7'

# With --follow-links, those to files in the folder that are read under no name of their own, and no others.
fresh
start --follow-links
art real >"$W/real.txt"
mkdir "$W/dir" "$W/.hidden"
art hidden >"$W/.hidden/h.txt"
art 'in dir' >"$W/dir/in.dat"
art secret >"$SRC/secret.dat"
ln -s .hidden/h.txt "$W/relative.txt"
ln -s ../.hidden/h.txt "$W/dir/up.txt"
ln -s "$W/dir/in.dat" "$W/absolute.txt"
ln -s real.txt "$W/by-itself.txt"
ln -s relative.txt "$W/link-to-link.txt"
ln -s .hidden "$W/dir-link"
ln -s dir-link/h.txt "$W/through-link.txt"
ln -s ../src/secret.dat "$W/relative-out.txt"
ln -s "$SRC/secret.dat" "$W/file-out.txt"
ln -s "$W-evil/secret.dat" "$W/like-inside.txt"
ln -s self.txt "$W/self.txt"
sync
eq "$(every | jq -r .headline | sort | tr '\n' ,)" 'Headline hidden,Headline in dir,Headline real,'
eq "$(f relative.txt)" done
eq "$(f dir/up.txt 'articleIds[0]')" "$(f relative.txt 'articleIds[0]')"
eq "$(f absolute.txt)" done
for link in by-itself.txt link-to-link.txt dir-link through-link.txt relative-out.txt file-out.txt like-inside.txt self.txt; do
    eq "$link: $(f "$link") $(f "$link" reason)" "$link: skipped symlink"
done
# An edit comes to the links unannounced, which is no sign of a mount without events.
art 'hidden, edited' >"$W/.hidden/h.txt"
sync
eq "$(a relative.txt headline)" 'Headline hidden, edited'
eq "$(f relative.txt revision)" 2
eq "$(f dir/up.txt 'articleIds[0]')" "$(f relative.txt 'articleIds[0]')"
eq "$(n)" 3
eq "$(s watcher.mode)" events
# A link that is turned to the outside is read no more, nor one that leads nowhere.
ln -sfn "$SRC/secret.dat" "$W/relative.txt"
rm "$W/dir/in.dat"
sync
eq "$(f relative.txt)" skipped
eq "$(f absolute.txt)" skipped
eq "$(n)" 3
if every | jq -r .headline | grep secret; then fail 'it has read outside of the folder'; fi

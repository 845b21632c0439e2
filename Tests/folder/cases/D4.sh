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

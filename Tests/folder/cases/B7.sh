# A directory deleted and made again is watched like the first.
start
mkdir "$W/d"
art 1 >"$W/d/1.txt"
soon 40 1
rm -rf "$W/d"
mkdir "$W/d"
sleep 2
art 2 >"$W/d/2.txt"
soon 40 2
sync
eq "$(f d/1.txt)" missing

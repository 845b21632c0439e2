# New directories that are full before they are watched, and whole trees that are moved in.
start
for i in $(seq 1 20); do
    mkdir "$W/d$i"
    art "$i" >"$W/d$i/a.txt"
    mkdir -p "$W/d$i/x/y/z"
    art "deep $i" >"$W/d$i/x/y/z/b.txt"
done
soon 60 40
mkdir -p "$SRC/tree/one/two"
art top >"$SRC/tree/top.txt"
art two >"$SRC/tree/one/two/two.txt"
mv "$SRC/tree" "$W/tree"
soon 60 42
# They are watched from then on.
art later >"$W/tree/one/two/later.txt"
soon 40 43
# Also after they are moved, and where they were before nothing is left behind.
mv "$W/tree" "$W/d1/moved"
sync
eq "$(n)" 43
art again >"$W/d1/moved/one/two/again.txt"
soon 40 44
eq "$(s counts.missing)" 0

# The program's own files: the database must not lie in the folder, nor the folder beside the database; done/ is told by what it is.
mkdir "$W/data"
refused 78 --database "$W/data/dateline.sqlite" --inbox "$W"
refused 78 --database "$W/dateline.sqlite" --inbox "$W"
mkdir "$DATA/inbox"
refused 78 --database "$DATA/dateline.sqlite" --inbox "$DATA/inbox"
ln -s "$W/data" "$T/elsewhere"
refused 78 --database "$T/elsewhere/dateline.sqlite" --inbox "$W"
rmdir "$W/data" "$DATA/inbox"
# A folder of that name is like any other where nothing is moved …
mkdir "$W/done"
art mine >"$W/done/mine.txt"
start
sync
eq "$(n)" 1
eq "$(f done/mine.txt)" done
stop
fresh
# … and below the root.
mkdir -p "$W/sub/done"
start --inbox-mode consume
art a >"$W/a.txt"
art b >"$W/sub/done/b.txt"
sync
eq "$(n)" 2
[ -e "$W/done/a.txt" ] || fail "a.txt isn't in done/: $(find "$W")"
[ ! -e "$W/sub/done/b.txt" ] || fail 'b.txt was passed over'
sync
eq "$(n)" 2
eq "$(s totals.parsedFiles)" 2

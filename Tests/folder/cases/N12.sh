# One folder through all kinds of trouble: the states sum to the files on disk after every step. (Each other case ends with the same check.)
# limit: 300
start
step() { # WHAT
    sums_hold || fail "after: $1"
}
arts "$W" 30
step 'new files'
mkdir -p "$W/a/b"
mv "$W"/1?.txt "$W/a/b/"
step 'moved into a new directory'
cp "$W/1.txt" "$W/one-more.txt"
cp "$W/1.txt" "$W/a/one-more.txt"
step 'copied'
rm "$W/1.txt"
art edited >"$W/2.txt"
step 'one copy deleted, another file edited'
art t >"$W/x.part"
step 'a temporary name'
mv "$W/x.part" "$W/x.txt"
step 'renamed from it'
mv "$W/x.txt" "$W/.x"
step 'hidden'
: >"$W/3.txt"
step 'emptied'
printf '{"headline": }' >"$W/4.txt"
mv "$W/5.txt" "$W/5.json"
step 'other content, other extension'
rm "$W/6.txt"
mkdir "$W/6.txt"
art inside >"$W/6.txt/inside.txt"
step 'a directory where a file was'
rm "$W/7.txt"
mkfifo "$W/7.txt"
step 'a FIFO where a file was'
mv "$W/a" "$W/.a"
step 'a hidden directory'
mv "$W/.a" "$W/a"
step 'and back'
printf '{"id":"k","headline":"one"}\n{"id":"k","headline":"two"}\nnone\n' >"$W/k.jsonl"
step 'lines with a bad one'
stop
rm -r "$W/a/b"
art new >"$W/new.txt"
mv "$W/2.txt" "$W/two.txt"
start
step 'changes while the service was down'
crash
start
step 'killed'
rm -rf "${W:?}"/*
step 'everything gone'
[ "$(s deletes.held)" = 0 ] || post /v1/imports/deletes/confirm >/dev/null
step 'and confirmed'
eq "$(counted)" "$(on_disk)"

# The same id twice in one file: the last line counts. In two files: the later import, and both are sources.
start
printf '{"id":"k","headline":"one","body":"b"}\n{"id":"k","headline":"two","body":"b"}\n' >"$W/k.jsonl"
sync
eq "$(n)" 1
eq "$(a k.jsonl headline)" two
f k.jsonl warnings | is 'index("duplicate-id-in-file") != null'
printf '{"id":"k","headline":"three","body":"b"}\n' >"$W/l.jsonl"
sync
eq "$(n)" 1
eq "$(a k.jsonl headline)" three
eq "$(f l.jsonl 'articleIds[0]')" "$(f k.jsonl 'articleIds[0]')"
# It stays so: neither a look nor a restart turns it back.
sync
stop
start
sync
eq "$(n)" 1
eq "$(a k.jsonl headline)" three
# One source gone, the other holds it.
rm "$W/k.jsonl"
sync
eq "$(n)" 1
eq "$(a l.jsonl sourceMissingSince)" null

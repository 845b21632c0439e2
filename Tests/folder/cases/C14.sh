# A second process on the same database ends at once and names the first; after kill -9 the way is free.
start
began=$(now_ms)
refused 75 --database "$DATA/dateline.sqlite" --inbox "$W"
at_most "$(($(now_ms) - began))" "$(busily 5000)"
grep -qw "$PID" "$T/refusal" || fail "it doesn't name process $PID: $(cat "$T/refusal")"
eq "$(wc -l <"$T/refusal")" 1
art a >"$W/a.txt"
sync
crash
start
sync
eq "$(n)" 1

# Two services with databases of their own may follow one folder, but if one moves its files it has to be the only one.
mkdir "$T/other"
second() {
    began=$(now_ms)
    refused 75 --database "$T/other/dateline.sqlite" --inbox "$W" "$@"
    at_most "$(($(now_ms) - began))" "$(busily 5000)"
    grep -qw "$PID" "$T/refusal" || fail "it doesn't name process $PID: $(cat "$T/refusal")"
    eq "$(wc -l <"$T/refusal")" 1
}
stop
start --inbox-mode consume
second --inbox-mode consume
second --inbox-mode sync
crash
start --inbox-mode consume
art b >"$W/b.txt"
sync
eq "$(n)" 2

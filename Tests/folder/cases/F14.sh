# The database on a network file system: said loudly, and without a write-ahead log; or refused. The folder may be on one.
command -v strace >/dev/null || skip 'there is no strace'
art a >"$W/a.txt"
# NFS's number in what statfs answers.
pretend=(strace -f -D -qq -o /dev/null -e 'trace=statfs,fstatfs' -e signal=none
    -e 'inject=statfs,fstatfs:poke_exit=@arg2=6969000000000000')
strace -f -qq -o /dev/null true 2>/dev/null || skip 'strace may not trace here'
eq "$("${pretend[@]}" stat -f -c %T "$DATA")" nfs
LAUNCH=("${pretend[@]}")
if ! start; then
    LAUNCH=()
    code=0
    wait "$PID" || code=$?
    PID=
    eq "$code" 78
else
    sync
    eq "$(n)" 1
    [ ! -e "$DATA/dateline.sqlite-wal" ] || fail 'there is a write-ahead log on NFS'
    stop
    LAUNCH=()
fi
grep -qiE '(warning|error|critical|dateline:).*(nfs|network)' "$LOG" || fail 'nothing is said of it'

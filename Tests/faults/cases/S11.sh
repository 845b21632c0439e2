# Interrupted and short reads and writes, as POSIX allows them: nobody notices.
faulty_disk
start
disk 'write * EINTR 2 1' 'write * short:1000 5 3' 'write -wal EINTR 20 1' 'write -wal short:7 30 1' 'read .sqlite EINTR 3 1' 'read .sqlite short:512 6 2'
for i in $(seq 1 15); do eq "$(article "Number $i")" 201; done
eq "$(n)" 15
[ "$(hits)" -ge 5 ] || fail "only $(hits) calls were met"

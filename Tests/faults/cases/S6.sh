# The file system turns read-only under the service: writes are refused with the reason, reads answered; writable again, it goes on.
faulty_disk
start
eq "$(article before)" 201
disk 'write * EROFS 1 0' 'truncate * EROFS 1 0'
for _ in 1 2 3; do
    eq "$(article refused)" 503
    eq "$(reason)" read-only
done
# Asked often, it looks once a second.
within 5 503 ready
readable
[ "$(hits)" -ge 3 ] || fail 'nothing was injected'
disk
eq "$(article after)" 201
within 5 200 ready
eq "$(every | jq -r .headline | sort | tr '\n' ' ')" 'after before '

# A limit on the size of files, as quotas set it: like a full disk; the signal for it kills nobody.
start
eq "$(article first)" 201
prlimit --pid "$PID" --fsize=600000:600000
body=$(head -c 60000 /dev/zero | tr '\0' 'w')
stored=1
code=201
while [ "$code" = 201 ]; do
    code=$(send POST /v1/articles "{\"headline\":\"Large\",\"body\":\"$body\"}")
    [ "$code" != 201 ] || stored=$((stored + 1))
    [ "$stored" -lt 200 ] || fail 'the limit does not hold'
done
eq "$code" 503
eq "$(reason)" disk-full
readable
alive || fail 'it was killed'
eq "$(n)" "$stored"

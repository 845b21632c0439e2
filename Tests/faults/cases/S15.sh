# The shared memory file is lost, or garbage, after a kill: made anew, and nothing is lost.
for damage in remove garbage; do
    start
    eq "$(article "$damage")" 201
    crash
    case $damage in
        remove) rm "$DB-shm" ;;
        garbage) head -c 32768 /dev/urandom >"$DB-shm" ;;
    esac
done
start
eq "$(n)" 2

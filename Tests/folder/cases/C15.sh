# Files and folders change places over and over, at any pace: every article stays, and none comes twice.
start
mkdir "$W/u" "$W/w"
for i in 1 2 3; do
    art "$i" >"$W/u/$i.txt"
    art "1$i" >"$W/w/$i.txt"
done
sync
eq "$(n)" 6
echo "The order of events follows from ${SEED:=$RANDOM}: SEED=$SEED."
RANDOM=$SEED
pause() {
    case $pace in
    0) ;;
    1) sleep "0.0$((RANDOM % 10))$((RANDOM % 10))" ;;
    2) [ $((RANDOM % 2)) = 0 ] || sleep "0.0$((RANDOM % 10))" ;;
    3) sleep "0.3$((RANDOM % 10))" ;;
    esac
}
# exchange A B: in one step, as no tool of the shell can.
exchange() {
    python3 - "$W/$1" "$W/$2" <<'P'
import ctypes, os, sys
EXCHANGE, HERE = 2, -100
libc = ctypes.CDLL(None, use_errno=True)
if libc.renameat2(HERE, os.fsencode(sys.argv[1]), HERE, os.fsencode(sys.argv[2]), EXCHANGE) != 0:
    sys.exit(os.strerror(ctypes.get_errno()))
P
}
for _ in $(seq 1 25); do
    pace=$((RANDOM % 4))
    case $((RANDOM % 6)) in
    0)
        mv "$W/u/2.txt" "$W/keep"
        pause
        mv "$W/u/3.txt" "$W/u/2.txt"
        pause
        mv "$W/keep" "$W/u/3.txt"
        ;;
    1)
        mv "$W/u/2.txt" "$W/u/keep.txt"
        pause
        mv "$W/u/3.txt" "$W/u/2.txt"
        pause
        mv "$W/u/1.txt" "$W/u/3.txt"
        pause
        mv "$W/u/keep.txt" "$W/u/1.txt"
        ;;
    2)
        mv "$W/u" "$W/keep"
        pause
        mv "$W/w" "$W/u"
        pause
        mv "$W/keep" "$W/w"
        ;;
    3) exchange u/1.txt w/2.txt ;;
    4) exchange u/2.txt u/3.txt ;;
    5) exchange u w ;;
    esac
    [ $((RANDOM % 3)) = 0 ] || sync
    if [ "$(n)" != 6 ]; then sync; fi
    eq "$(n)" 6
done
sync
eq "$(n)" 6
eq "$(s counts.missing)" 0
for file in "$W"/?/*; do eq "$(a "${file#"$W/"}" headline)" "$(head -n 1 "$file")"; done

# The power is cut while it is written to: what surely was on the disk, and what by chance was there too, has every acknowledged write.
# limit: 300 3600
# load: heavy
recorded_disk
for round in $(seq 1 "$(size 8 50)"); do
    start
    sync 300
    verify
    load_and_kill KILL "$((RANDOM % 400 + 20))" --watched "$W"
    case $((round % 4)) in
        0) cut_power 0 ;;
        1) cut_power 0.2 ;;
        2) cut_power 0.8 ;;
        3) cut_power 1 ;;
    esac
done
start
sync 300
verify
# That a loss would have been noticed: the same on a disk that says it has synced and hasn't.
disk 'sync -wal lie 1 0'
load_and_kill KILL 500
cut_power 0
disk
if start 2>/dev/null; then
    if python3 "$faults/load.py" verify "$H" "$MEMORY" 2>"$T/losses"; then fail 'a disk that lies went unnoticed'; fi
    crash
else
    grep -q 'is no sound database' "$LOG"
fi
PID=
rm -rf "$DATA"

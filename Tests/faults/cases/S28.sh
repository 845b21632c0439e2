# Damage of all kinds at random places: refused at the start or found by `check`, or else it lies where nothing is kept; and a service that
# knows of it acknowledges nothing more. What isn't noticed is counted apart.
# limit: 150 1800
# load: heavy
start
load --seconds "$(size 2 6)" --watched "$W"
sync 300
stop
cp -r "$DATA" "$T/closed"
start
load --seconds 1
# Some writes that are surely in the log: it may just have been begun anew.
for i in $(seq 1 20); do eq "$(article "$i")" 201; done
crash
cp -r "$DATA" "$T/killed"
mkdir "$T/scratch"
seed=${SEED:-$RANDOM}
python3 "$faults/damage.py" "$PROGRAM" "$T/closed" "$T/killed" "$T/scratch" "$(size 12 200)" "$seed"

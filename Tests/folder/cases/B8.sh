# Bursts with gaps, over and over: no file falls between two batches of events.
start
for r in $(seq 1 50); do
    for i in 1 2 3; do art "$r-$i" >"$W/$r-$i.txt"; done
    sleep "0.$((RANDOM % 10))"
done
within 12 150 n

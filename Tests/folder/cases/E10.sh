# A huge file and a binary one fail by themselves, without being read into memory and without holding up the small one.
# limit: 180 600
# load: heavy
start
head -c "$(size 300M 2G)" /dev/zero | tr '\0' 'a' >"$SRC/huge.txt"
head -c 5M /dev/urandom >"$SRC/bin.txt"
mv "$SRC/huge.txt" "$SRC/bin.txt" "$W/"
art small >"$W/small.txt"
soon 100 1
sync 300
eq "$(n)" 1
eq "$(f huge.txt)" failed
eq "$(f huge.txt reason)" too-large
eq "$(f bin.txt)" failed
eq "$(f bin.txt reason)" binary-content
at_most "$(resident_peak_kb)" 200000

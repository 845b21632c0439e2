# Files of nothing are no errors: one row each, no line in the log for each look, and imported once they are filled.
start
: >"$W/zero.txt"
printf ' \n\t\n' >"$W/blank.txt"
sync
eq "$(n)" 0
eq "$(f zero.txt)" skipped
eq "$(f zero.txt reason)" empty
eq "$(f blank.txt)" skipped
eq "$(f blank.txt reason)" empty
eq "$(s counts.failed)" 0
a=$(log_bytes)
for _ in 1 2 3 4 5; do sync; done
eq "$(log_bytes)" "$a"
art late >"$W/zero.txt"
soon 40 1
eq "$(f zero.txt)" done

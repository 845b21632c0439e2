# A file that hangs the parser is given up after its time, and the others go on meanwhile.
# hooks: needed
# limit: 150
start
art '@@DATELINE-TEST-SPIN@@' >"$W/spin.txt"
art other >"$W/other.txt"
soon 100 1
# Ten seconds of a processor, which take longer where others want it too.
within 100 parser-timeout f spin.txt reason
eq "$(f spin.txt)" failed

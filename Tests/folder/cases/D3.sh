# A name of 255 bytes: one failure, one note of it under a bounded name, with the full name inside.
start
b=$(printf 'n%.0s' $(seq 1 250))
printf '{bad json' >"$W/$b.json"
sync
eq "$(s counts.failed)" 1
notes=("$DATA"/import/failed/*)
eq "${#notes[@]}" 1
name=${notes[0]##*/}
at_most "${#name}" 200
eq "$(jq -r .path "${notes[0]}")" "$b.json"
art long >"$W/$(printf 'm%.0s' $(seq 1 251)).txt"
sync
eq "$(n)" 1

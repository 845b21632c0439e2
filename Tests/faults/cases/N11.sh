# 64 contents of 16 MiB at once: as many are taken as there is room for, the others are refused, and memory stays within its bound.
# limit: 150
# load: heavy
start --limit body-time=10m --limit body-rate=0
before=$(resident_kb)
answers=$(clients large 64)
printf 'answers: %s; resident at most %s kB, before %s kB\n' "$answers" "$(resident_peak_kb)" "$before"
# Too long for a headline, where it was taken at all.
[[ $answers =~ ^422:([0-9]+)\ 503:([0-9]+)$ ]] || fail "$answers"
eq "$((BASH_REMATCH[1] + BASH_REMATCH[2]))" 64
at_least "${BASH_REMATCH[1]}" 1
at_most "$(resident_peak_kb)" 400000
eq "$(article after)" 201

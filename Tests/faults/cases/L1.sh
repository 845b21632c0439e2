# The soak in small: two minutes of all kinds of requests with a fault in the first one. What it measures over hours isn't judged.
# limit: 300
seen=$("$faults/soak" "$PROGRAM" --minutes 2 --warm-up 0 --rate 40 --connections 4 --articles 400 --folder "$T" 2>&1) || true
printf '%s\n' "$seen"
for goal in '5xx outside faults' "other answers that aren't as they should be" 'faults not borne' 'acknowledged writes missing or wrong' \
    'dateline check, exit status' 'exit status'; do
    grep -Eq "^G10 +$goal +0 .* reached$" <<<"$seen" || fail "$goal"
done

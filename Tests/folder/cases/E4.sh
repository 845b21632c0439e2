# A few bad bytes in good UTF-8: it stays UTF-8, they become U+FFFD and are counted.
start
printf 'Headline café \377 naïve\nBy A Reporter\n2026-05-01\n\nThe résumé of a façade \302 and more of it, long enough to be an article, \342\202 cut.\n' >"$W/bad.txt"
sync
eq "$(f bad.txt)" done
eq "$(f bad.txt encoding)" utf-8
at_least "$(f bad.txt replacedBytes)" 3
at_most "$(f bad.txt replacedBytes)" 4
get "/v1/articles/$(f bad.txt 'articleIds[0]')" | is '(.headline | startswith("Headline café \ufffd naïve")) and (.body | startswith("The résumé of a façade \ufffd and more"))'
# The file is as it was, and its hash is on record.
eq "$(f bad.txt sha256)" "$(hash "$W/bad.txt")"

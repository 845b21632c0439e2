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
# Its bytes are kept with the article, and outlive the file.
before=$(hash "$W/bad.txt")
id=$(f bad.txt 'articleIds[0]')
get "/v1/articles/$id/provenance" | is '.raw.kept and .raw.sha256 == "'"$before"'" and .reading.replacedBytes >= 3'
rm "$W/bad.txt"
sync
eq "$(f bad.txt)" missing
get "/v1/articles/$id/raw" >"$T/raw"
eq "$(hash "$T/raw")" "$before"
# Old enough, they are dropped, and how they were read stays.
stop
sqlite3 "$DATA/dateline.sqlite" 'UPDATE raw_content SET kept_at = kept_at - 2 * 86400000'
start --raw-retention 3
get "/v1/articles/$id/raw" >"$T/raw"
eq "$(hash "$T/raw")" "$before"
stop
start --raw-retention 1
kept() { get "/v1/articles/$id/provenance" | jq -r '.raw.kept'; }
within 10 false kept
get "/v1/articles/$id/provenance" | is '.reading.provenance.headline.line == 1'

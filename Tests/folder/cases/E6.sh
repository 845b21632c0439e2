# CRLF, CR and mixed line ends give the fields that LF gives.
start
art crlf | sed 's/$/\r/' >"$W/crlf.txt"
art cr | tr '\n' '\r' >"$W/cr.txt"
art mixed | sed '1s/$/\r/; 3s/$/\r/' >"$W/mixed.txt"
art lf >"$W/lf.txt"
sync
eq "$(n)" 4
for x in crlf cr mixed lf; do
    get "/v1/articles/$(f $x.txt 'articleIds[0]')" |
        is --arg x "$x" '.headline == "Headline " + $x and .byline == "A Reporter" and .datePublished == "2026-05-01" and .body == "Body of " + $x + ", long enough to be an article."'
done
# The same text with other line ends is the same article.
art lf | sed 's/$/\r/' >"$W/copy.txt"
sync
eq "$(f copy.txt)" done
eq "$(n)" 4

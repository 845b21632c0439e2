# NULs in a text are taken out and counted; what follows them can be found.
# limit: 150
start
{ art nul; printf 'a\000b tail\n'; } >"$W/nul.txt"
sync
eq "$(f nul.txt)" done
curl -fsS "$H/v1/articles?q=tail&limit=1&count=true" | is '.total == 1'
get "/v1/articles/$(f nul.txt 'articleIds[0]')" | is '.body | explode | index(0) == null'
at_least "$(f nul.txt 'replacedBytes + (.warnings | length)')" 1

# Text that was broken upstream is stored as it is, and flagged.
start
{ printf 'The PowerHouse\303\242\342\200\236\302\242 opens its doors again\n\n'; art moji; } >"$W/moji.txt"
art fine >"$W/fine.txt"
sync
eq "$(f moji.txt)" done
eq "$(f moji.txt 'warnings[0]')" suspected-mojibake
get "/v1/articles/$(f moji.txt 'articleIds[0]')" | is '.headline | contains("PowerHouseâ„¢")'
eq "$(f fine.txt 'warnings | length')" 0

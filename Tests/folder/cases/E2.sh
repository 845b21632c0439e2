# UTF-16 in both orders, with and without a byte order mark.
start
for e in UTF-16LE UTF-16BE; do art "$e" | iconv -t $e >"$W/nobom-$e.txt"; done
{ printf '\377\376'; art le | iconv -t UTF-16LE; } >"$W/le.txt"
{ printf '\376\377'; art be | iconv -t UTF-16BE; } >"$W/be.txt"
sync
eq "$(n)" 4
eq "$(f le.txt encoding)" utf-16le
eq "$(f be.txt encoding)" utf-16be
eq "$(f nobom-UTF-16LE.txt encoding)" utf-16le
eq "$(f nobom-UTF-16BE.txt encoding)" utf-16be
for x in le be nobom-UTF-16LE nobom-UTF-16BE; do
    get "/v1/articles/$(f $x.txt 'articleIds[0]')" | is --arg x "${x#nobom-}" '.headline == "Headline " + $x and (.body | explode | index(0) == null)'
done
# Cut off in the middle of a unit: told, not passed over.
{ printf '\377\376'; art odd | iconv -t UTF-16LE; printf 'x'; } >"$W/odd.txt"
sync
eq "$(a odd.txt headline)" 'Headline odd'
at_least "$(f odd.txt 'replacedBytes + (.warnings | length)')" 1

# Renamed and moved, also while the service is down: the articles stay the same, and nothing is parsed.
start
mkdir "$W/s"
for i in 1 2 3; do art "$i" >"$W/s/$i.txt"; done
sync
id=$(f s/1.txt 'articleIds[0]')
mv "$W/s" "$W/t"
sync
eq "$(n)" 3
eq "$(f t/1.txt 'articleIds[0]')" "$id"
eq "$(s counts.missing)" 0
eq "$(s totals.parsedFiles)" 3
eq "$(f s/1.txt)" null
stop
mv "$W/t" "$W/u"
start
sync
eq "$(f u/1.txt 'articleIds[0]')" "$id"
eq "$(n)" 3
eq "$(s counts.missing)" 0
eq "$(s totals.parsedFiles)" 3
# A file alone, and two that change places.
two=$(f u/2.txt 'articleIds[0]')
three=$(f u/3.txt 'articleIds[0]')
mv "$W/u/1.txt" "$W/one.txt"
mv "$W/u/2.txt" "$W/keep"
mv "$W/u/3.txt" "$W/u/2.txt"
mv "$W/keep" "$W/u/3.txt"
sync
eq "$(f one.txt 'articleIds[0]')" "$id"
eq "$(n)" 3
eq "$(a one.txt headline)" 'Headline 1'
eq "$(f u/2.txt 'articleIds[0]')" "$three"
eq "$(f u/3.txt 'articleIds[0]')" "$two"
eq "$(every | jq -r .headline | sort | tr '\n' ,)" 'Headline 1,Headline 2,Headline 3,'
# An edit after the move goes on with the same article.
art 'one, edited' >"$W/one.txt"
sync
eq "$(f one.txt 'articleIds[0]')" "$id"
eq "$(f one.txt revision)" 2

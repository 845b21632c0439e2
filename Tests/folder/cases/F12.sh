# Emptying the folder, and the same name three times: three articles, three files in done/.
start --inbox-mode consume
for v in 1 2 3; do
    art "$v" >"$W/same.txt"
    sync
done
eq "$(n)" 3
eq "$(find "$W" -path '*done*' -type f -name 'same*' | wc -l)" 3
eq "$(find "$W" -maxdepth 1 -type f | wc -l)" 0
eq "$(find "$W/done" -type f -exec grep -h '^Headline' {} + | sort | tr '\n' ,)" 'Headline 1,Headline 2,Headline 3,'
# A restart takes none of them again.
stop
start --inbox-mode consume
sync
eq "$(n)" 3
eq "$(s totals.parsedFiles)" 3

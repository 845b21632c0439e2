# A byte order mark is no part of the headline.
start
{ printf '\357\273\277'; art bom; } >"$W/bom.txt"
{ printf '\357\273\277'; printf '{"headline":"Json bom"}'; } >"$W/bom.json"
{ printf '\357\273\277'; printf '{"headline":"Line bom"}\n'; } >"$W/bom.jsonl"
sync
eq "$(a bom.txt headline)" 'Headline bom'
eq "$(a bom.json headline)" 'Json bom'
eq "$(a bom.jsonl headline)" 'Line bom'
f bom.txt encoding | grep -q "^utf-8"

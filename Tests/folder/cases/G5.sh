# Deleted and made again at once is an edit, also where deletions are carried out.
for policy in mark delete; do
    fresh
    start --on-delete "$policy"
    art one >"$W/a.txt"
    sync
    id=$(f a.txt 'articleIds[0]')
    for v in two three four; do
        rm "$W/a.txt"
        art "$v" >"$W/a.txt"
        sync
        eq "$(f a.txt 'articleIds[0]')" "$id"
    done
    eq "$(n)" 1
    eq "$(a a.txt headline)" 'Headline four'
    eq "$(f a.txt revision)" 4
    eq "$(a a.txt sourceMissingSince)" null
    eq "$(get '/v1/changes?after=0&limit=200' | jq '[.items[] | select(.action == "deleted")] | length')" 0
done

# A file deleted: by default its article says since when, and forgets it when the file comes back; it may be kept or deleted instead.
start
art a >"$W/a.txt"
art b >"$W/b.txt"
sync
id=$(f a.txt 'articleIds[0]')
rm "$W/a.txt"
sync
eq "$(f a.txt)" missing
get "/v1/articles/$(f a.txt 'articleIds[0]')" | is '.sourceMissingSince != null'
eq "$(a b.txt sourceMissingSince)" null
art a >"$W/a.txt"
sync
eq "$(f a.txt)" done
eq "$(n)" 2
eq "$(f a.txt 'articleIds[0]')" "$id"
eq "$(a a.txt sourceMissingSince)" null
# Also when it comes back changed.
rm "$W/a.txt"
sync
art 'a, changed' >"$W/a.txt"
sync
eq "$(f a.txt 'articleIds[0]')" "$id"
eq "$(a a.txt sourceMissingSince)" null
stop

start --on-delete keep
sync
rm "$W/b.txt"
sync
eq "$(f b.txt)" missing
eq "$(a b.txt sourceMissingSince)" null
eq "$(n)" 2
stop

start --on-delete delete
art other >"$W/other.txt"
sync
eq "$(n)" 3
rm "$W/a.txt"
sync
eq "$(n)" 2
case "$(curl -s -o /dev/null -w '%{http_code}' "$H/v1/articles/$id")" in 404 | 410) : ;; *) fail 'the article is still there' ;; esac
art a >"$W/a.txt"
sync
eq "$(n)" 3
# With the last of all gone, the folder looks like a disk that went: nothing is deleted before somebody says so.
rm "$W/a.txt" "$W/other.txt"
sync
eq "$(s deletes.held)" 2
eq "$(n)" 3
curl -fsS -X POST "$H/v1/imports/deletes/confirm" >/dev/null
sync
eq "$(s deletes.held)" 0
eq "$(n)" 1

# Tried again after the cause is gone: by a new version of the file, by one id, or all of a state and reason.
# limit: 200
start
event=018f0000-0000-7000-8000-000000000001
printf '{"headline": }' >"$W/bad1.json"
printf '{"headline": ]' >"$W/bad2.json"
printf '{"headline":"Linked","events":["%s"]}' "$event" >"$W/linked.json"
printf '{"headline":"Linked too","events":["%s"]}' "$event" >"$W/linked2.json"
sync
for x in bad1 bad2 linked linked2; do eq "$(f $x.json)" failed; done
refusal=$(f linked.json reason)

# A new version.
printf '{"headline": "Good"}' >"$W/bad1.json"
sync
eq "$(f bad1.json)" done

# One id: in vain, but tried.
before=$(f bad2.json updatedAt)
post "/v1/imports/$(f bad2.json id)/retry" >/dev/null
sync
eq "$(f bad2.json)" failed
[ "$(f bad2.json updatedAt)" != "$before" ] || fail 'it was not tried again'

# The cause lay outside the files.
curl -fsS -X PUT -H 'content-type: application/json' -d '{"name":"An event"}' "$H/v1/events/$event" >/dev/null
sync
eq "$(f linked.json)" failed
post "/v1/imports/$(f linked.json id)/retry" >/dev/null
sync
eq "$(f linked.json)" done
before=$(f bad2.json updatedAt)
post "/v1/imports/retry?state=failed&reason=$refusal" >/dev/null
sync
eq "$(f linked2.json)" done
[ "$refusal" = "$(f bad2.json reason)" ] || eq "$(f bad2.json updatedAt)" "$before"
post '/v1/imports/retry?state=failed' >/dev/null
sync
[ "$(f bad2.json updatedAt)" != "$before" ] || fail 'it was not tried again'
eq "$(f bad2.json)" failed
eq "$(n)" 3

# There is no such file.
eq "$(curl -s -o /dev/null -w '%{http_code}' -X POST "$H/v1/imports/$event/retry")" 404

# Files that another folder had under the same names are none of this one's.
stop
mkdir "$SRC/other"
printf '{"headline": }' >"$SRC/other/bad1.json"
"$PROGRAM" import "$SRC/other" --database "$DATA/dateline.sqlite" >/dev/null 2>&1 && fail 'the other folder was imported without a failure'
start
sync
before=$(f bad1.json updatedAt)
post '/v1/imports/retry?state=failed' >/dev/null
sync
eq "$(f bad1.json)" done
eq "$(f bad1.json updatedAt)" "$before"

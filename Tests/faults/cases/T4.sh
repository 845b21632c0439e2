# Time zones: what they skip is refused, what isn't one is refused, and where the system has no data on them none of it is taken for UTC.
# namespace: mounts
zones() {
    eq "$(send GET '/v1/articles?from=2026-03-29&to=2026-03-29&tz=Europe/Berlin')" 200
    is '.items | length == 1' <"$T/answer"
    eq "$(send GET '/v1/articles?from=2026-03-29&to=2026-03-29&tz=UTC')" 200
    is '.items | length == 0' <"$T/answer"
    # The clock goes from 02:00 to 03:00.
    eq "$(send GET '/v1/articles?from=2026-03-29T02:30&tz=Europe/Berlin')" 400
    eq "$(send GET '/v1/articles?from=2026-03-29T03:30&tz=Europe/Berlin')" 200
    # And here from 03:00 to 02:00.
    eq "$(send GET '/v1/articles?from=2026-10-25T02:30&tz=Europe/Berlin')" 200
    for tz in No/Where Europe/Atlantis ../../etc/passwd ''; do eq "$(send GET "/v1/articles?from=2026-03-29&tz=$tz")" 400; done
}
start
eq "$(send POST /v1/articles '{"headline":"Late in London, early in Berlin","datePublished":"2026-03-28T23:30Z"}')" 201
zones
stop
for zone in Nonsense ":::," America/New_York; do
    LAUNCH=(env "TZ=$zone")
    start
    zones
    stop
done
LAUNCH=()
mount -t tmpfs tmpfs /usr/share/zoneinfo
[ -z "$(ls /usr/share/zoneinfo)" ]
start
if "$PROGRAM" doctor --database "$DB" | grep -q 'there is no data on time zones'; then
    for tz in Europe/Berlin No/Where; do eq "$(send GET "/v1/articles?from=2026-03-29&tz=$tz")" 400; done
else
    zones
fi

# Emptying the folder, and a crash before or after commit or move: always one article and one file, never none of either.
# hooks: needed
for p in before_commit after_commit before_move after_move; do
    fresh
    art "$p" >"$W/a.txt"
    DATELINE_TEST_CRASH_AT=$p start --inbox-mode consume || :
    ended 20
    # At this point the bytes are in the folder or in done/.
    eq "$(find "$W" -name a.txt | wc -l)" 1
    grep -q "Headline $p" "$(find "$W" -name a.txt)"
    start --inbox-mode consume
    sync
    eq "$(n)" 1
    eq "$(find "$W" -name a.txt | wc -l)" 1
    [ -e "$W/done/a.txt" ] || fail "after $p a.txt is not in done/"
    eq "$(f a.txt)" done
    eq "$(f a.txt path)" done/a.txt
    crash
    # The next start changes nothing.
    start --inbox-mode consume
    sync
    eq "$(n)" 1
    eq "$(find "$W" -name 'a*' -type f | wc -l)" 1
    stop
done

# Changed between commit and move: a new version, which isn't moved away unread.
fresh
art first >"$W/a.txt"
DATELINE_TEST_CRASH_AT=before_move start --inbox-mode consume || :
ended 20
[ -e "$W/a.txt" ] || fail 'a.txt was moved before the crash'
art second >"$W/a.txt"
start --inbox-mode consume
sync
every | jq -r .headline | grep -qx 'Headline second'
eq "$(find "$W" -name 'a*' -type f -exec grep -l 'Headline second' {} + | wc -l)" 1
[ ! -e "$W/a.txt" ] || fail 'the new version was left in the folder'

# What fails goes to failed/, with the reason beside it.
printf '{"headline": }' >"$W/bad.json"
sync
eq "$(f bad.json)" failed
[ -e "$W/failed/bad.json" ] || fail 'bad.json is not in failed/'
jq -e '.reason == "parse-failed"' "$W/failed/bad.json.reason.json" >/dev/null

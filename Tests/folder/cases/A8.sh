# A file that changes while it is read: what is stored is always one whole version, and being early is no failure.
start
python3 - "$W/turns.txt" <<'PY' & writer=$!
import os, sys, time
# In place and without truncating, so that a reader in between sees two versions in one; pauses about as long as a file takes to count as complete.
handle = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT, 0o644)
for turn in range(1, 25):
    lines = [f"Headline v{turn}", "By A Reporter", "2026-05-01", ""]
    lines += [f"Line {i} of v{turn} says something that is long enough to be kept as prose." for i in range(200 + 10 * (turn % 7))]
    text = ("\n".join(lines) + "\n").encode()
    for at in range(0, len(text), 2048):
        os.pwrite(handle, text[at:at + 2048], at)
        time.sleep(0.01)
    os.ftruncate(handle, len(text))
    time.sleep((0.3, 0.5, 0.55, 0.6, 0.7, 1.0)[turn % 6])
os.close(handle)
PY
whole() { # the versions that are spoken of in the article: its headline's and no other
    every '' | jq -r '[.headline, .body] | join("\n")' | grep -o 'v[0-9][0-9]*' | sort -u || :
}
while kill -0 "$writer" 2>/dev/null; do
    seen=$(whole)
    at_most "$(wc -w <<<"$seen")" 1
    eq "$(s counts.failed)" 0
    sleep 0.1
done
wait "$writer"
sync
eq "$(whole)" v24
eq "$(n)" 1
eq "$(f turns.txt sha256)" "$(hash "$W/turns.txt")"
eq "$(f turns.txt)" done
eq "$(f turns.txt errorCount)" 0

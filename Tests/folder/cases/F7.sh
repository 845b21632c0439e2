# The disk is full: importing pauses with room left, reads go on, the log stays calm, and it goes on by itself.
# namespace: mounts
# limit: 400 900
# load: heavy
mount -t tmpfs -o size=16m tmpfs "$DATA" 2>/dev/null || skip 'no tmpfs may be mounted here'
count=$(size 2500 6000)
start
# Prose of random words, since a page's reader leaves out what isn't prose.
python3 - "$W" "$count" <<'PY'
import os, sys
for i in range(1, int(sys.argv[2]) + 1):
    words = os.urandom(2400).hex()
    words = [words[at:at + 8] for at in range(0, len(words), 8)]
    text = "".join("It says " + " ".join(words[at:at + 12]) + ".\n" for at in range(0, len(words), 12))
    with open(f"{sys.argv[1]}/{i}.txt", "w") as file:
        file.write(f"Headline {i}\nBy A Reporter\n2026-05-01\n\nBody of {i}, long enough to be an article.\n" + text)
PY
within 90 paused s state
eq "$(s reason)" disk-full
eq "$(s counts.failed)" 0
eq "$(s ok)" false
get '/v1/articles?limit=1' >/dev/null
# Most of the reserve is left, which is 5 % of so small a disk.
at_least "$(df -k --output=avail "$DATA" | tail -n 1)" 400
lines=$(wc -l <"$LOG")
sleep 20
at_most "$(($(wc -l <"$LOG") - lines))" 2
eq "$(s state)" paused
before=$(n)
mount -o remount,size=512m "$DATA"
more() { [ "$(n)" -gt "$before" ] && echo yes; }
within 30 yes more
sync 300
eq "$(n)" "$count"
eq "$(s counts.failed)" 0
eq "$(s reason)" null

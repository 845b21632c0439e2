# What is made to keep a processor busy: nesting, combining marks, full text, patterns, front matter, entities, endless lines. Each is dealt with
# in a tenth of a second of a processor, pages in proportion to their size.
# limit: 150
# load: heavy
# rerun: timing
start
eq "$(article before)" 201
python3 - "$T" <<'PY'
import os, sys
folder = sys.argv[1] + "/bombs"
os.mkdir(folder)
def bomb(name, data):
    with open(f"{folder}/{name}", "wb") as file:
        file.write(data)
marks = "\u0300\u0316".encode()
for depth in (65, 512, 200_000):
    bomb(f"{depth}-deep.json", b'{"headline":' + b"[" * depth + b"]" * depth + b"}")
    bomb(f"{depth}-deep-objects.json", b'{"a":' * depth + b"1" + b"}" * depth)
bomb("marks.json", b'{"headline":"marks","body":"a' + marks * 20_000 + b'"}')
bomb("marks-in-tag.json", b'{"headline":"marks","tags":["a' + marks * 20_000 + b'"]}')
bomb("names.json", b'{"headline":"names",' + b",".join(b'"x%d":1' % n for n in range(900)) + b"}")
bomb("digits.json", b'{"headline":' + b"9" * 1_000_000 + b"}")
bomb("front.md", b"---\nheadline: " + b"[" * 10_000 + b"\n---\nText.\n")
bomb("aliases.md", b"---\na: &a [x,x]\n" + b"".join(b"%c: &%c [*%c,*%c,*%c,*%c]\n" % (98 + n, 98 + n, 97 + n, 97 + n, 97 + n, 97 + n) for n in range(9)) + b"---\nText.\n")
bomb("laughs.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>')
for name, piece in {"angle": b"<", "ampersand": b"&", "bracket": b"[", "bang": b"a!", "space": b" ", "line": b"\n", "mark": marks}.items():
    bomb(f"{name}.txt", piece * (1_000_000 // len(piece)))
for name, piece in {"div": b"<div>", "comment": b"<!--", "attribute": b"<a b='", "entity": b"&amp;"}.items():
    bomb(f"{name}.html", piece * (1_000_000 // len(piece)))
PY
# costs BOUND NAME COMMAND…: milliseconds of a processor that the service takes for it.
costs() {
    local bound=$1 name=$2 before used status
    shift 2
    before=$(processor_ms)
    status=$("$@")
    used=$(awk "BEGIN { print $(processor_ms) - $before }")
    printf '%-24s %s %s ms\n' "$name" "$status" "$used"
    [[ $status =~ ^[24] ]] || fail "$name: $status"
    at_most "$used" "$(effort "$bound")"
}
post_file() { curl -sS -o "$T/answer" -w '%{http_code}' -H "content-type: $1" --data-binary "@$2" "$H$3"; }
ask() { curl -sS -o "$T/answer" -w '%{http_code}' --get "$@"; }
repeated() {
    local spaces
    printf -v spaces '%*s' "$2" ''
    printf '%s' "${spaces// /$1}"
}
for file in bombs/*.json; do costs 100 "${file#*/}" post_file application/json "$file" /v1/articles; done
for file in bombs/*.md; do costs 100 "${file#*/}" post_file text/markdown "$file" /v1/imports/preview; done
costs 100 laughs.xml post_file application/xml bombs/laughs.xml /v1/imports/preview
for file in bombs/*.txt; do costs 1000 "${file#*/}" post_file text/plain "$file" /v1/imports/preview; done
for file in bombs/*.html; do costs 1000 "${file#*/}" post_file text/html "$file" /v1/imports/preview; done
costs 100 'q of 513 letters' ask "$H/v1/articles" --data-urlencode "q=$(repeated a 513)"
costs 100 'q of 1,000 beginnings' ask "$H/v1/articles" --data-urlencode "q=$(repeated 'a* ' 1000)"
costs 100 'q of 2,000 brackets' ask "$H/v1/articles" --data-urlencode "q=$(repeated '(' 2000)"
costs 100 'a tag of 5,000 stars' ask "$H/v1/articles" --data-urlencode "tag=$(repeated '*' 5000)"
costs 100 'an entity of marks' ask "$H/v1/articles" --data-urlencode "entity=a$(repeated $'\u0300\u0316' 300)"
eq "$(article after)" 201

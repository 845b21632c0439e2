# XML: no entity of the document's own is taken up, no file disclosed, and sloppy feeds lose nothing.
# limit: 150
start
printf '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel><item><title>A&x;B</title></item></channel></rss>' >"$W/xxe.xml"
printf '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x "inside">]><rss><channel><item><title>A&x;B</title></item></channel></rss>' >"$W/internal.xml"
python3 - "$W/bomb.xml" <<'PY'
import sys
levels = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "lol"}">' for i in range(10))
open(sys.argv[1], "w").write(f'<?xml version="1.0"?><!DOCTYPE rss [{levels}]><rss><channel><item><title>&l9;</title></item></channel></rss>')
PY
printf '<?xml version="1.0"?><rss><channel><item><title>Q&amp;A caf&#233;</title><description>one&nbsp;two AT&T</description></item></channel></rss>' >"$W/sloppy.xml"
sync
eq "$(f xxe.xml)" failed
eq "$(f xxe.xml reason)" entity-forbidden
eq "$(f internal.xml reason)" entity-forbidden
eq "$(f bomb.xml reason)" entity-forbidden
eq "$(f sloppy.xml)" done
get "/v1/articles/$(f sloppy.xml 'articleIds[0]')" |
    is '.headline == "Q&A café" and ([.body, .abstract] | map(select(. != null)) | any(test("^one[ \u00a0]two AT&T$")))'
eq "$(n)" 1

"""Files in the watched folder. All are dropped at once; each row then asks what became of its own."""

import atexit
import base64
import json
import os
import shutil
import tempfile
import time
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes

from .rows import Failed, expect, row
from .service import Service
from .wire import busyness

PAGE = b"The harbour reopens\n\nPORT ANSEL, March 28, 2026 - Ships enter the harbour again after a long winter, the port said.\n"


class Inbox:
    def __init__(self, program: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="dateline-hostile-"))
        self.inbox = self.folder / "inbox"
        self.inbox.mkdir()
        (self.folder / "outside.txt").write_bytes(PAGE + b"A secret outside.")
        self.dropped: set[bytes] = set()
        fill(self)
        start = time.monotonic()
        self.service = Service(program, inbox=self.inbox)
        # Whatever comes of it, nothing is left behind.
        atexit.register(self.discard)
        answer = self.service.ask("POST", "/v1/imports/scan?wait=true&timeout=300", seconds=360)
        self.seconds = time.monotonic() - start
        self.busyness = busyness()
        expect(answer.status == 200, answer)
        self.articles = self.service.ask("GET", "/v1/articles?include=body", fields={"Accept": "application/x-ndjson"}).text

    def discard(self) -> None:
        self.service.discard()
        shutil.rmtree(self.folder, ignore_errors=True)

    def drop(self, name: str | bytes, content: bytes) -> None:
        path = os.path.join(os.fsencode(self.inbox), os.fsencode(name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)

    def row(self, name: str | bytes) -> Any:
        path = os.fsencode(name)
        try:
            path.decode()
        except UnicodeDecodeError:
            # Such a path can't be a parameter; it is told beside its text.
            exact = base64.b64encode(path).decode()
            rows = self.service.ask("GET", "/v1/imports", fields={"Accept": "application/x-ndjson"}).text.splitlines()
            return next((found for found in map(json.loads, rows) if found.get("pathBase64") == exact), None)
        items = self.service.ask("GET", f"/v1/imports?path={quote_from_bytes(path, safe='')}").json["items"]
        return items[0] if items else None

    def is_(self, name: str | bytes, state: str | tuple[str, ...], reason: str | tuple[str, ...] | None = None) -> Any:
        found = self.row(name)
        if not found:
            raise Failed(f"nothing is known of {name!r}")
        states = state if isinstance(state, tuple) else (state,)
        reasons = (reason,) if isinstance(reason, str) else reason
        expect(found["state"] in states and (reasons is None or found["reason"] in reasons), f"{name!r}: {found['state']}/{found.get('reason')} {found.get('detail')}")
        return found


def fill(i: Inbox) -> None:
    i.drop("meta/a.txt", PAGE)
    i.drop("meta/a.txt.meta.json", json.dumps({"path": "../../etc/passwd"}).encode())
    i.drop("meta/b.txt", PAGE + b"b")
    i.drop("meta/b.txt.meta.json", b"[" * 65 + b"]" * 65)
    i.drop("meta/c.txt", PAGE + b"c")
    i.drop("meta/c.txt.meta.json", b'{"source":"A","source":"B"}')
    i.drop("alone.txt.meta.json", b"{}")
    os.symlink(i.folder / "outside.txt", i.inbox / "link.txt")
    os.symlink("loop.txt", i.inbox / "loop.txt")
    os.mkfifo(i.inbox / "pipe.txt")
    (i.inbox / "folder.txt").mkdir()
    for name in ODD_NAMES:
        i.drop(name, PAGE + name)
    with open(i.inbox / "huge.txt", "wb") as file:
        file.truncate(10 << 30)
    for name in ARCHIVES:
        i.drop(name, b"PK\x03\x04" + bytes(range(256)) * 20)
    i.drop("bomb.txt", b"PK\x03\x04" + b"\0" * 5_000)
    i.drop("packed.txt", b"\x1f\x8b\x08\0" + bytes(range(256)) * 10)
    i.drop("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 100 + PAGE)
    i.drop("front/open.md", b"---\nheadline: a\n" + b"x: y\n" * 100_000)
    i.drop("front/deep.md", b"---\nheadline: " + b"[" * 10_000 + b"\n---\nText.\n")
    i.drop("front/norway.md", b"---\nheadline: no\ntags: [012, 1e3]\ndescription: 0x1F\nbyline: 1e3\n---\nThe text of it, in a sentence.\n")
    i.drop("xml/laughs.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>')
    i.drop("xml/outside.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>')
    for name, piece in REPEATED.items():
        i.drop(f"long/{name}.txt", piece * (400_000 // len(piece)))
        i.drop(f"long/{name}.html", piece * (400_000 // len(piece)))
    i.drop("marks.txt", b"Marks\n\na" + "\u0301".encode() * 300_000)
    i.drop("nul.txt", PAGE + b"\0\0\0" + PAGE)
    i.drop("overlong.txt", PAGE + b"\xc0\xaf\xed\xa0\x80\xff" + PAGE)
    for name, content in BAD_JSON.items():
        i.drop(f"json/{name}.json", content)
    i.drop("lines/one.jsonl", b'{"headline":"' + b"x" * (20 << 20) + b'"}\n{"headline":"Behind the long line"}\n')
    i.drop("lines/empty.jsonl", b"\n" * 1_000_000 + b'{"headline":"After the empty lines"}\n')
    for number, date in enumerate(("0000", "9999", "31/02/2026", "13/14/2026", "Tomorrow", "9223372036854775808")):
        i.drop(f"dates/{number}.txt", f"Headline of {number}\n{date}\n\nText of the page number {number}, in a sentence.\n".encode())
    for number in range(200):
        i.drop(f"same/{number}.txt", b"One content\n\nThe same text in every file, word for word.\n")
    for number, moment in enumerate((0, 4_102_444_800, -1, 2_147_483_648)):
        i.drop(f"times/{number}.txt", PAGE + f"{number}".encode())
        os.utime(i.inbox / f"times/{number}.txt", (moment, moment))
    i.drop("private.txt", PAGE + b"http://127.0.0.1:1/secret http://169.254.169.254/latest\n")
    i.drop("table.csv", b"a,b\n1,2\n")
    for depth in (64, 65, 300):
        i.drop("/".join(["d"] * depth) + f"/{depth}.txt", PAGE + b"%d deep" % depth)


ODD_NAMES = [b"new\nline.txt", b"esc\x1b[2J.txt", b"return\r.txt", b"quo'te\".txt", b"-rf.txt", b"x" * 251 + b".txt", b"bad\xff\xfe.txt", "over\u202eride.txt".encode()]
ARCHIVES = ["a.zip", "a.gz", "a.tar", "a.7z", "a.eml", "a.pdf", "a.docx"]
REPEATED = {"angle": b"<", "div": b"<div>", "ampersand": b"&", "bracket": b"(", "square": b"[", "quote": b'"', "space": b" ", "aaa": b"a", "newline": b"\n", "comment": b"<!--", "attribute": b"<a b='"}
BAD_JSON = {
    "odd": '{"headline":"a",}'.encode("utf-16"), "double": b'{"headline":"a","headline":"b"}', "comma": b'{"headline":"a",}',
    "surrogate": b'{"headline":"\\ud800"}', "nan": b'{"headline":NaN}', "deep": b'{"headline":' + b"[" * 65 + b"]" * 65 + b"}", "two": b'{"headline":"a"} {"headline":"b"}',
}


@cache
def begun(program: str) -> Future[Inbox]:
    """What may only be half there (JSON without its end) is waited for, so the folder is begun with before all other rows."""
    return ThreadPoolExecutor(1).submit(Inbox, program)


def inbox(program: str) -> Inbox:
    return begun(program).result()


@row("I1", "side files with paths, unknown names, 65 deep, a name twice", "`partial`, with the fault; the side file counts for nothing")
def _(program: str) -> None:
    for name in "abc":
        found = inbox(program).is_(f"meta/{name}.txt", "partial")
        expect("side-file-invalid" in found["warnings"], found)


@row("I2", "a side file of nothing", "`skipped`/`side-file`")
def _(program: str) -> None:
    inbox(program).is_("alone.txt.meta.json", "skipped", "side-file")


@row("I3", "links, a ring of links, a pipe, a folder named as a file", "`skipped`; nothing from outside is read")
def _(program: str) -> None:
    i = inbox(program)
    i.is_("link.txt", "skipped", "symlink")
    i.is_("loop.txt", "skipped", "symlink")
    i.is_("pipe.txt", "skipped", "not-regular-file")
    expect("secret outside" not in i.articles, "the file behind the link was read")


@row("I4", "names with control characters, quotes, a dash, 255 bytes, no UTF-8, a turn of direction", "imported; escaped in the log")
def _(program: str) -> None:
    i = inbox(program)
    for name in ODD_NAMES:
        i.is_(name, "done")
    log = i.service.log.read_bytes()
    expect(b"\x1b" not in log and b"\xff" not in log and "\u202e".encode() not in log, "a name is in the log as it is")


@row("I6", "a page 64, 65 and 300 folders down", "done")
def _(program: str) -> None:
    i = inbox(program)
    for depth in (64, 65, 300):
        i.is_("/".join(["d"] * depth) + f"/{depth}.txt", "done")


@row("I7", "a sparse file of 10 GB", "`failed`/`too-large`, nothing read")
def _(program: str) -> None:
    inbox(program).is_("huge.txt", "failed", "too-large")


@row("I8", "archives and documents; an archive named as a text", "`skipped`/`unsupported-type`; `failed`/`binary-content`")
def _(program: str) -> None:
    for name in ARCHIVES:
        inbox(program).is_(name, "skipped", "unsupported-type")
    inbox(program).is_("bomb.txt", "failed", "binary-content")


@row("I9", "packed data and a picture with a text behind it", "`failed`/`binary-content`")
def _(program: str) -> None:
    for name in ("packed.txt", "picture.txt"):
        inbox(program).is_(name, "failed", "binary-content")


@row("I11", "front matter without an end; 10,000 brackets", "failed or taken as text, at once")
def _(program: str) -> None:
    for name in ("front/open.md", "front/deep.md"):
        inbox(program).is_(name, ("done", "failed"))


@row("I12", "front matter `no`, `012`, `1e3`", "kept as written")
def _(program: str) -> None:
    i = inbox(program)
    found = i.is_("front/norway.md", "done")
    article = i.service.get(f"/v1/articles/{found['articleIds'][0]}").json if "articleIds" in found else next(json.loads(line) for line in i.articles.splitlines() if '"headline":"no"' in line)
    expect((article["headline"], article["abstract"], sorted(article["tags"])) == ("no", "0x1F", ["012", "1e3"]), article)
    # A number is nobody's name.
    expect(article["byline"] is None, article)


@row("I13", "XML with entities of its own, and of other files", "`failed`/`entity-forbidden`")
def _(program: str) -> None:
    i = inbox(program)
    for name in ("xml/laughs.xml", "xml/outside.xml"):
        i.is_(name, "failed", "entity-forbidden")
    expect("root:" not in i.articles, "a file was read")


@row("I14", "400 kB of one character or tag, as text and as HTML", "an end, without holding up the rest")
def _(program: str) -> None:
    i = inbox(program)
    for name in REPEATED:
        for kind in ("txt", "html"):
            i.is_(f"long/{name}.{kind}", ("done", "failed", "skipped"))
    expect(i.seconds < 60 * i.busyness, f"{i.seconds:.0f} s for the whole folder")


@row("I16", "300,000 combining marks on one letter", "an end")
def _(program: str) -> None:
    inbox(program).is_("marks.txt", ("done", "failed"))


@row("I17", "NULs; bytes that are no UTF-8", "an end, marked or refused")
def _(program: str) -> None:
    inbox(program).is_("nul.txt", ("done", "failed"))
    inbox(program).is_("overlong.txt", ("done", "failed"))


@row("I18", "JSON that is none", "`failed`/`parse-failed`")
def _(program: str) -> None:
    for name in BAD_JSON:
        inbox(program).is_(f"json/{name}.json", "failed", "parse-failed")


@row("I19", "a line of 20 MB; a million empty lines", "that line fails, the others are taken")
def _(program: str) -> None:
    i = inbox(program)
    i.is_("lines/one.jsonl", "partial")
    i.is_("lines/empty.jsonl", "done")
    expect("Behind the long line" in i.articles and "After the empty lines" in i.articles, "a line is missing")


@row("I21", "dates that are none", "done, dates left out or partial")
def _(program: str) -> None:
    for number in range(6):
        inbox(program).is_(f"dates/{number}.txt", "done")


@row("I22", "200 files of one content", "one article")
def _(program: str) -> None:
    i = inbox(program)
    expect(i.articles.count('"headline":"One content"') == 1, i.articles.count('"headline":"One content"'))
    for number in range(0, 200, 50):
        i.is_(f"same/{number}.txt", "done")


@row("I23", "times of change in 1970, 2100, 1969 and 2038", "done")
def _(program: str) -> None:
    # A file system that can't keep such a time shows another one later: then the file is waited for once more.
    deadline = time.monotonic() + 120
    for number in range(4):
        while inbox(program).row(f"times/{number}.txt")["state"] == "waiting" and time.monotonic() < deadline:
            time.sleep(0.1)
        inbox(program).is_(f"times/{number}.txt", "done")


@row("I27", "addresses of private hosts in a text", "done; nothing is fetched")
def _(program: str) -> None:
    inbox(program).is_("private.txt", "done")


@row("I28", "a table", "`skipped`/`unsupported-type`")
def _(program: str) -> None:
    inbox(program).is_("table.csv", "skipped", "unsupported-type")

"""Bodies."""

import json
import time
import uuid
from typing import Any

from .rows import expect, row
from .service import Service
from .wire import Answer, Connection, expect_quick, head

ARTICLES = "/v1/articles"


def refused(s: Service, bodies: list[Any], status: int | tuple[int, ...], pointer: str | None = None, code: str | None = None) -> None:
    """Each is refused, and nothing is left of it."""
    before = s.tail()
    for body in bodies:
        data = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
        start = time.monotonic()
        answer = s.refuses(s.post(data), status)
        expect_quick(start, 5, f"{data[:60]!r}")
        if pointer is not None:
            faults = [error for error in answer.json.get("errors", []) if error.get("pointer") == pointer]
            expect(faults, f"nothing at '{pointer}' for {data[:60]!r}: {answer}")
            if code:
                expect(faults[0]["code"] == code, answer)
    expect(s.tail() == before, "something was stored")


def taken(s: Service, *bodies: Any) -> list[Any]:
    return [s.made(body if isinstance(body, str) else json.dumps(body)) for body in bodies]


@row("J1", "nothing; spaces", "400")
def _(s: Service) -> None:
    refused(s, ["", "   \n"], 400)


@row("J2", "`null`, `[]`, `1`, `\"a\"`", "422 at the root")
def _(s: Service) -> None:
    refused(s, ["null", "[]", "1", '"a"'], 422, "")


@row("J3", "a trailing comma", "400")
def _(s: Service) -> None:
    refused(s, ['{"headline":"a",}', '{"headline":"a","tags":["a",]}'], 400)


@row("J4", "comments, single quotes, numbers that JSON doesn't have", "400")
def _(s: Service) -> None:
    refused(s, ['{"headline":"a"}//x', "{'headline':'a'}"] + ['{"headline":%s}' % n for n in ("NaN", "01", "+1", ".5", "1.", "0x10", "Infinity", "1e")], 400)


@row("J6", "a byte order mark", "201")
def _(s: Service) -> None:
    expect(s.post(b"\xef\xbb\xbf" + b'{"headline":"Marked"}').status == 201, "refused")


@row("J7", "UTF-16, UTF-32", "400")
def _(s: Service) -> None:
    refused(s, ['{"headline":"a"}'.encode(code) for code in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le")], 400)


@row("J8", "a name twice in one object", "400 that names it")
def _(s: Service) -> None:
    refused(s, ['{"headline":"a","headline":"b"}'], 400)
    expect("headline" in s.post('{"headline":"a","headline":"b"}').json["detail"], "it isn't named")


@row("J9", "the same, escaped; in a nested object", "400")
def _(s: Service) -> None:
    refused(s, ['{"headline":"a","headl\\u0069ne":"b"}', '{"headline":"a","mentions":[{"name":"x","type":"person","name":"y"}]}'], 400)


@row("J11", "arrays and objects 65, 511, 512 and 200,000 deep", "400")
def _(s: Service) -> None:
    refused(s, ['{"headline":' + "[" * n + "]" * n + "}" for n in (65, 511, 512, 200_000)] + ['{"a":' * n + "1" + "}" * n for n in (65, 512, 100_000)], 400)


@row("J12", "NUL in every text", "422 `control-character`")
def _(s: Service) -> None:
    refused(s, [{"headline": "a\0"}], 422, "/headline", "control-character")
    refused(s, [{"headline": "a", "body": "a\0"}], 422, "/body", "control-character")
    refused(s, [{"headline": "a", "tags": ["a\0"]}], 422, "/tags/0", "control-character")
    answer = s.refuses(s.post(json.dumps({"type": "person", "name": "a\0", "aliases": ["b\0"]}), "/v1/entities"), 422)
    expect({error["code"] for error in answer.json["errors"]} == {"control-character"}, answer)


@row("J13", "raw control characters in a string; `\\x`", "400")
def _(s: Service) -> None:
    refused(s, [b'{"headline":"a\x00"}', b'{"headline":"a\nb"}', b'{"headline":"a\tb"}', b'{"headline":"\\x"}', b'{"headline":"\\u12"}'], 400)


@row("J14", "bytes that aren't UTF-8", "400")
def _(s: Service) -> None:
    refused(s, [b'{"headline":"' + bad + b'"}' for bad in (b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xe2\x82", b"\xf4\x90\x80\x80")] + ['{"headline":"\\ud800"}'], 400)


@row("J16", "a headline of another type", "422 at /headline")
def _(s: Service) -> None:
    refused(s, [{"headline": value} for value in (1, True, {}, ["a"], None)], 422, "/headline")


@row("J17", "numbers without bounds", "400 or 422")
def _(s: Service) -> None:
    refused(s, ['{"headline":1e400}', '{"headline":' + "9" * 1_000_000 + "}", '{"headline":-0.' + "1" * 500 + "}"], (400, 422))


@row("J18", "a headline that is empty, blank, too long, 1,000 flags", "422")
def _(s: Service) -> None:
    refused(s, [{"headline": text} for text in ("", "   ", "x" * 1_001, "\U0001f1f8\U0001f1ea" * 1_000)], 422, "/headline")


@row("J19", "a headline of 1,000 characters; a body of 5 MiB; the same, all of it escaped", "201")
def _(s: Service) -> None:
    taken(s, {"headline": "é" * 1_000}, {"headline": "Long", "body": "word " * (1 << 20)}, '{"headline":"Escaped","body":"' + '\\"' * (5 << 20) + '"}')


@row("J21", "a request of 16 MiB and a byte", "413")
def _(s: Service) -> None:
    with Connection(s.port) as connection:
        connection.send(head("POST", ARTICLES, {"Content-Type": "application/json", "Content-Length": str((16 << 20) + 1)}))
        s.refuses(connection.answer(), 413)
    with Connection(s.port) as connection:
        connection.send(head("POST", "/v1/entities", {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}))
        try:
            for _ in range(20):
                connection.send(b"10000\r\n" + b" " * 65_536 + b"\r\n")
        except ConnectionError:
            pass
        s.refuses(connection.answer(), 413)


@row("J22", "`headlnie`", "422 that suggests `headline`")
def _(s: Service) -> None:
    refused(s, [{"headlnie": "a"}], 422, "/headlnie", "unknown-field")
    expect("headline" in s.post('{"headlnie":"a"}').text, "no hint")


@row("J23", "`__proto__`, `constructor`, 100,000 unknown names", "422, at most 100 errors and their number; or 400")
def _(s: Service) -> None:
    refused(s, ['{"headline":"a","__proto__":{},"constructor":1}'], 422, "/__proto__")
    answer = s.refuses(s.post("{" + ",".join(f'"k{n}":1' for n in range(900)) + "}"), 422)
    expect(len(answer.json["errors"]) == 100 and answer.json["errorCount"] >= 900, answer)
    refused(s, ["{" + ",".join(f'"k{n}":1' for n in range(100_000)) + "}"], (400, 422))


@row("J24", "computed fields in a POST; echoed in a PUT", "422 `read-only`; 200")
def _(s: Service) -> None:
    refused(s, [{"headline": "a", "version": 7}], 422, "/version", "read-only")
    refused(s, [{"headline": "a", "createdAt": "2026-01-01T00:00:00Z"}], 422, "/createdAt", "read-only")
    refused(s, [{"headline": "a", "id": str(uuid.uuid4())}], 422, "/id", "read-only")
    made = s.made('{"headline":"Echoed"}')
    answer = s.ask("PUT", f"{ARTICLES}/{made['id']}", json.dumps(made).encode())
    expect(answer.status == 200, answer)


@row("J26", "a mention of nothing, and of what is no entity", "422 at the pointer")
def _(s: Service) -> None:
    article = s.made('{"headline":"No entity"}')["id"]
    refused(s, [{"headline": "a", "mentions": [{"entity": known}]} for known in (str(uuid.uuid4()), article, "x")], 422, "/mentions/0/entity")


@row("J27", "tags that are none", "422")
def _(s: Service) -> None:
    for tag in ("", " ", ".", "..", "a/b", "a,b", "a*", "x" * 101, "a\u0007", "a\u202eb", "\u200b"):
        refused(s, [{"headline": "a", "tags": [tag]}], 422, "/tags/0")


@row("J28", "tags that only look different", "one tag for each pair")
def _(s: Service) -> None:
    for one, other in (("\u00e9", "e\u0301"), ("Straße", "STRASSE"), ("NEWS", "news"), ("\ufb01n", "fin"), ("\uff21b", "Ab")):
        made = s.made(json.dumps({"headline": "Pair", "tags": [one, other]}))
        expect(len(made["tags"]) == 1, f"{one} {other}: {made['tags']}")


@row("J29", "Turkish letters; Cyrillic а and Latin a", "folded without regard to any locale; homoglyphs stay distinct")
def _(s: Service) -> None:
    made = s.made(json.dumps({"headline": "Letters", "tags": ["\u0430zz", "azz", "istanbul", "ISTANBUL"]}))
    expect(len(made["tags"]) == 3, made["tags"])


@row("J30", "30 and 31 combining marks on one letter, and 80 kB of them in turns, in every text", "201; 422 at the text, at once")
def _(s: Service) -> None:
    marks = "\u0300\u0316"
    texts = (
        ("/v1/articles", "headline", {}), ("/v1/articles", "body", {"headline": "Marks"}), ("/v1/articles", "byline", {"headline": "Marks"}),
        ("/v1/articles", "tags", {"headline": "Marks"}), ("/v1/articles", "source", {"headline": "Marks"}), ("/v1/entities", "name", {"type": "person"}), ("/v1/tags", "name", {}),
    )
    for letter, (path, name, content) in zip("acegikm", texts, strict=True):
        for count, status in ((30, 201), (31, 422), (40_000, 422)):
            # Another letter for each, as names are one of a kind.
            text = letter + (marks * count)[:count] + "b"
            start = time.monotonic()
            answer = s.post(json.dumps({**content, name: [text] if name == "tags" else text}), path)
            expect(answer.status == status, f"{name}, {count}: {answer}")
            if status == 422:
                s.refuses(answer, 422)
                expect(answer.json["errors"][0]["pointer"].startswith(f"/{name}"), answer)
            expect_quick(start, 2, f"{name}, {count}")


@row("J31", "addresses that are none of the web", "422 at /url")
def _(s: Service) -> None:
    for url in ("javascript:alert(1)", "file:///etc/passwd", "http://", "http://[::1", "//x", "http://x/" + "a" * 2_040, "http://a@b/", "http://a b/"):
        refused(s, [{"headline": "a", "url": url}], 422, "/url")


@row("J32", "one address in several spellings", "409 against each other")
def _(s: Service) -> None:
    taken(s, {"headline": "First", "url": "http://Example.org:80/a%7Eb?utm_source=x&q=1#f"})
    for url in ("http://example.org/a~b?q=1", "HTTP://EXAMPLE.ORG/a~b?q=1&utm_medium=y"):
        s.refuses(s.post(json.dumps({"headline": "Again", "url": url})), 409, "conflict")


@row("J33", "languages that are none", "422 at /language")
def _(s: Service) -> None:
    refused(s, [{"headline": "a", "language": tag} for tag in ("xx-", "e", "en_US", "a" * 36, "")], 422, "/language")


@row("J34", "markup and formulas in texts", "201, given back exactly")
def _(s: Service) -> None:
    text = "<script>alert(1)</script> ]]> \"><img onerror=x> =cmd()"
    made = s.made(json.dumps({"headline": text, "body": text, "abstract": text, "byline": text, "source": text, "tags": ["=cmd()<b>"]}))
    got = s.get(f"{ARTICLES}/{made['id']}").json
    expect(got["headline"] == text and got["body"] == text and got["source"] == text, got)
    found = s.get("/v1/articles?q=script&include=body")
    expect(found.status == 200 and found["content-type"] == "application/json", found.fields)


@row("J36", "dates at the edges", "201, as written or in UTC")
def _(s: Service) -> None:
    for date in ("0001", "9999", "9999-12-31", "2026-01-01T00:00:00+14:00", "2026-01-01T00:00:00-00:00", "2026-01-01t00:00:00z", "2026-01-01T00:00:00.123456789Z"):
        made = s.made(json.dumps({"headline": "Dated", "datePublished": date}))
        expect(made["datePublished"], made)
    expect(s.get("/v1/articles?from=9999&to=9999").status == 200, "9999")


@row("J37", "leap seconds: a real one, and an invented one", "201 on its day; 422")
def _(s: Service) -> None:
    made = s.made('{"headline":"Leap","datePublished":"2016-12-31T23:59:60Z"}')
    expect(made["datePublished"].startswith("2016-12-31"), made)
    refused(s, [{"headline": "a", "datePublished": "2026-05-05T10:00:60Z"}], 422, "/datePublished")


@row("J38", "a time without a zone", "422")
def _(s: Service) -> None:
    refused(s, [{"headline": "a", "datePublished": "2026-03-29T02:30"}], 422, "/datePublished", "zone-missing")
    refused(s, [{"headline": "a", "datePublished": date} for date in ("2026-02-30", "2026-13", "2026-01-01T25:00Z", "yesterday", "0000", "10000", "2026-1-1", "２０２６")], 422, "/datePublished")


@row("J39", "events that end before they begin, within themselves, in a ring, too deep", "422")
def _(s: Service) -> None:
    def event(body: Any, answer: int = 201) -> Any:
        got = s.post(json.dumps(body), "/v1/events")
        expect(got.status == answer, got)
        return got.json

    event({"name": "Backwards", "startDate": "2026-02", "endDate": "2026-01"}, 422)
    ids = [event({"name": "Ring 0"})["id"]]
    for number in range(1, 4):
        ids.append(event({"name": f"Ring {number}", "superEvent": ids[-1]})["id"])
    for above in (ids[0], ids[3]):
        answer = s.ask("PATCH", f"/v1/events/{ids[0]}", json.dumps({"superEvent": above}).encode())
        s.refuses(answer, 422)
    depth, known, answer = 0, event({"name": "Deep"})["id"], None
    while depth < 40:
        answer = s.post(json.dumps({"name": f"Deep {depth}", "superEvent": known}), "/v1/events")
        if answer.status != 201:
            break
        known, depth = answer.json["id"], depth + 1
    assert isinstance(answer, Answer)
    s.refuses(answer, 422)


@row("J41", "batches: 10,001 items; 64 MiB and a byte; a bad line; one address twice; blank lines, CRLF, no last line end", "413; 413; an item of 400, or 422 and nothing stored; 409; 200")
def _(s: Service) -> None:
    def batch(data: bytes, query: str = "") -> Answer:
        return s.ask("POST", f"{ARTICLES}/batch{query}", data, {"Content-Type": "application/x-ndjson"})

    before = s.tail()
    s.refuses(batch(b'{"headline":"a"}\n' * 10_001), 413)
    with Connection(s.port) as connection:
        connection.send(head("POST", f"{ARTICLES}/batch", {"Content-Type": "application/json", "Content-Length": str((64 << 20) + 1)}))
        s.refuses(connection.answer(), 413)
    lines = [b'{"headline":"Line"}'] * 20
    lines[10] = b'{"headline":'
    s.refuses(batch(b"\n".join(lines), "?atomic=true"), 422)
    expect(s.tail() == before, "something was stored")
    results = batch(b"\n".join(lines)).json
    statuses = [item["status"] for item in results.get("results", results.get("items", []))]
    expect(statuses.count(201) == 19 and statuses[10] == 400, statuses)
    twice = batch(b'{"headline":"a","url":"http://twice.example/"}\n' * 2).json
    expect([item["status"] for item in twice.get("results", twice.get("items", []))] == [201, 409], twice)
    odd = batch(b'\r\n{"headline":"a"}\r\n\r\n\n{"headline":"b"}')
    expect(odd.status == 200 and odd.text.count("201") >= 2, odd)


@row("J42", "merge patches: a headline of null, an array, a string; a JSON Patch", "422; 415")
def _(s: Service) -> None:
    made = s.made('{"headline":"Patched"}')
    path = f"{ARTICLES}/{made['id']}"
    for body in ('{"headline":null}', "[]", '"x"'):
        s.refuses(s.ask("PATCH", path, body.encode(), {"Content-Type": "application/merge-patch+json"}), 422)
    s.refuses(s.ask("PATCH", path, b"[]", {"Content-Type": "application/json-patch+json"}), 415)


@row("J43", "PUT with another id within; ids of odd forms in the path", "422; 404 or 422")
def _(s: Service) -> None:
    known = str(uuid.uuid4())
    s.refuses(s.ask("PUT", f"{ARTICLES}/{known}", json.dumps({"id": str(uuid.uuid4()), "headline": "a"}).encode()), 422)
    for path in (str(uuid.uuid4()).upper(), "0" * 8 + "-0000-0000-0000-" + "0" * 12, "ffffffff-ffff-ffff-ffff-ffffffffffff", "x", known + "0"):
        s.refuses(s.ask("PUT", f"{ARTICLES}/{path}", b'{"headline":"a"}'), (404, 422))

"""Queries, paths, preconditions, repetition."""

import json
import sqlite3
import threading
import time
import uuid
from urllib.parse import quote

from .rows import expect, row
from .service import Service
from .wire import elapsed, expect_quick

ARTICLES = "/v1/articles"


def all_refused(s: Service, queries: list[str], path: str = ARTICLES) -> None:
    for query in queries:
        s.refuses(s.get(f"{path}?{query}"), 400, "bad-request")


def all_answered(s: Service, queries: list[str]) -> None:
    for query in queries:
        start = time.monotonic()
        answer = s.get(f"{ARTICLES}?{query}")
        expect(answer.status == 200, f"{query[:60]}: {answer}")
        expect_quick(start, 3, query[:60])


@row("Q1", "`limit` of 0, -1, 201, 1e3, 1.5, nothing, letters, 20 nines, other digits, signs, spaces", "400")
def _(s: Service) -> None:
    all_refused(s, ["limit=" + text for text in ("0", "-1", "201", "1e3", "1.5", "", "abc", "9" * 20, "%D9%A5", "%2B5", "%205")])
    expect(s.get(f"{ARTICLES}?limit=0").json["errors"][0]["parameter"] == "limit", "it isn't named")


@row("Q2", "an unknown parameter, one twice, 501 of them, NUL in a name", "400")
def _(s: Service) -> None:
    all_refused(s, ["limt=5", "limit=1&limit=2", "&".join(f"a{n}=1" for n in range(501)), "q%00=1"])
    expect("limit" in s.get(f"{ARTICLES}?limt=5").text, "no hint")


@row("Q3", "cursors: made up, one bit changed, of another filter, order or resource, 8 kB; from before a restart", "400; the last one 200, and it carries on")
def _(s: Service) -> None:
    for number in range(3):
        s.made(json.dumps({"headline": f"Paged {number}", "tags": ["paged"]}))
    cursor = s.get(f"{ARTICLES}?limit=1").json["nextCursor"]
    changed = ("B" if cursor[5] != "B" else "C").join([cursor[:5], cursor[6:]])
    all_refused(s, ["cursor=abc", f"cursor={changed}", f"cursor={cursor}&tag=paged", f"cursor={cursor}&sort=createdAt", "cursor=" + "A" * 8_000])
    s.refuses(s.get(f"/v1/tags?cursor={cursor}"), 400)
    before = Service(s.program)
    after = None
    try:
        for number in range(4):
            before.made(json.dumps({"headline": f"Paged {number}", "datePublished": f"2024-03-0{number + 1}"}))
        first = before.get(f"{ARTICLES}?limit=2").json
        expect(before.stop() == 0, "it didn't stop")
        after = Service(s.program, folder=before.folder)
        rest = after.get(f"{ARTICLES}?limit=2&cursor={first['nextCursor']}").json
        expect([item["headline"] for item in first["items"] + rest["items"]] == [f"Paged {number}" for number in (3, 2, 1, 0)], rest)
    finally:
        (after or before).discard()


@row("Q4", "full text of punctuation and operators", "200")
def _(s: Service) -> None:
    s.made('{"headline":"Words to find"}')
    texts = ['"', "AND", "a AND", "NEAR(", "*", "^", "headline:", "nocol:x", "-x", "a -b", "a.b", "a'b", "(", "{x", "NOT", "a OR OR", 'a"b', "%", "\\", "🎉", ";--", "", "NEAR(a b, 99999)", "a*b*", "\u0301"]
    all_answered(s, ["q=" + quote(text) for text in texts])


@row("Q6", "bytes that aren't UTF-8, broken percent signs", "400")
def _(s: Service) -> None:
    all_refused(s, ["q=" + text for text in ("%ff", "%zz", "%", "%u0041", "%c0%af", "%ed%a0%80")])


@row("Q7", "full text of 513 characters, 33 words, 1,000 beginnings, 5,000 brackets", "400")
def _(s: Service) -> None:
    all_refused(s, ["q=" + "a" * 513, "q=" + "+".join(f"a{n}" for n in range(33)), "q=" + "a*+" * 1_000, "q=" + "(" * 5_000])


@row("Q8", "patterns as tags", "matched literally; 400 beyond 100 characters")
def _(s: Service) -> None:
    s.made(json.dumps({"headline": "Tagged", "tags": ["abc"]}))
    for tag in ("%25", "a_c", "[a-z]bc", "a%25"):
        answer = s.get(f"{ARTICLES}?tag={tag}&count=true")
        expect(answer.status in (200, 400), answer)
        if answer.status == 200:
            expect(answer.json["total"] == 0, f"{tag} matched")
    all_refused(s, ["tag=*" + "a" * 5_000])


@row("Q9", "51 entities, a name of 7 kB, combining marks without end", "400")
def _(s: Service) -> None:
    all_refused(s, ["&".join(["entity=a"] * 51), "entity=" + "a" * 7_000, "entity=a" + quote("\u0301") * 800])


@row("Q11", "paths that climb, double slashes, other cases, NUL, backslashes", "404 or 400, never a `Location`")
def _(s: Service) -> None:
    known = s.made('{"headline":"Path"}')["id"]
    for path in ("/v1/articles/x", "/v1/articles/%2e%2e%2f..%2fetc", "/v1/articles/../../etc/passwd", "//v1//articles", "/v1/articles/", "/V1/articles", f"/v1/articles/{known}%00", "/\\evil.com", "/%5cevil.com", "//evil.com", "/v1/articles/%", f"/v1/articles/{known}/../{known}"):
        answer = s.get(path)
        s.refuses(answer, (400, 404))
        expect(answer["location"] is None, answer.fields)


@row("Q12", "a tag whose name is percent-encoded", "decoded once")
def _(s: Service) -> None:
    s.made(json.dumps({"headline": "Encoded", "tags": ["%C3%A9"]}))
    answer = s.get("/v1/tags/%25C3%25A9")
    expect(answer.status == 200 and answer.json["name"] == "%C3%A9", answer)


@row("Q13", "SQL in every parameter and part of a path", "200 and nothing, 400 or 404; the tables stay")
def _(s: Service) -> None:
    def tables() -> list[str]:
        with sqlite3.connect(f"file:{s.database}?mode=ro", uri=True) as database:
            return [name for (name,) in database.execute("SELECT sql FROM sqlite_schema ORDER BY name")]

    before = tables()
    for text in ("' OR 1=1--", "x'); DROP TABLE article;--", '" OR ""="', "1; ATTACH DATABASE '/tmp/x' AS x"):
        for name in ("entity", "anyEntity", "tag", "notTag", "source", "event", "q", "language", "from", "tz", "sort", "cursor", "fields", "entityType"):
            answer = s.get(f"{ARTICLES}?{name}={quote(text)}&count=true")
            expect(answer.status in (200, 400), f"{name}: {answer}")
            if answer.status == 200 and name in ("entity", "tag", "source", "event"):
                expect(answer.json["total"] == 0, f"{name}={text} matched")
        for path in ("articles", "tags", "sources", "entities", "events"):
            expect(s.get(f"/v1/{path}/{quote(text, safe='')}").status in (404, 400, 422), path)
    expect(tables() == before, "the tables are others")


@row("Q14", "the last of many pages", "as quick as the first")
def _(s: Service) -> None:
    lines = b"".join(json.dumps({"headline": f"Deep {n}", "tags": ["deep"], "datePublished": f"2026-{n % 12 + 1:02}"}).encode() + b"\n" for n in range(2_000))
    expect(s.ask("POST", f"{ARTICLES}/batch", lines, {"Content-Type": "application/x-ndjson"}).status == 200, "not stored")
    cursor, times = None, []
    while True:
        start = time.monotonic()
        page = s.get(f"{ARTICLES}?tag=deep&limit=200" + (f"&cursor={cursor}" if cursor else "")).json
        times.append(elapsed(start))
        cursor = page["nextCursor"]
        if not cursor:
            break
    expect(len(times) == 10 and min(times[-3:]) < 3 * max(times[:3]) + 0.05, times)


@row("Q16", "`after` of a change: -1, letters, 2^63", "400")
def _(s: Service) -> None:
    all_refused(s, ["after=-1", "after=abc", f"after={2**63}"], "/v1/changes")


# Preconditions and repetition.


@row("W1", "`If-Match`: old, weak, a list, `*`, without quotes, 10 kB", "412, 412, 200, 200, 400, 400")
def _(s: Service) -> None:
    made = s.made('{"headline":"Matched"}')
    path = f"{ARTICLES}/{made['id']}"

    def patch(tag: str) -> int:
        return s.ask("PATCH", path, b'{"abstract":"x"}', {"If-Match": tag}).status

    expect(patch('"99"') == 412, "old")
    expect(patch('W/"1"') == 412, "weak")
    expect(patch('"a", "1"') == 200, "a list")
    expect(patch("*") == 200, "*")
    expect(patch("3") == 400, "without quotes")
    expect(patch('"' + "a" * 10_000 + '"') in (400, 412), "10 kB")
    nothing = s.ask("PATCH", f"{ARTICLES}/{uuid.uuid4()}", b"{}", {"If-Match": "*"})
    expect(nothing.status in (404, 412), nothing)


@row("W2", "`If-None-Match: *` on a PUT to what is there", "412")
def _(s: Service) -> None:
    made = s.made('{"headline":"There"}')
    s.refuses(s.ask("PUT", f"{ARTICLES}/{made['id']}", b'{"headline":"b"}', {"If-None-Match": "*"}), 412)


@row("W3", "no `If-Match` where it is compulsory", "428")
def _(s: Service) -> None:
    strict = Service(s.program, "--require-if-match")
    try:
        made = strict.made('{"headline":"Strict"}')
        strict.refuses(strict.ask("PATCH", f"{ARTICLES}/{made['id']}", b"{}"), 428, "precondition-required")
    finally:
        strict.discard()


def at_once(count: int, work: object) -> list[int]:
    results: list[int] = []
    threads = [threading.Thread(target=lambda n=n: results.append(work(n))) for n in range(count)]  # type: ignore[operator]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@row("W4", "32 changes at once with one ETag, 10 times", "one 200, 31 × 412")
def _(s: Service) -> None:
    path = f"{ARTICLES}/{s.made(json.dumps({'headline': 'Raced'}))['id']}"
    for version in range(1, 11):
        statuses = at_once(32, lambda n, v=version: s.ask("PATCH", path, json.dumps({"abstract": f"{v} {n}"}).encode(), {"If-Match": f'"{v}"'}).status)
        expect(sorted(statuses) == [200] + [412] * 31, sorted(statuses))


@row("W6", "32 creations at once with one Idempotency-Key", "one article")
def _(s: Service) -> None:
    key = str(uuid.uuid4())
    statuses = at_once(32, lambda n: s.ask("POST", ARTICLES, b'{"headline":"Once","tags":["once"]}', {"Content-Type": "application/json", "Idempotency-Key": key}).status)
    expect(set(statuses) <= {201, 409} and 201 in statuses, statuses)
    expect(s.get(f"{ARTICLES}?tag=once&count=true").json["total"] == 1, "not one article")


@row("W7", "a refused request repeated with its Idempotency-Key; another body under it", "the same answer; 422")
def _(s: Service) -> None:
    fields = {"Idempotency-Key": str(uuid.uuid4())}
    first = s.ask("POST", ARTICLES, b'{"headline":""}', dict(fields))
    again = s.ask("POST", ARTICLES, b'{"headline":""}', dict(fields))
    expect(first.status == again.status == 422 and again["idempotency-replayed"] == "true", again.fields)
    s.refuses(s.ask("POST", ARTICLES, b'{"headline":"other"}', dict(fields)), 422, "idempotency-mismatch")
    for key in ("", "a b", "x" * 300):
        s.refuses(s.ask("POST", ARTICLES, b'{"headline":"a"}', {"Idempotency-Key": key}), 400)

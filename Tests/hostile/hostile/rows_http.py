"""Framing and header fields."""

import json
import shutil
import tempfile
import time
from pathlib import Path

from .rows import expect, row
from .rows_access import EXAMPLES, operations
from .service import Service
from .wire import Answer, Connection, expect_quick, head, raw


def parser_refuses(answer: Answer | None) -> None:
    """What the HTTP parser refuses may have an empty body, or none at all."""
    expect(answer is None or answer.status in (400, 431), answer)


@row("H1", "no `Host`", "400")
def _(s: Service) -> None:
    s.refuses(raw(s.port, b"GET /livez HTTP/1.1\r\n\r\n"), 400, "bad-request")


@row("H2", "two `Host` lines, equal or not", "400")
def _(s: Service) -> None:
    for second in ("localhost", "evil.example"):
        s.refuses(raw(s.port, head("GET", "/livez", [("Host", second)], "localhost")), 400)


@row("H3", "`Host: evil.example`", "403")
def _(s: Service) -> None:
    s.refuses(s.ask("GET", "/livez", host="evil.example"), 403, "forbidden")


@row("H4", "names and numbers that only look like loopback", "403")
def _(s: Service) -> None:
    for host in ("127.0.0.1.nip.io", "localhost.evil.example", "0.0.0.0", "127.1", "[::ffff:7f00:1]", "127.0.0.2", "localhost."):
        s.refuses(s.ask("GET", "/v1", host=host), 403)


@row("H6", "`Host` empty, with a user, a bad port, a space", "400")
def _(s: Service) -> None:
    for host in ("", "u@localhost", "localhost:abc", "a b", "localhost:123456", "[::1"):
        s.refuses(s.ask("GET", "/v1", host=host), 400)


@row("H7", "the absolute form of the target, with a foreign name", "403")
def _(s: Service) -> None:
    s.refuses(s.ask("GET", "http://evil.example/v1", host="localhost"), 403)


@row("H8", "`Origin: https://evil.example` with every method", "403, no CORS field")
def _(s: Service) -> None:
    for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
        answer = s.ask(method, "/v1/articles", b"x", {"Origin": "https://evil.example", "Content-Type": "text/plain"})
        s.refuses(answer, 403)
        expect(not any(name.startswith("access-control-") for name, _ in answer.fields), answer.fields)


@row("H9", "`Origin: null`, and one of this machine that isn't listed", "403")
def _(s: Service) -> None:
    for origin in ("null", "http://localhost:3000", "http://127.0.0.1:8080.evil.example", ""):
        s.refuses(s.get("/v1", Origin=origin), 403)


@row("H11", "a preflight of a foreign page", "403, no CORS field")
def _(s: Service) -> None:
    answer = s.ask("OPTIONS", "/v1/articles", fields={"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"})
    s.refuses(answer, 403)
    expect(not any(name.startswith("access-control-") for name, _ in answer.fields), answer.fields)


@row("H12", "a listed origin", "2xx, echoed, `Vary: Origin`, no credentials")
def _(s: Service) -> None:
    listed = Service(s.program, "--allowed-origin", "https://desk.example")
    try:
        answer = listed.get("/v1", Origin="https://desk.example")
        expect(answer.status == 200 and answer["access-control-allow-origin"] == "https://desk.example", answer.fields)
        expect(answer["vary"] == "Origin" and answer["access-control-allow-credentials"] is None, answer.fields)
    finally:
        listed.discard()


@row("H13", "`Content-Length` and `Transfer-Encoding`", "400 and closed")
def _(s: Service) -> None:
    with Connection(s.port) as connection:
        connection.send(head("POST", "/v1/articles", {"Content-Length": "5", "Transfer-Encoding": "chunked"}) + b"0\r\n\r\nGET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answer = connection.answer()
        parser_refuses(answer)
        expect(connection.answer() is None, "a second answer came")


@row("H14", "`Content-Length` twice, signed, hexadecimal, too large", "400")
def _(s: Service) -> None:
    for fields in (
        [("Content-Length", "13"), ("Content-Length", "13")],
        [("Content-Length", "13"), ("Content-Length", "14")],
        *([("Content-Length", value)] for value in ("13, 13", "-1", "+13", "0x10", "18446744073709551616", "1 3")),
    ):
        answer = raw(s.port, head("POST", "/v1/articles", [("Content-Type", "application/json"), *fields]) + b'{"headline":1}', half_close=True)
        expect(answer is None or answer.status in (400, 413, 431), f"{fields}: {answer}")


@row("H16", "`Transfer-Encoding: gzip, chunked`", "400")
def _(s: Service) -> None:
    s.refuses(raw(s.port, head("POST", "/v1/articles", {"Content-Type": "application/json", "Transfer-Encoding": "gzip, chunked"}) + b"0\r\n\r\n"), 400)


@row("H17", "chunks with HTTP/1.0", "400 and closed")
def _(s: Service) -> None:
    with Connection(s.port) as connection:
        connection.send(b"POST /v1/articles HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
        answer = connection.answer()
        expect(answer is not None and answer.status == 400, answer)
        connection.read_to_end()


@row("H18", "chunk sizes that are none", "400")
def _(s: Service) -> None:
    for size in (b"ZZ", b"F" * 17, b"-1"):
        parser_refuses(raw(s.port, head("POST", "/v1/articles", {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}) + size + b"\r\nx\r\n"))


@row("H19", "a chunk extension of 200 kB", "2xx or 400, no memory kept")
def _(s: Service) -> None:
    before = s.memory()
    body = b'{"headline":"Chunked"}'
    data = b"%x;a=" % len(body) + b"x" * 200_000 + b"\r\n" + body + b"\r\n0\r\n\r\n"
    answer = raw(s.port, head("POST", "/v1/articles", {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}) + data)
    expect(answer is None or answer.status in (201, 400), answer)
    expect(s.memory() - before < 16 << 20, f"{s.memory() - before} bytes more")


@row("H21", "lines that end in LF only; a space before the colon; folded; NUL and bare CR in a value", "400")
def _(s: Service) -> None:
    for field in (b"X-A : 1", b"X-A: 1\r\n 2", b"X-A: a\0b", b"X-A: a\rb"):
        parser_refuses(raw(s.port, b"GET /livez HTTP/1.1\r\nHost: localhost\r\n" + field + b"\r\n\r\n"))
    parser_refuses(raw(s.port, b"GET /livez HTTP/1.1\nHost: localhost\n\n", half_close=True))


@row("H22", "bytes that aren't ASCII in a value", "2xx, escaped in the log")
def _(s: Service) -> None:
    answer = raw(s.port, b"GET /livez HTTP/1.1\r\nHost: localhost\r\nX-A: \xff\xfe\r\n\r\n")
    expect(answer is not None and answer.status == 200, answer)
    expect(b"\xff" not in s.log.read_bytes(), "in the log as it came")


@row("H23", "TLS, HTTP/2, HTTP/0.9", "400 or closed")
def _(s: Service) -> None:
    for data in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 40, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET /livez HTTP/2.0\r\nHost: localhost\r\n\r\n", b"GET /livez\r\n\r\n"):
        answer = raw(s.port, data, half_close=True)
        expect(answer is None or answer.status in (400, 505), answer)


@row("H24", "methods that don't exist, one of 5,000 letters", "400 or 405")
def _(s: Service) -> None:
    for method in ("FOO", "A" * 5_000):
        answer = raw(s.port, head(method, "/v1/articles"))
        expect(answer is None or answer.status in (400, 405), answer)


@row("H26", "`HEAD` of everything that has `GET`", "the same without content")
def _(s: Service) -> None:
    inbox = Path(tempfile.mkdtemp(prefix="dateline-hostile-"))
    (inbox / "a.txt").write_text("Quay closes\n\nIt did, and nobody came to see it.\n")
    other = Service(s.program, inbox=inbox)
    try:
        page = other.post("Harbour opens\n\nBy Lena Marsk\n\nIt did, and many came to see it.\n", Content_Type="text/plain")
        expect(page.status == 201, page)
        other.made('{"headline":"Another","source":"a","tags":["a"]}')
        made = {"articles": page.json["id"]}
        made["entities"] = other.made('{"type":"person","name":"Lena Marsk"}', "/v1/entities")["id"]
        expect(other.ask("POST", "/v1/imports/scan?wait=true&timeout=60").status == 200, "the file is read")
        made["imports"] = other.get("/v1/imports").json["items"][0]["id"]
        made["events"] = other.made('{"name":"Opening","startDate":"2024-03-25"}', "/v1/events")["id"]
        tried = 0
        for operation in operations(other):
            if operation.method != "GET":
                continue
            target = operation.path + ("?facet=tag" if operation.path.endswith("/facets") else "")
            for kind, known in made.items():
                if target.startswith(f"/v1/{kind}/"):
                    target = target.replace(EXAMPLES["id"], known)
            get, without = other.get(target), other.ask("HEAD", target)
            expect(get.status == without.status == 200, f"{target}: {get.status}, {without.status}")
            expect(not without.body, f"{target}: {without.body[:80]!r}")
            expect(get["content-type"] == without["content-type"], f"{target}: {without.fields}")
            # Figures move between two looks.
            if target != "/metrics":
                expect(get["content-length"] == without["content-length"], f"{target}: {get.fields}, {without.fields}")
            tried += 1
        expect(tried > 20, tried)
    finally:
        other.discard()
        shutil.rmtree(inbox, ignore_errors=True)


@row("H27", "`OPTIONS` of a path and of everything", "204 with `Allow`")
def _(s: Service) -> None:
    answer = s.ask("OPTIONS", "/v1/articles")
    expect(answer.status == 204 and "POST" in (answer["allow"] or ""), answer.fields)
    expect(s.ask("OPTIONS", "*").status == 204, "*")


@row("H28", "a target of 8,193 bytes", "414")
def _(s: Service) -> None:
    s.refuses(s.get("/v1/articles?q=" + "a" * (8_193 - len("/v1/articles?q="))), 414, "uri-too-long")


@row("H29", "a target of 200 kB", "400 or 414")
def _(s: Service) -> None:
    try:
        answer = raw(s.port, head("GET", "/" + "a" * 200_000))
    except ConnectionError:
        answer = None
    expect(answer is None or answer.status in (400, 414), answer)


@row("H31", "500,000 header fields", "400 or closed, no memory kept")
def _(s: Service) -> None:
    before = s.memory()
    with Connection(s.port) as connection:
        try:
            connection.send(b"GET /livez HTTP/1.1\r\nHost: localhost\r\n" + b"a:\r\n" * 500_000 + b"\r\n")
            parser_refuses(connection.answer())
        except ConnectionError:
            pass
    expect(s.memory() - before < 16 << 20, f"{s.memory() - before} bytes more")


@row("H32", "`Expect: 100-continue`", "100, then the answer; or the answer at once")
def _(s: Service) -> None:
    body = b'{"headline":"Expected"}'
    with Connection(s.port) as connection:
        connection.send(head("POST", "/v1/articles", {"Content-Type": "application/json", "Content-Length": str(len(body)), "Expect": "100-continue"}))
        first = connection.answer()
        expect(first is not None and first.status == 100, first)
        connection.send(body)
        last = connection.answer()
        expect(last is not None and last.status == 201, last)
    with Connection(s.port) as connection:
        connection.send(head("POST", "/v1/articles", {"Content-Type": "text/csv", "Content-Length": "10", "Expect": "100-continue"}))
        s.refuses(connection.answer(), 415)


@row("H33", "`Expect: 200-maybe`", "417")
def _(s: Service) -> None:
    s.refuses(s.get("/v1", Expect="200-maybe"), 417, "expectation-failed")


@row("H34", "200 MB announced", "413 before anything is read, and closed within 5 s")
def _(s: Service) -> None:
    start = time.monotonic()
    with Connection(s.port) as connection:
        connection.send(head("POST", "/v1/articles", {"Content-Type": "application/json", "Content-Length": "200000000"}))
        answer = s.refuses(connection.answer(), 413, "content-too-large")
        expect(answer["connection"] == "close", answer.fields)
        sent = 0
        try:
            while sent < 200_000_000:
                connection.send(b"x" * 65_536)
                sent += 65_536
        except (ConnectionError, TimeoutError):
            pass
        expect(sent < 20_000_000, f"{sent} bytes were taken")
        expect_quick(start, 10, f"{sent} bytes were taken")


@row("H36", "content that ends early", "400 or closed")
def _(s: Service) -> None:
    answer = raw(s.port, head("POST", "/v1/articles", {"Content-Type": "application/json", "Content-Length": "100"}) + b'{"headl', half_close=True)
    parser_refuses(answer)


@row("H37", "pipelined requests: 3, GET after POST, 1,000 at once", "answered in order")
def _(s: Service) -> None:
    body = b'{"headline":"Pipelined"}'
    with Connection(s.port) as connection:
        connection.send(
            head("POST", "/v1/articles", {"Content-Type": "application/json", "Content-Length": str(len(body))}) + body
            + head("GET", "/nowhere") + head("GET", "/livez") * 1_000
        )
        statuses = [answer.status for answer in (connection.answer() for _ in range(1_002)) if answer]
    expect(statuses == [201, 404] + [200] * 1_000, statuses[:5])


@row("H38", "a good request after a bad one on one connection", "200")
def _(s: Service) -> None:
    with Connection(s.port) as connection:
        connection.send(head("GET", "/v1/articles?limit=0"))
        expect((first := connection.answer()) and first.status == 400, first)
        connection.send(head("GET", "/livez"))
        expect((second := connection.answer()) and second.status == 200, second)


@row("H39", "`Upgrade: h2c`, `websocket`", "ignored: 200")
def _(s: Service) -> None:
    for name in ("h2c", "websocket"):
        expect(s.ask("GET", "/livez", fields={"Connection": "Upgrade", "Upgrade": name}).status == 200, name)


@row("H41", "no `Content-Type`; form; multipart; a JSON of others; UTF-16; a content coding", "415")
def _(s: Service) -> None:
    body = b'{"headline":"a"}'
    for kind in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/vnd.x+json", "application/json; charset=utf-16", "nonsense", ""):
        s.refuses(s.ask("POST", "/v1/entities", body, {"Content-Type": kind}), 415)
    answer = raw(s.port, head("POST", "/v1/entities", {"Content-Length": str(len(body))}) + body)
    s.refuses(answer, 415, "unsupported-media-type")
    s.refuses(s.ask("POST", "/v1/articles", body, {"Content-Encoding": "gzip"}), 415)


ACTIONS = (
    "/v1/imports/scan", "/v1/imports/retry?state=failed", "/v1/imports/018f0000-0000-7000-8000-000000000001/retry", "/v1/imports/deletes/confirm",
    "/v1/imports/pause", "/v1/imports/resume", "/v1/imports/reread",
)


@row("H40", "content where the address says everything: a text or form, JSON that is broken, no object, or has fields", "415; 400; 422")
def _(s: Service) -> None:
    for action in ACTIONS:
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
            s.refuses(s.ask("POST", action, b"a=b", {"Content-Type": kind}), 415)
        for body, status in ((b"{", 400), (b"[]", 422), (b'{"wait": true}', 422)):
            s.refuses(s.ask("POST", action, body, {"Content-Type": "application/json"}), status)


@row("H42", "`application/JSON; charset=UTF-8`; `application/json;`", "201")
def _(s: Service) -> None:
    for kind in ("application/JSON; charset=UTF-8", "application/json;"):
        answer = s.ask("POST", "/v1/articles", b'{"headline":"Typed"}', {"Content-Type": kind})
        expect(answer.status == 201, answer)


@row("H43", "`Accept`: `image/png`; nonsense; 5 kB of alternatives", "406; 200; 200")
def _(s: Service) -> None:
    s.refuses(s.get("/v1/articles", Accept="image/png"), 406)
    expect(s.get("/v1/articles", Accept=";;;").status == 200, "nonsense")
    expect(s.get("/v1/articles", Accept=",".join(f"a/b{n};q=0.1" for n in range(300)) + ",*/*").status == 200, "alternatives")


@row("H44", "1,000 ranges", "ignored: 200")
def _(s: Service) -> None:
    answer = s.ask("GET", "/v1", fields={"Range": "bytes=" + ",".join(f"{n}-{n}" for n in range(1_000))})
    expect(answer.status == 200, answer)


@row("H48", "`X-Forwarded-*`, `X-HTTP-Method-Override: DELETE`", "no effect")
def _(s: Service) -> None:
    made = s.made(json.dumps({"headline": "Stays"}))
    path = f"/v1/articles/{made['id']}"
    answer = s.ask("POST", path, b"{}", {"X-HTTP-Method-Override": "DELETE"})
    s.refuses(answer, 405)
    answer = s.ask("GET", path, fields={"X-Forwarded-Host": "evil.example", "X-Forwarded-For": "1.2.3.4", "X-Forwarded-Proto": "https", "X-HTTP-Method-Override": "DELETE"})
    expect(answer.status == 200 and "evil" not in answer.text, answer)
    s.refuses(s.ask("GET", path, fields={"X-Forwarded-Host": "localhost"}, host="evil.example"), 403)

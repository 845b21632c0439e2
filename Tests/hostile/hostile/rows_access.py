"""Who may ask what: every operation of the description, with and without what it needs."""

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from .rows import expect, row
from .service import JSON, Service
from .wire import Answer

DESCRIPTION = Path(__file__).resolve().parents[3] / "openapi.yaml"
#: In place of the parameters of a path.
EXAMPLES = {name: "018f0000-0000-7000-8000-000000000001" for name in ("id", "entityId", "eventId")} | {"name": "a", "slug": "validation"}


class Operation(NamedTuple):
    method: str
    path: str
    kind: str | None
    statuses: frozenset[int]

    @property
    def body(self) -> bytes | None:
        return None if self.kind is None else b"{}"


def operations(s: Service) -> list[Operation]:
    """All of them. The service tells its description as JSON; what `openapi.yaml` has is counted, so that none is left out."""
    found = []
    for path, item in s.get("/openapi.json").json["paths"].items():
        for method in ("get", "post", "put", "patch", "delete"):
            if operation := item.get(method):
                kinds = list(operation.get("requestBody", {}).get("content", {}))
                found.append(Operation(method.upper(), path.format(**EXAMPLES), kinds[0] if kinds else None, frozenset(map(int, operation["responses"]))))
    paths = DESCRIPTION.read_text(encoding="utf-8").split("\ncomponents:")[0].splitlines()
    expect(len(found) == sum(line.strip() in ("get:", "post:", "put:", "patch:", "delete:") for line in paths) > 60, f"{len(found)} operations")
    return found


class Guarded(NamedTuple):
    service: Service
    reading: str
    writing: str
    hashes: list[str]


@contextmanager
def guarded(s: Service, *options: str) -> Iterator[Guarded]:
    """A service that wants tokens."""
    file = s.folder / f"tokens-{time.monotonic_ns()}"
    made = [
        subprocess.run([s.program, "token", "create", "--scope", scope, "--tokens-file", str(file)], capture_output=True, text=True, check=True).stdout.strip()
        for scope in ("read", "write")
    ]
    hashes = [line.split()[2].removeprefix("sha256:") for line in file.read_text().splitlines()]
    service = Service(s.program, "--tokens-file", str(file), *options)
    try:
        yield Guarded(service, made[0], made[1], hashes)
    finally:
        service.discard()


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def last_change(g: Guarded) -> str:
    text = g.service.ask("GET", "/metrics", fields=bearer(g.reading)).text
    return next(line for line in text.splitlines() if line.startswith("dateline_store_last_change "))


@row("H46", "a token that may only read, on every route that changes something", "403")
def _(s: Service) -> None:
    with guarded(s) as g:
        writes = [operation for operation in operations(s) if operation.method != "GET"]
        expect(len(writes) > 25, writes)
        for method, path, *_ in writes:
            g.service.refuses(g.service.ask(method, path, b"{}", bearer(g.reading)), 403, "forbidden")
            answer = g.service.ask(method, path, b"{}", bearer(g.writing))
            expect(answer.status not in (401, 403), f"{method} {path}: {answer}")


@row("H47", "every route without a token, with a wrong one, with the hash instead of the token", "401, but for `/livez`")
def _(s: Service) -> None:
    with guarded(s) as g:
        wrong = [None, "Bearer x", "Bearer " + g.reading[:-1] + "_", "Basic " + g.reading, g.reading, "Bearer " + g.hashes[-1], f"Bearer {g.reading}, Bearer {g.reading}"]
        others = [("GET", "/nowhere"), ("TRACE", "/v1"), ("OPTIONS", "/v1/articles"), ("HEAD", "/v1/articles")]
        for method, path in [(operation.method, operation.path) for operation in operations(s)] + others:
            if path == "/livez":
                expect(g.service.ask(method, path).status == 200, path)
                continue
            for value in wrong if path in ("/v1", "/v1/articles") else wrong[:2]:
                answer = g.service.ask(method, path, None, {"Authorization": value} if value else {})
                expect(answer.status == 401 and (answer["www-authenticate"] or "").startswith("Bearer"), f"{method} {path} {value}: {answer}")
        expect(g.service.get("/v1", Authorization=f"bearer {g.reading}").status == 200, "a good one")


@row("H49", "every operation: without a token, with a wrong one, a reading one, the right one; from a foreign `Host`, a foreign `Origin`", "401, 401, 403 where it writes, an answer of its description; 403, 403; no token, query, field or content in the log, no token in an answer")
def _(s: Service) -> None:
    # What must not come out again, each by its own way in.
    secret = {way: f"canary{way}zq" for way in ("query", "field", "content")}
    with guarded(s, "--log-level", "trace") as g:
        answers: list[Answer] = []

        def ask(operation: Operation, token: str | None = None, host: str | None = "127.0.0.1:8080", **fields: str) -> Answer:
            body = None if operation.kind is None else json.dumps({"headline": secret["content"]}).encode()
            head = {"X-Canary": secret["field"], **fields, **({"Content-Type": operation.kind} if operation.kind else {}), **(bearer(token) if token else {})}
            answer = g.service.ask(operation.method, operation.path, body, head, host)
            answers.append(answer)
            return answer

        def refused(operation: Operation, answer: Answer, status: int) -> None:
            expect(answer.status == status, f"{operation.method} {operation.path}: {answer}")
            g.service.refuses(answer, status)
            expect(not any(name.startswith("access-control-") for name, _ in answer.fields), answer.fields)

        wrong = g.writing[:-4] + ("aaaa" if not g.writing.endswith("aaaa") else "bbbb")
        before = last_change(g)
        for operation in (known := operations(s)):
            for name, fields in (("a foreign host", {"host": "evil.example"}), ("a foreign origin", {"Origin": "https://evil.example"})):
                for token in (None, g.reading, g.writing):
                    refused(operation, ask(operation, token, **fields), 403)
            if operation.path == "/livez":
                continue
            for token in (None, wrong):
                refused(operation, ask(operation, token), 401)
            if operation.method != "GET":
                refused(operation, ask(operation, g.reading), 403)
        expect(last_change(g) == before, "something was written")
        for operation in known:
            token = g.reading if operation.method == "GET" else g.writing
            answer = ask(operation, token)
            expect(answer.status in operation.statuses - {401, 403} and answer.status < 500, f"{operation.method} {operation.path}: {answer}")
            answers.append(g.service.ask(operation.method, f"{operation.path}?{secret['query']}={secret['query']}", operation.body, {**bearer(token), **({"Content-Type": operation.kind or JSON})}))
        log = g.service.log.read_text("utf-8", "replace")
        expect('"level":"trace"' in log or '"level":"debug"' in log, "the log isn't as full as it can be")
        for name, text in {"the reading token": g.reading, "the writing token": g.writing, "a wrong token": wrong, **{f"the hash {n}": text for n, text in enumerate(g.hashes)}, **secret}.items():
            expect(text not in log, f"{name} is in the log")
        for answer in answers:
            whole = answer.text + "".join(value for _, value in answer.fields)
            expect(not any(text in whole for text in (g.reading, g.writing, wrong, secret["field"], *g.hashes)), f"a secret is in the answer {answer}")

"""HTTP by hand: sends any bytes at all and shows exactly what comes back."""

import json
import socket
import time
from typing import Any

from .rows import expect

# A debug build on a busy machine needs its time; what is aimed at never comes.
SECONDS = 120.0


class Answer:
    def __init__(self, status: int, fields: list[tuple[str, str]], body: bytes) -> None:
        self.status = status
        self.fields = fields
        self.body = body

    def __getitem__(self, name: str) -> str | None:
        return next((value for known, value in self.fields if known == name), None)

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    def __str__(self) -> str:
        return f"{self.status} {self.text[:200]}"


class Connection:
    def __init__(self, port: int, seconds: float = SECONDS, buffer: int | None = None) -> None:
        self.socket = socket.socket()
        if buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        self.socket.settimeout(seconds)
        self.socket.connect(("127.0.0.1", port))
        self.received = b""
        self.ended = False

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def half_close(self) -> None:
        self.socket.shutdown(socket.SHUT_WR)

    def close(self) -> None:
        self.socket.close()

    def __enter__(self) -> "Connection":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def more(self) -> bool:
        try:
            data = self.socket.recv(1 << 16)
        except ConnectionError:
            data = b""
        self.received += data
        self.ended = not data
        return bool(data)

    def read_to_end(self) -> bytes:
        while self.more():
            pass
        return self.received

    def answer(self, head: bool = False) -> Answer | None:
        """The next answer; None where the server ends the connection without one."""
        while b"\r\n\r\n" not in self.received:
            if not self.more():
                return None
        top, self.received = self.received.split(b"\r\n\r\n", 1)
        lines = top.decode("latin-1").split("\r\n")
        status = int(lines[0].split(" ")[1])
        fields = [(name.lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines[1:])]
        length = next((int(value) for name, value in fields if name == "content-length"), None)
        chunked = any(name == "transfer-encoding" and value == "chunked" for name, value in fields)
        if head or status < 200 or status in (204, 304):
            body = b""
        elif length is not None:
            while len(self.received) < length and self.more():
                pass
            body, self.received = self.received[:length], self.received[length:]
        elif chunked:
            body = self.chunks()
        else:
            body, self.received = self.read_to_end(), b""
        return Answer(status, fields, body)

    def chunks(self) -> bytes:
        body = b""
        while True:
            while b"\r\n" not in self.received:
                if not self.more():
                    return body
            size, self.received = self.received.split(b"\r\n", 1)
            length = int(size, 16)
            while len(self.received) < length + 2 and self.more():
                pass
            body, self.received = body + self.received[:length], self.received[length + 2 :]
            if length == 0:
                return body


def head(method: str, target: str, fields: dict[str, str] | list[tuple[str, str]] | None = None, host: str | None = "127.0.0.1:8080") -> bytes:
    pairs = list(fields.items()) if isinstance(fields, dict) else list(fields or [])
    lines = [f"{method} {target} HTTP/1.1"]
    if host is not None:
        lines.append(f"Host: {host}")
    lines += [f"{name}: {value}" for name, value in pairs]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def raw(port: int, data: bytes, half_close: bool = False, seconds: float = SECONDS) -> Answer | None:
    with Connection(port, seconds) as connection:
        connection.send(data)
        if half_close:
            connection.half_close()
        return connection.answer()


LEAKS = ["SELECT ", "INSERT ", "SQLITE", "SQLite", "GRDB", "Swift.", "NIO", "Optional(", "/tmp/", "/home/", ".swift", "RepositoryError", "0x0000"]


def check_problem(answer: Answer, slug: str | None = None) -> None:
    """What every problem keeps to."""
    expect(answer["content-type"] == "application/problem+json", f"content type {answer['content-type']} of {answer}")
    problem = answer.json
    expect(problem["status"] == answer.status, answer)
    expect(len(answer.body) <= 64 << 10, f"{len(answer.body)} bytes of problem")
    expect(len(problem.get("errors", [])) <= 100, "more than 100 errors")
    for text in [problem["detail"], *(error["detail"] for error in problem.get("errors", []))]:
        found = [leak for leak in LEAKS if leak in text]
        expect(not found, f"{found} in {text}")
        expect(len(text) < 600, f"a detail of {len(text)} characters")
    if slug:
        expect(problem["type"] == f"/problems/{slug}", answer)


def elapsed(start: float) -> float:
    return time.monotonic() - start


def expect_quick(start: float, most: float, what: str) -> None:
    """Since the start no more than so many seconds have passed, and on a busy machine as many times more as everything takes there."""
    took = elapsed(start)
    expect(took < most or took < most * busyness(), f"{what}: {took:.1f} s")


def busyness() -> float:
    """How many times as long a piece of work takes as the processor works at it."""
    began, worked = time.perf_counter(), time.process_time()
    while time.process_time() - worked < 0.3:
        pass
    return (time.perf_counter() - began) / (time.process_time() - worked)

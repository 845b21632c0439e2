"""What `soak` has go wrong, one a minute: everything that a service has to stand without anybody's help, and no privilege is needed for.

Each takes the ground it happens on (`Ground`), lasts some seconds, and says in a few words what was seen. Where the service doesn't do
what it should meanwhile, it raises `NotBorne`.
"""
import collections
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass

from operation_figures import abuse

HERE = os.path.dirname(os.path.abspath(__file__))
HOST = b"Host: 127.0.0.1\r\n"
JSON = b"Content-Type: application/json\r\n"

#: Requests that nobody should send, and what may be answered. Some are refused by what reads HTTP, which closes the connection at once.
MALFORMED = [
    (b"NONSENSE\r\n\r\n", {400}),
    (b"GET /v1/articles HTTP/1.1\r\n\r\n", {400, 403}),
    (b"GET /v1/articles HTTP/1.1\r\n" + HOST + b"X-Long: " + b"x" * 40_000 + b"\r\n\r\n", {400, 431}),
    (b"GET /v1/articles?q=" + b"x" * 20_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n", {400, 414}),
    (b"GET /v1/articles?limt=5 HTTP/1.1\r\n" + HOST + b"\r\n", {400}),
    (b"GET /v1/articles?cursor=%00%FF HTTP/1.1\r\n" + HOST + b"\r\n", {400}),
    (b"GET /v1/articles HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n", {403}),
    (b"POST /v1/articles HTTP/1.1\r\n" + HOST + JSON + b"Content-Length: 9\r\n\r\n{\"headlin", {400}),
    (b"POST /v1/articles HTTP/1.1\r\n" + HOST + JSON + b"Content-Length: 20000\r\n\r\n" + b"[" * 20_000, {400}),
    (b"POST /v1/articles HTTP/1.1\r\n" + HOST + JSON + b"Content-Length: 15\r\n\r\n{\"headline\": 7}", {422}),
    (b"POST /v1/articles HTTP/1.1\r\n" + HOST + b"Content-Length: 2\r\n\r\n{}", {415}),
    (b"POST /v1/articles HTTP/1.1\r\n" + HOST + JSON + b"Content-Length: 999999999\r\n\r\n{", {413}),
    (b"POST /v1/articles HTTP/1.1\r\n" + HOST + JSON + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n", {400}),
    (b"POST /v1/articles/batch HTTP/1.1\r\n" + HOST + JSON + b"Content-Length: 3\r\n\r\n\xff\xfe\x00", {400, 422}),
    (b"BREW /v1/articles HTTP/1.1\r\n" + HOST + b"\r\n", {400, 405, 501}),
]


class NotBorne(Exception):
    """The service didn't stand it."""


@dataclass
class Ground:
    """A service under load, and what belongs to it."""

    service: object
    program: str
    inbox: str
    #: The thread that changes files in the inbox.
    folder: object
    #: Requests a second of the steady load.
    rate: float

    @property
    def url(self):
        return f"http://127.0.0.1:{self.service.port}"

    def connect(self, seconds=10):
        return socket.create_connection(("127.0.0.1", self.service.port), seconds)

    def run(self, *command, seconds=120):
        """What it printed; ends it with the time."""
        return subprocess.run(command, capture_output=True, text=True, timeout=seconds)

    def clients(self, kind, count):
        return self.run(sys.executable, "-B", os.path.join(HERE, "clients.py"), kind, self.url, str(count)).stdout.strip()


def resets(ground):
    ground.clients("reset", 200)
    return "200 connections opened, and reset in the midst of a head, a content, an answer"


def leavers(ground):
    ground.clients("gone", 20)
    return "20 clients that left in the midst of a long answer"


def dawdlers(ground):
    crowd = abuse.Crowd(ground.service.port, 1, heads=60, bodies=30, readers=20, idle=40)
    try:
        time.sleep(6)
    finally:
        crowd.disperse()
    return "150 clients that sent heads and contents byte by byte, read a byte now and then, or said nothing, for 9 s"


def unread(ground):
    clients = [ground.connect() for _ in range(10)]
    try:
        for client in clients:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            client.sendall(b"GET /v1/articles?include=body HTTP/1.1\r\n" + HOST + b"Accept: application/x-ndjson\r\n\r\n")
        time.sleep(8)
    finally:
        for client in clients:
            client.close()
    return "10 clients that asked for everything and read nothing, for 8 s"


def malformed(ground):
    seen = collections.Counter()
    for _ in range(5):
        for text, expected in MALFORMED:
            status = answered(ground, text)
            if status is not None and status not in expected:
                raise NotBorne(f"{text[:60]!r} was answered with {status}")
            seen[status or "closed"] += 1
    return f"malformed requests: {counted(seen)}"


def answered(ground, text):
    """The status, or None where the connection was closed without one."""
    with ground.connect() as client:
        try:
            client.sendall(text)
            if b"Content-Length: 9\r\n" in text or b"999999999" in text:
                client.shutdown(socket.SHUT_WR)
            head = client.recv(4096)
        except TimeoutError:
            raise NotBorne(f"{text[:60]!r} wasn't answered for 10 s") from None
        except OSError:
            return None
    return int(head.split(b" ")[1]) if head.startswith(b"HTTP/1.1 ") else None


def large(ground):
    seen = ground.clients("large", 4)
    if any(word.startswith("5") and not word.startswith("503") for word in seen.split()):
        raise NotBorne(f"contents of 16 MiB were answered with {seen}")
    return f"4 articles of 16 MiB: {seen}"


def stopped(ground):
    ground.service.process.send_signal(signal.SIGSTOP)
    try:
        time.sleep(2)
    finally:
        ground.service.process.send_signal(signal.SIGCONT)
    return "stopped for 2 s (SIGSTOP)"


def burst(ground, seconds=3, connections=48):
    """Ten times the rate, as far as this machine can ask it."""
    wanted, seen, lock = int(ground.rate * 10 * seconds), collections.Counter(), threading.Lock()
    paths = (b"/v1/articles?limit=5", b"/v1/tags?limit=5", b"/v1/articles?q=harbour&limit=5", b"/v1/events?limit=5", b"/livez")
    end = time.monotonic() + seconds

    def ask(number):
        mine = collections.Counter()
        with ground.connect() as client, client.makefile("rb") as answers:
            for asked in range(wanted // connections):
                if time.monotonic() > end:
                    break
                client.sendall(b"GET " + paths[(number + asked) % len(paths)] + b" HTTP/1.1\r\n" + HOST + b"\r\n")
                mine[read_answer(answers)] += 1
        with lock:
            seen.update(mine)

    def ask_or_leave(number):
        try:
            ask(number)
        except (OSError, ValueError):
            with lock:
                seen["closed"] += 1

    threads = [threading.Thread(target=ask_or_leave, args=(number,), daemon=True) for number in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if strange := set(seen) - {200, 429, 503, "closed"}:
        raise NotBorne(f"in a burst requests were answered with {strange}")
    return f"{seen.total() / seconds:,.0f} more requests a second for {seconds} s: {counted(seen)}"


def read_answer(answers):
    status, length = int(answers.readline().split(b" ")[1]), 0
    while (line := answers.readline()) not in (b"\r\n", b""):
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    answers.read(length)
    return status


def backup(ground):
    file = os.path.join(ground.service.data, "copy.sqlite")
    since = time.monotonic()
    done = ground.run(ground.program, "backup", file, "--database", ground.service.database)
    size = os.path.getsize(file) / 1024 / 1024 if os.path.exists(file) else 0
    for name in os.listdir(ground.service.data):
        if name.startswith("copy.sqlite"):
            os.unlink(os.path.join(ground.service.data, name))
    if done.returncode:
        raise NotBorne(f"backup ended with {done.returncode}: {done.stderr.strip()[-300:]}")
    return f"backup of {size:.0f} MiB beside it, in {time.monotonic() - since:.1f} s"


def inbox_away(ground):
    away = ground.inbox + "-away"
    # Whoever puts files there finds no folder either.
    with ground.folder.lock:
        os.rename(ground.inbox, away)
        try:
            noticed = until(20, lambda: root_state(ground) != "ok")
        finally:
            os.rename(away, ground.inbox)
        back = until(60, lambda: root_state(ground) == "ok")
    return f"the inbox renamed away, noticed after {noticed:.1f} s, and back, taken up after {back:.1f} s"


def root_state(ground):
    status = ask_new(ground, "/v1/imports/status")
    return status["root"]["state"] if status else None


def ask_new(ground, path):
    """The answer, over a connection of its own; None where there is none."""
    connection = ground.service.connect(10)
    try:
        code, answer = ground.service.ask(path, connection=connection)
        return answer if code == 200 else None
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def until(seconds, holds):
    """How long it took."""
    since = time.monotonic()
    while not holds():
        if time.monotonic() - since > seconds:
            raise NotBorne(f"the inbox's state wasn't what it had to be within {seconds} s")
        time.sleep(0.2)
    return time.monotonic() - since


def hang_up(ground):
    for name in (signal.SIGHUP, signal.SIGPIPE, signal.SIGWINCH, signal.SIGUSR1):
        ground.service.process.send_signal(name)
        time.sleep(0.5)
    return "SIGHUP, and signals that mean nothing to it"


#: In the order in which they come.
FAULTS = [resets, dawdlers, burst, stopped, backup, malformed, inbox_away, unread, hang_up, large, leavers]


def counted(seen):
    return ", ".join(f"{times:,} × {what}" for what, times in sorted(seen.items(), key=lambda item: str(item[0])))

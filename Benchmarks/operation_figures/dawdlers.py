#!/usr/bin/env python3
"""Clients that hold connections and take their time, as many of each kind as are asked for, until the process is ended.

    dawdlers.py PORT HEADS BODIES READERS IDLE ADDRESSES

HEADS send a head byte by byte, BODIES a content, READERS ask for a long answer and read some bytes of it a second, IDLE ones say nothing.
They come from as many addresses of this machine, from 127.0.0.2 on. Whoever is turned away, or refused, comes again a second later. Says
once a second how many of each kind have a connection that isn't refused.
"""
import selectors, socket, sys, time

HOST = b"Host: 127.0.0.1\r\n"
KINDS = {
    "heads": b"GET /v1/articles HTTP/1.1\r\n" + HOST + b"X-Padding: ",
    "bodies": b"POST /v1/articles HTTP/1.1\r\n" + HOST + b"Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{",
    "readers": b"GET /v1/articles?include=body HTTP/1.1\r\n" + HOST + b"Accept: application/x-ndjson\r\n\r\n",
    "idle": b"",
}
#: Each does something once a second, and not all of them at one moment.
STEPS = 50


class Dawdler:
    def __init__(self, kind, port, address):
        self.kind, self.port, self.address = kind, port, address
        self.socket, self.sent, self.again = None, False, 0.0

    def open(self, selector):
        self.socket = socket.socket()
        self.socket.setblocking(False)
        if self.kind == "readers":
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.socket.bind((self.address, 0))
        self.socket.connect_ex(("127.0.0.1", self.port))
        self.sent = False
        # Of an answer that is read slowly no event is wanted.
        if self.kind != "readers":
            selector.register(self.socket, selectors.EVENT_READ, self)

    def leave(self, selector):
        if self.kind != "readers":
            selector.unregister(self.socket)
        self.socket.close()
        self.socket, self.again = None, time.monotonic() + 1

    def step(self, selector):
        """Once a second."""
        if self.socket is None:
            if time.monotonic() >= self.again:
                self.open(selector)
            return
        try:
            if not self.sent:
                self.socket.send(KINDS[self.kind])
                self.sent = True
            elif self.kind in ("heads", "bodies"):
                self.socket.send(b" ")
            elif self.kind == "readers":
                text = self.socket.recv(400)
                if not text or text.startswith(b"HTTP/1.1 503"):
                    self.leave(selector)
        except BlockingIOError:
            pass
        except OSError:
            self.leave(selector)


def main():
    port, *counts, addresses = map(int, sys.argv[1:])
    selector = selectors.DefaultSelector()
    kinds = [kind for kind, count in zip(KINDS, counts) for _ in range(count)]
    # So that each address has some of each kind.
    all_of_them = [Dawdler(kind, port, f"127.0.0.{2 + number % addresses}") for number, kind in enumerate(kinds)]
    while True:
        for step in range(STEPS):
            until = time.monotonic() + 1 / STEPS
            for dawdler in all_of_them[step::STEPS]:
                dawdler.step(selector)
            while (left := until - time.monotonic()) > 0:
                for key, _ in selector.select(left):
                    # An answer to one of these is a refusal, and so is the end of the connection.
                    key.data.leave(selector)
        held = {kind: sum(1 for one in all_of_them if one.kind == kind and one.socket and one.sent) for kind in KINDS}
        print(" ".join(f"{count} {kind}" for kind, count in held.items()), flush=True)


if __name__ == "__main__":
    main()

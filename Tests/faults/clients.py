#!/usr/bin/env python3
"""Clients that go away, come in masses, or ask for much.

    clients.py gone URL COUNT        ask for all articles, or all changes, read 1 kB and go; every other one resets the connection
    clients.py reset URL COUNT       reset it in the midst of a head, of a content, before the answer, before a word
    clients.py flood URL SECONDS     connect and go, as fast as it goes
    clients.py large URL COUNT       send 16 MiB each, all at once; prints how often each status came
    clients.py idle URL COUNT        say nothing, until the process is ended; prints a line once all are connected, and one as each is closed
    clients.py plain URL COUNT       one after another, small questions; prints the 99th percentile in ms
    clients.py heavy URL COUNT       so many at once, full text and facets, until the process is ended
"""
import collections, selectors, socket, struct, sys, threading, time, urllib.request

HOST = b"Host: 127.0.0.1\r\n"
kind, url, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
address = ("127.0.0.1", int(url.rsplit(":", 1)[1]))


def connect(seconds=120):
    return socket.create_connection(address, seconds)


def reset(client):
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()


def gone():
    for number in range(count):
        client = connect()
        target = (b"/v1/articles?include=body", b"/v1/changes?after=0")[number % 2]
        client.sendall(b"GET " + target + b" HTTP/1.1\r\n" + HOST + b"Accept: application/x-ndjson\r\n\r\n")
        client.recv(1000)
        (reset if number % 4 < 2 else socket.socket.close)(client)


def resets():
    texts = [
        b"GET /v1/arti", b"POST /v1/articles HTTP/1.1\r\n" + HOST + b"Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{",
        b"GET /v1/articles HTTP/1.1\r\n" + HOST + b"\r\n", b"",
    ]
    for number in range(count):
        client = connect()
        client.sendall(texts[number % 4])
        reset(client)


def flood():
    until, made = time.monotonic() + count, 0
    while time.monotonic() < until:
        client = socket.socket()
        client.setblocking(False)
        client.connect_ex(address)
        client.close()
        made += 1
    print(made // count, "connections a second")


def large():
    statuses = collections.Counter()
    head = b"POST /v1/articles HTTP/1.1\r\n" + HOST + b"Content-Type: application/json\r\nContent-Length: 16777216\r\n\r\n"
    body = b'{"headline":"' + b"x" * ((16 << 20) - 15) + b'"}'
    everybody = threading.Barrier(count)

    def send():
        client = connect(300)
        everybody.wait()
        try:
            client.sendall(head)
            client.sendall(body)
        except OSError:
            # Refused before all of it was taken: the answer is there all the same.
            pass
        try:
            statuses[client.recv(4096).split(b" ")[1].decode()] += 1
        except (OSError, IndexError):
            statuses["no answer"] += 1
        client.close()

    threads = [threading.Thread(target=send) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(" ".join(f"{status}:{times}" for status, times in sorted(statuses.items())))


def idle():
    selector = selectors.DefaultSelector()
    for _ in range(count):
        selector.register(connect(), selectors.EVENT_READ)
    print("connected", flush=True)
    left = count
    while left:
        for key, _ in selector.select():
            selector.unregister(key.fileobj)
            key.fileobj.close()
            left -= 1
    print("all closed", flush=True)


def plain():
    times = []
    for number in range(count):
        since = time.monotonic()
        urllib.request.urlopen(url + ("/livez", "/v1/tags?limit=5", "/v1/articles?limit=5")[number % 3], timeout=300).read()
        times.append((time.monotonic() - since) * 1000)
    print(f"{sorted(times)[count * 99 // 100]:.0f}")


def heavy():
    def ask(number):
        targets = [f"/v1/articles?q=words%20number{number}&count=true&limit=50", "/v1/articles/facets?facet=day&facet=source&facet=entity", "/v1/articles?q=w*&count=true"]
        while True:
            for target in targets:
                try:
                    urllib.request.urlopen(url + target, timeout=300).read()
                except OSError:
                    time.sleep(0.05)

    for number in range(count):
        threading.Thread(target=ask, args=(number,), daemon=True).start()
    threading.Event().wait()


{"gone": gone, "reset": resets, "flood": flood, "large": large, "idle": idle, "plain": plain, "heavy": heavy}[kind]()

"""Everything at once that a running service can be asked beside the writes of Tests/faults/load.py, and a folder that changes.

    traffic.py BASE INBOX [--seconds S] [--threads N]

Readers ask for pages, facets, full text, streams, figures, previews and runs of reading again; some leave in the midst of an answer or
of a request. One thread makes, edits, renames and deletes files of every kind. Ends with 1 where an answer is none of those a busy
service may give, or where a kind of request never went well; prints how often each did.
"""
import argparse
import collections
import json
import os
import random
import socket
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

# Of a busy service: too many at once, too slow. Of one that others write to: gone, changed meanwhile.
BUSY = {404, 409, 412, 429, 503, 504}
PAGE = "<html><head><title>Harbour vote</title></head><body><h1>Harbour vote</h1><p>By Ana Sousa</p><p>{}</p></body></html>"
FEED = "<rss version='2.0'><channel><title>Courier</title>{}</channel></rss>"
ITEM = "<item><title>Item {0}</title><guid>g-{0}</guid><description>The council of Velmora met.</description></item>"


class Traffic(threading.Thread):
    """Takes one step after another until the time is over."""

    def __init__(self, number, arguments):
        super().__init__()
        self.number, self.arguments = number, arguments
        self.random = random.Random(number)
        self.went_well = collections.Counter()
        self.refused = collections.Counter()
        self.broken = None

    def run(self):
        try:
            while time.monotonic() < self.arguments.end or (not self.has_done_all() and time.monotonic() < self.arguments.patience_end):
                self.step()
        except Exception as error:  # told at the end, where it counts
            self.broken = error


    def has_done_all(self):
        return True


class Reader(Traffic):
    kinds = []
    asked = 0

    def has_done_all(self):
        return self.asked >= len(kinds_of(self))

    def step(self):
        # In an order of its own, each as often as the others, however slow the service is.
        if not self.kinds:
            self.kinds = self.random.sample(kinds_of(self), len(kinds_of(self)))
        kind = self.kinds.pop()
        self.asked += 1
        try:
            getattr(self, f"ask_{kind}")()
            self.went_well[kind] += 1
        except urllib.error.HTTPError as error:
            if error.code not in BUSY:
                raise RuntimeError(f"{kind}: {error.code} {error.read()[:300]!r}") from error
            self.refused[f"{kind} {error.code}"] += 1

    def ask(self, path, body=None, method=None, **headers):
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        if data is not None:
            names.setdefault("content-type", "application/json")
        request = urllib.request.Request(self.arguments.base + path, data, names, method=method)
        with urllib.request.urlopen(request, timeout=300) as answer:
            return answer.read()

    def raw(self, text):
        address = urllib.parse.urlsplit(self.arguments.base)
        connection = socket.create_connection((address.hostname, address.port), timeout=300)
        connection.sendall(text.replace("HOST", address.netloc).encode())
        return connection

    def ask_pages(self):
        cursor = ""
        for _ in range(3):
            page = json.loads(self.ask(f"/v1/articles?limit=30&count=true{cursor}"))
            if not page["nextCursor"]:
                break
            cursor = "&cursor=" + urllib.parse.quote(page["nextCursor"])

    def ask_text(self):
        self.ask(f"/v1/articles?q={self.random.choice(['harbour', 'council', 'treaty%20vote', 'ferry'])}&limit=50&include=body")

    def ask_facets(self):
        self.ask("/v1/articles/facets?facet=day&facet=entity&facet=tag&facet=source")

    def ask_article(self):
        """One of its own: those of others are remembered as they were written."""
        made = json.loads(self.ask("/v1/articles", {"headline": f"Own {self.number}", "body": "The harbour, said Ana Sousa.", "tags": ["own"]}))
        path = f"/v1/articles/{made['id']}"
        self.ask(path, {"headline": "Own, changed"}, "PATCH")
        self.ask(f"{path}/tags/late", b"", "PUT")
        self.ask(path)
        self.ask(path, method="DELETE")

    def ask_provenance(self):
        items = json.loads(self.ask(f"/v1/articles?q=harbour&limit=50&sort={self.random.choice(['createdAt', 'datePublished'])}"))["items"]
        for item in items[:3]:
            self.ask(f"/v1/articles/{item['id']}/provenance")

    def ask_stream(self):
        self.ask(self.random.choice(["/v1/articles", "/v1/imports", "/v1/entities"]), accept="application/x-ndjson")

    def ask_other_lists(self):
        for path in ["/v1/entities", "/v1/events", "/v1/tags", "/v1/sources", "/v1/changes?after=0", "/v1/imports?count=true"]:
            self.ask(path)

    def ask_figures(self):
        for path in ["/metrics", "/readyz", "/livez", "/v1", "/v1/imports/status", "/openapi.json"]:
            self.ask(path)

    def ask_preview(self):
        self.ask("/v1/imports/preview?filename=a.html", PAGE.format("The council met.").encode(), content_type="text/html")

    def ask_tagging(self):
        tags = [f"seen-{self.random.randrange(4)}"]
        self.ask("/v1/taggings", {self.random.choice(["add", "remove"]): tags, "articles": {"filter": "q=harbour"}})

    def ask_entity(self):
        name = f"Entity {self.number} {self.random.randrange(10**9)}"
        made = json.loads(self.ask("/v1/entities", {"type": "person", "name": name, "aliases": ["Ana Sousa" if self.number else "Velmora"]}))
        self.ask(f"/v1/articles?entity={made['id']}")
        self.ask(f"/v1/entities/{made['id']}", method="DELETE")

    def ask_scan(self):
        self.ask(f"/v1/imports/scan?wait={self.random.choice(['true', 'false'])}&timeout=60", b"", "POST")

    def ask_retry(self):
        self.ask("/v1/imports/retry?state=failed", b"", "POST")

    def ask_reread(self):
        self.ask(f"/v1/imports/reread?dryRun={self.random.choice(['true', 'false'])}", b"", "POST")
        self.ask("/v1/imports/reread")

    def ask_and_leave(self):
        """Gone in the midst of the answer."""
        with self.raw("GET /v1/articles?include=body HTTP/1.1\r\nHost: HOST\r\nAccept: application/x-ndjson\r\n\r\n") as connection:
            connection.recv(self.random.choice([1, 1000, 100_000]))

    def ask_half(self):
        """Gone in the midst of the request."""
        head = "POST /v1/articles/batch HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/x-ndjson\r\nContent-Length: 100000\r\n\r\n"
        with self.raw(head + '{"headline":"Half of a batch"}\n' * self.random.randrange(200)):
            pass

    def ask_pipeline(self):
        one = "GET /v1/articles?limit=1 HTTP/1.1\r\nHost: HOST\r\n"
        with self.raw((one + "\r\n") * 8 + one + "Connection: close\r\n\r\n") as connection:
            received = b""
            while more := connection.recv(65536):
                received += more
        if received.count(b"HTTP/1.1 200") + received.count(b"HTTP/1.1 503") != 9:
            raise RuntimeError(f"pipeline: {received[:300]!r}")


def kinds_of(reader):
    return [name[4:] for name in dir(reader) if name.startswith("ask_")]


class Folder(Traffic):
    files = []
    count = 0

    def step(self):
        dice = self.random.random()
        inbox = self.arguments.inbox
        if dice < 0.6 or len(self.files) < 20:
            self.count += 1
            folder = os.path.join(inbox, f"folder-{self.count % 5}")
            os.makedirs(folder, exist_ok=True)
            path = os.path.join(folder, f"file-{self.count}.{self.random.choice(['txt', 'md', 'html', 'json', 'jsonl', 'xml'])}")
            self.write(path)
            self.files.append(path)
            self.went_well["files made"] += 1
        elif dice < 0.75:
            self.write(self.random.choice(self.files))
            self.went_well["files edited"] += 1
        elif dice < 0.88:
            index = self.random.randrange(len(self.files))
            stem, extension = os.path.splitext(self.files[index])
            os.rename(self.files[index], f"{stem}-r{extension}")
            self.files[index] = f"{stem}-r{extension}"
            self.went_well["files renamed"] += 1
        else:
            os.unlink(self.files.pop(self.random.randrange(len(self.files))))
            self.went_well["files deleted"] += 1
        time.sleep(self.random.choice([0, 0.02, 0.2]))

    def write(self, path):
        mark = f"{self.count} {self.random.randrange(10**9)}"
        text = f"The harbour council of Velmora met on 3 March 2026, said Ana Sousa ({mark})."
        content = {
            ".txt": f"Harbour {mark}\nBy Ana Sousa\n2026-05-01\n\n{text}\n",
            ".md": f"---\ntitle: Harbour {mark}\ndate: 2026-03-03\n---\n\n{text}\n",
            ".html": PAGE.format(text),
            ".json": json.dumps({"headline": f"Harbour {mark}", "body": text}) if self.random.random() < 0.9 else '{"headline": 7}',
            ".jsonl": "".join(json.dumps({"headline": f"Line {number} {mark}", "body": text}) + "\n" for number in range(5)),
            ".xml": FEED.format("".join(ITEM.format(f"{number} {mark}") for number in range(3))),
        }[os.path.splitext(path)[1]]
        with open(path, "w") as file:
            file.write(content[: len(content) // 2])
            file.flush()
            file.write(content[len(content) // 2 :])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("base")
    parser.add_argument("inbox")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--threads", type=int, default=6)
    arguments = parser.parse_args()
    arguments.end = time.monotonic() + arguments.seconds
    # A slow service gets the time that everything takes once.
    arguments.patience_end = arguments.end + 600
    threads = [Reader(number, arguments) for number in range(arguments.threads)] + [Folder(arguments.threads, arguments)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    went_well = sum((thread.went_well for thread in threads), collections.Counter())
    refused = sum((thread.refused for thread in threads), collections.Counter())
    print(json.dumps({"well": went_well.total(), "refused": refused.total()} | dict(sorted((went_well + refused).items()))))
    never = set(kinds_of(Reader)) - set(went_well)
    faults = [str(thread.broken) for thread in threads if thread.broken] + [f"never went well: {kind}" for kind in sorted(never)]
    for fault in faults:
        print(fault, file=sys.stderr)
    raise SystemExit(1 if faults else 0)


main()

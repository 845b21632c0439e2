"""A steady load for `soak`: so many requests a second of all kinds, whether the service keeps up or not, and a folder that changes.

Requests are due at times of their own, and what a client had to wait for its turn counts as waiting for the answer. Otherwise a service
that stands still would be asked less, and look the better for it.
"""
import contextlib
import json
import os
import queue
import random
import threading
import time
import urllib.parse

import load

NAMES = ["Ana Sousa", "Ilir Voss", "Thora Benedek", "Port Ansel", "Velmora", "Union of Ferrymen", "Orlen Harbour Council", "Marek Dunaj"]
OUTLETS = ["Velmark Courier", "Lakeland Post", "Harbour Light"]
PAGE = "<html><head><title>{0}</title></head><body><h1>{0}</h1><p>By Ana Sousa</p><p>{1}</p></body></html>"

#: Statuses that say that others were quicker: another request changed the article in the meantime, or is linking it.
OVERTAKEN = {412}

#: How often each kind of read comes. Full text and facets cost most, and are a part of what people ask.
READS = {
    "article": 30, "unchanged": 12, "newest": 10, "filtered": 8, "next_page": 4, "text_search": 8, "facets": 3, "timeline": 2, "entity": 5,
    "entity_page": 4, "event_page": 3, "events": 2, "tags": 2, "sources": 1, "changes": 3, "imports": 2, "provenance": 2, "alive": 2, "figures": 0.3,
    "description": 0.1, "stream": 0.1,
}
#: And each kind of write. `store` makes or deletes an article, so that there are as many as before.
WRITES = {"store": 45, "change": 22, "tag": 10, "untag": 5, "tagging": 4, "link": 5, "other": 6, "preview": 2, "scan": 1}


class Answers:
    """What became of the requests, as long as somebody wants to know."""

    def __init__(self):
        self.lock = threading.Lock()
        self.kept = []

    def add(self, due, ended, kind, status, expected):
        with self.lock:
            self.kept.append((due, ended, kind, status, expected))

    def take(self):
        with self.lock:
            taken, self.kept = self.kept, []
        return taken


class Connection(load.Service):
    """Finds the service where it is now, and notes what it answered."""

    def __init__(self, clients):
        super().__init__(clients.base)
        self.clients, self.used, self.last = clients, 0, None

    def ask(self, method, path, body=None, **headers):
        # Clients that say nothing for 15 s are closed; the service may also have been started anew, elsewhere.
        port = urllib.parse.urlsplit(self.clients.base).port
        if self.connection and (port != self.port or time.monotonic() - self.used > 10):
            self.connection.close()
            self.connection = None
        self.port = port
        # Till then it isn't known what became of the request.
        self.last = None
        answer = super().ask(method, path, body, **headers)
        self.used, self.last = time.monotonic(), answer[0]
        return answer


class Client(load.Writer):
    """One connection. Looks after articles of its own, which no other client changes, so that it knows what they must be like."""

    def __init__(self, number, clients):
        super().__init__(number, clients, clients.memory, threading.Event())
        self.daemon = True
        self.clients, self.service = clients, Connection(clients)
        self.own, self.others, self.etags, self.cursor, self.sequence = [], [], {}, None, 0
        self.expected = {200}

    def run(self):
        while (item := self.clients.due.get()) is not None:
            due, kind = item
            self.expected = {200}
            try:
                getattr(self, kind)()
            except load.Gone:
                pass
            except Exception as error:  # an answer that isn't as it should be; told at the end, where it counts
                self.clients.complain(f"{kind}: {type(error).__name__} {error}")
            self.clients.answers.add(due, time.monotonic(), kind, self.service.last, self.service.last in self.expected)

    def send(self, path, method="GET", body=None, expected=(200,), **headers):
        self.expected = set(expected)
        return self.service.ask(method, path, body, **headers)

    def done(self, status, content):
        """Refusals are counted by status; the rate stays what it is, so that nobody is waited for here."""
        return 200 <= status < 300

    def text(self, count):
        return f"{super().text(count)[:-1]} {self.random.choice(NAMES)}." if count > 3 else super().text(count)

    def word(self):
        return self.random.choice(load.WORDS)

    def somebody(self):
        return urllib.parse.quote(self.random.choice(NAMES))

    def mine(self):
        """The path of an article of its own."""
        return f"/v1/articles/{self.things[self.random.choice(self.own)]['id']}"

    # What it stores. The rest is as in load.py, with a list of what is there beside it, so that nothing is searched for.

    def fill(self, count):
        """Before the time begins: the articles it has from then on."""
        while len(self.own) < count:
            self.batch()

    def batch(self):
        self.expected = {200}
        with self.kept():
            super().batch()

    @contextlib.contextmanager
    def kept(self):
        """Takes what is made meanwhile into the lists, if it was acknowledged."""
        before = self.count
        yield
        for number in range(before + 1, self.count + 1):
            key = f"r{self.memory.round}w{self.number}n{number}"
            thing = self.things[key]
            # The text is needed only to send it again; without it hours of things have room.
            if thing["there"] == "yes" or not thing["again"]:
                thing["body"] = None
            if thing["there"] == "yes":
                (self.own if thing["kind"] == "article" else self.others).append(key)

    def make(self, kind):
        self.expected = {201}
        with self.kept():
            self.create(kind)

    def store(self):
        # By chance, but the further from the goal the surer: the number of articles sways about it.
        if self.random.random() < 0.5 + (len(self.own) - self.clients.share) / 40 and self.own:
            self.remove(self.own.pop(self.random.randrange(len(self.own))))
        elif self.random.random() < 0.04:
            self.batch()
        else:
            self.make("article")

    def other(self):
        """Entities, events and tags: made, and after a while deleted."""
        if len(self.others) > 12:
            self.remove(self.others.pop(0))
        else:
            self.make(self.random.choice(["entity", "event", "tag"]))

    def remove(self, key):
        thing = self.things[key]
        thing["there"] = "maybe"
        self.etags.pop(key, None)
        name = urllib.parse.quote(thing["names"][0], safe="") if thing["kind"] == "tag" else thing["id"]
        status, _, _ = self.send(f"{load.KINDS[thing['kind']]}/{name}", "DELETE", expected={204})
        if status == 204:
            thing["there"] = "no"
        else:
            # Refused, it is there as before.
            thing["there"] = "yes"
            (self.own if thing["kind"] == "article" else self.others).append(key)

    def change(self):
        key = self.random.choice(self.own)
        thing = self.things[key]
        name = f"{key} changed {self.random.randrange(10**6)}"
        thing["names"].append(name)
        guard = {"if_match": self.etags[key]} if key in self.etags else {}
        status, _, headers = self.send(f"/v1/articles/{thing['id']}", "PATCH", {"headline": name}, {200} | (OVERTAKEN if guard else set()), **guard)
        if status == 200:
            thing["names"] = [name]
            self.etags[key] = headers["etag"]
        else:
            self.etags.pop(key, None)
            if status >= 400:
                thing["names"].remove(name)

    def tag(self):
        self.send(f"{self.mine()}/tags/t{self.random.randrange(9)}", "PUT", expected={204})

    def untag(self):
        self.send(f"{self.mine()}/tags/t{self.random.randrange(9)}", "DELETE", expected={204})

    def tagging(self):
        ids = [self.things[key]["id"] for key in self.random.sample(self.own, min(5, len(self.own)))]
        self.send("/v1/taggings", "POST", {self.random.choice(["add", "remove"]): [f"seen-{self.random.randrange(4)}"], "articles": {"ids": ids}})

    def link(self):
        # To take away a link that isn't there is 404.
        self.send(f"{self.mine()}/events/{self.random.choice(self.clients.events)}", self.random.choice(["PUT", "DELETE"]), expected={204, 404})

    def preview(self):
        self.send("/v1/imports/preview?filename=a.html", "POST", PAGE.format("Harbour vote", self.text(60)), content_type="text/html")

    def scan(self):
        self.send("/v1/imports/scan", "POST", expected={202})

    # What it asks.

    def article(self):
        key = self.random.choice(self.own)
        thing = self.things[key]
        status, content, headers = self.send(f"/v1/articles/{thing['id']}")
        if status == 200:
            self.etags[key] = headers["etag"]
            if json.loads(content)["headline"] not in thing["names"]:
                raise ValueError(f"{thing['id']} is called {json.loads(content)['headline']!r}, not one of {thing['names']}")

    def unchanged(self):
        key = self.random.choice(list(self.etags) or self.own)
        known = {"if_none_match": self.etags[key]} if key in self.etags else {}
        status, _, headers = self.send(f"/v1/articles/{self.things[key]['id']}", expected={200, 304}, **known)
        if status == 200:
            self.etags[key] = headers["etag"]

    def newest(self):
        self.send(f"/v1/articles?limit={self.random.choice([10, 20, 50])}&sort=-createdAt")

    def filtered(self):
        self.send("/v1/articles?limit=20&" + self.random.choice([
            f"entity={self.somebody()}", f"anyEntity={self.somebody()}&anyEntity={self.somebody()}&notTag=t1", f"tag=t{self.random.randrange(9)}", "tag=seen-*&sort=-updatedAt",
            "from=2026-03-02&to=2026-03-05", "from=2026-05&match=certain", f"event={self.random.choice(self.clients.events)}", "entityType=place&count=true", "untagged=true",
            f"source={urllib.parse.quote(self.random.choice(OUTLETS))}&fields=headline,source",
        ]))

    def next_page(self):
        cursor = f"&cursor={urllib.parse.quote(self.cursor)}" if self.cursor else ""
        status, content, _ = self.send(f"/v1/articles?limit=50{cursor}")
        self.cursor = json.loads(content)["nextCursor"] if status == 200 else None

    def text_search(self):
        self.send(f"/v1/articles?limit=20&q={self.random.choice([self.word(), f'{self.word()}%20{self.word()}', f'%22{self.word()}%20{self.word()}%22', self.word()[:4] + '*'])}")

    def facets(self):
        self.send(f"/v1/articles/facets?facet=tag&facet=entity&q={self.word()}")

    def timeline(self):
        self.send(f"/v1/articles/facets?facet=day&entity={self.somebody()}")

    def entity(self):
        self.send(f"/v1/entities?limit=20&{self.random.choice(['q=' + self.somebody()[:3], 'type=person', 'sort=-articleCount'])}")

    def entity_page(self):
        self.send(f"/v1/entities/{self.random.choice(self.clients.entities)}")

    def event_page(self):
        self.send(f"/v1/events/{self.random.choice(self.clients.events)}")

    def events(self):
        self.send("/v1/events?limit=20&from=2026-04&sort=startDate")

    def tags(self):
        self.send("/v1/tags?limit=50")

    def sources(self):
        self.send("/v1/sources")

    def changes(self):
        status, content, _ = self.send(f"/v1/changes?after={self.sequence}&limit=200")
        items = json.loads(content)["items"] if status == 200 else []
        if items and [item["sequence"] for item in items] != list(range(self.sequence + 1, self.sequence + 1 + len(items))):
            raise ValueError(f"the log of changes goes on with {items[0]['sequence']} to {items[-1]['sequence']} after {self.sequence}")
        self.sequence += len(items)

    def imports(self):
        self.send(self.random.choice(["/v1/imports?limit=20&count=true", "/v1/imports/status", "/v1/imports?state=done&limit=5"]))

    def provenance(self):
        self.send(f"{self.mine()}/provenance")

    def alive(self):
        self.send(self.random.choice(["/livez", "/readyz", "/v1"]))

    def figures(self):
        self.send("/metrics")

    def description(self):
        self.send("/openapi.json")

    def stream(self):
        self.send("/v1/articles?fields=headline", accept="application/x-ndjson")


class Folder(threading.Thread):
    """Files that are put into the inbox, edited, replaced and removed; always about as many."""

    def __init__(self, clients, inbox, rate, places=120):
        super().__init__(daemon=True)
        self.clients, self.inbox, self.rate, self.places = clients, inbox, rate, places
        self.random, self.count, self.things, self.there = random.Random("folder"), 0, {}, {}
        # Taken while the inbox isn't where it should be.
        self.lock, self.over = threading.Lock(), threading.Event()

    def run(self):
        while not self.over.wait(1 / self.rate):
            with self.lock:
                try:
                    self.step()
                except OSError as problem:
                    self.clients.complain(f"the inbox can't be changed: {problem}")

    def step(self):
        place = self.random.randrange(self.places)
        if place not in self.there:
            self.put(place, self.new_key())
        elif self.random.random() < 0.5:
            self.put(place, self.there[place])
        else:
            self.remove(place)

    def new_key(self):
        self.count += 1
        return f"r{self.clients.memory.round}f{self.count}"

    def path(self, place):
        return os.path.join(self.inbox, f"folder-{place % 4}", f"file-{place}.{('txt', 'md', 'html', 'json')[place % 4]}")

    def put(self, place, key):
        """By a rename, as careful programs do, or straight to its place."""
        headline = f"{key} {' '.join(self.random.choices(load.WORDS, k=3))} {self.random.randrange(10**6)}"
        self.things[key] = {"kind": "article", "id": None, "names": [headline], "there": "yes", "again": None, "body": None}
        path = self.path(place)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        at = path if self.random.random() < 0.5 else os.path.join(os.path.dirname(path), f".{key}.part")
        with open(at, "w") as file:
            file.write(self.content(path, headline))
        if at != path:
            os.rename(at, path)
        self.there[place] = key

    def content(self, path, headline):
        text = " ".join(self.random.choices(load.WORDS, k=self.random.choice([40, 400]))).capitalize() + f", said {self.random.choice(NAMES)}."
        return {
            ".txt": f"{headline}\nBy Ana Sousa\n2026-05-01\n\n{text}\n",
            ".md": f"---\ntitle: {headline}\ndate: 2026-05-01\n---\n\n{text}\n",
            ".html": PAGE.format(headline, text),
            ".json": json.dumps({"headline": headline, "body": text, "source": self.random.choice(OUTLETS)}),
        }[os.path.splitext(path)[1]]

    def remove(self, place):
        os.unlink(self.path(place))
        self.things[self.there.pop(place)]["there"] = "no"


class Clients(threading.Thread):
    """Hands out what is due."""

    # The service is also killed: what wasn't answered may have been done.
    stops = False

    def __init__(self, service, memory, rate, connections, articles):
        super().__init__(daemon=True)
        self.service, self.memory, self.rate, self.share = service, memory, rate, articles // connections
        self.due, self.answers, self.over = queue.SimpleQueue(), Answers(), threading.Event()
        self.asked, self.left_out, self.complaints, self.entities, self.events = 0, 0, [], [], []
        self.random = random.Random("due")
        # Twenty seconds' worth of requests that wait are what a service that stood still may be handed afterwards; beyond that it can't keep up.
        self.most = rate * 20
        reads, writes = sum(READS.values()), sum(WRITES.values())
        self.kinds = [*READS, *WRITES]
        self.weights = [90 * weight / reads for weight in READS.values()] + [10 * weight / writes for weight in WRITES.values()]
        self.clients = [Client(number, self) for number in range(connections)]

    @property
    def base(self):
        """Where the service is now."""
        return f"http://127.0.0.1:{self.service.port}"

    def complain(self, text):
        self.complaints.append(text)

    def prepare(self):
        """What is read from the start: articles, entities that they mention, and events."""
        first = load.Service(self.base)
        for name in NAMES:
            made = first.ask("POST", "/v1/entities", {"name": name, "type": "place" if name in ("Port Ansel", "Velmora") else "person"})
            self.entities.append(json.loads(made[1])["id"])
        for number in range(8):
            made = first.ask("POST", "/v1/events", {"name": f"Vote {number}", "startDate": f"2026-04-{number + 1:02d}", "participants": [{"entity": self.entities[number], "role": "speaker"}]})
            self.events.append(json.loads(made[1])["id"])
        for client in self.clients:
            client.fill(self.share)

    def run(self):
        for client in self.clients:
            client.start()
        begun = time.monotonic()
        for number in range(10**12):
            due = begun + number / self.rate
            if self.over.wait(max(0, due - time.monotonic())):
                break
            self.asked += 1
            if self.due.qsize() < self.most:
                self.due.put((due, self.random.choices(self.kinds, self.weights)[0]))
            else:
                self.left_out += 1

    def stop(self):
        self.over.set()
        self.join()
        for _ in self.clients:
            self.due.put(None)
        for client in self.clients:
            client.join(150)

    def remember(self, *others):
        """Everything that was asked and answered, for `load.py verify`."""
        for one in (*self.clients, *others):
            self.memory.things |= one.things
        for client in self.clients:
            self.memory.batches += client.batches
        self.memory.save()

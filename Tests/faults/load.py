"""Writes to a service from several sides at once, remembers what it was told is stored, and looks afterwards whether it is.

    load.py write  BASE MEMORY [--watched DIR] [--seconds S] [--kill PID --after MS] [--signal NAME] [--threads N] [--stops] [--times FILE]
    load.py verify BASE MEMORY [--watched DIR] [--quick]

MEMORY is a file that both keep up to date over many rounds. `write` ends when the service is gone or the time is over; with --kill it
sends the signal to that process so many milliseconds after the first acknowledged write. With --stops the service ends in order: whatever
it takes up it has to answer, so that a request which got no answer, or a refusal, must have left nothing, and no answer may break off. --times
gets a line for each write: when it began, by the wall clock, and how many seconds it took. `verify` ends with 1, and says why, unless
every acknowledged write is there, none is there twice, what wasn't acknowledged is there wholly or not at all, a request sent again
with its Idempotency-Key finds what the first one did, and the log of changes has neither gap nor repetition.
"""
import argparse
import http.client
import json
import os
import random
import signal
import sys
import threading
import time
import urllib.parse

KINDS = {"article": "/v1/articles", "entity": "/v1/entities", "event": "/v1/events", "tag": "/v1/tags"}
NAMED = {"article": "headline", "entity": "name", "event": "name", "tag": "name"}
WORDS = "harbour minister strike council treaty river budget storm ferry bridge vote court school market coast union".split()


class Gone(Exception):
    """The service can't be reached any more.

    `is_clean`: nothing of an answer had come.
    """

    def __init__(self, text, is_clean):
        super().__init__(text)
        self.is_clean = is_clean


class Service:
    def __init__(self, base):
        address = urllib.parse.urlsplit(base)
        self.host, self.port = address.hostname, address.port
        self.connection = None

    def ask(self, method, path, body=None, **headers):
        data = None
        if body is not None:
            data = (body if isinstance(body, str) else json.dumps(body)).encode()
            headers.setdefault("content_type", "application/json")
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection(self.host, self.port, timeout=300)
            is_clean = True
            self.connection.request(method, path, data, names)
            answer = self.connection.getresponse()
            is_clean = False
            content = answer.read()
            if answer.will_close:
                self.connection = None
            return answer.status, content, answer.headers
        except (OSError, http.client.HTTPException) as error:
            self.connection = None
            # A time that is over isn't a connection that was closed.
            raise Gone(repr(error), is_clean and isinstance(error, (http.client.RemoteDisconnected, ConnectionError))) from error

    def lines(self, path):
        status, content, _ = self.ask("GET", path, accept="application/x-ndjson")
        if status != 200:
            raise SystemExit(f"GET {path}: {status} {content[:300]!r}")
        return [json.loads(line) for line in content.splitlines() if line.strip()]


class Memory:
    """What was asked and answered. Each thing has a key, which its name begins with, and which no other has."""

    def __init__(self, path):
        self.path = path
        self.things = {}
        self.batches = []
        self.files = []
        self.round = 0
        self.sequence = 0
        if os.path.exists(path):
            with open(path) as file:
                self.__dict__.update(json.load(file))

    def save(self):
        kept = {name: value for name, value in self.__dict__.items() if name != "path"}
        with open(self.path + ".new", "w") as file:
            json.dump(kept, file)
        os.replace(self.path + ".new", self.path)


class Writer(threading.Thread):
    def __init__(self, number, arguments, memory, began):
        super().__init__()
        self.number, self.arguments, self.memory, self.began = number, arguments, memory, began
        self.service = Service(arguments.base)
        self.random = random.Random(f"{memory.round} {number}")
        self.things, self.batches, self.files = {}, [], []
        self.count = 0
        self.acknowledged = 0
        self.refused = []
        self.unanswered = 0
        self.times = []
        self.broken = None

    def run(self):
        try:
            while time.monotonic() < self.arguments.end:
                self.step()
        except Gone as gone:
            self.unanswered += 1
            if self.arguments.stops and not gone.is_clean:
                self.broken = gone
        except Exception as error:  # told at the end, where it counts
            self.broken = error

    def key(self):
        self.count += 1
        return f"r{self.memory.round}w{self.number}n{self.count}"

    def text(self, count):
        return " ".join(self.random.choice(WORDS) for _ in range(count)).capitalize() + "."

    def ask(self, undo, *request, **headers):
        """Sends a write. Where nothing may have come of it, `undo` brings back what is known from before."""
        began, clock = time.time(), time.monotonic()
        try:
            status, content, _ = self.service.ask(*request, **headers)
        except Gone:
            if self.arguments.stops:
                undo()
            raise
        self.times.append((began, time.monotonic() - clock))
        if self.arguments.stops and status == 503:
            undo()
        return status, content

    def done(self, status, content):
        """Whether the write was acknowledged."""
        if 200 <= status < 300:
            self.acknowledged += 1
            self.began.set()
            return True
        self.refused.append((status, content[:300].decode(errors="replace")))
        # Told to come back later.
        time.sleep(0.02)
        return False

    def step(self):
        dice = self.random.random()
        own = [key for key, thing in self.things.items() if thing["there"] == "yes" and thing["kind"] == "article"]
        if dice < 0.15 and own:
            self.change(self.random.choice(own))
        elif dice < 0.22 and own:
            self.delete(self.random.choice(own))
        elif dice < 0.32:
            self.batch()
        elif dice < 0.45 and self.arguments.watched:
            self.drop()
        else:
            self.create(self.random.choices(list(KINDS), [8, 1, 1, 1])[0])

    def create(self, kind):
        key = self.key()
        name = f"{key} {self.text(3)}"[: 90 if kind == "tag" else 200].replace(",", "")
        body = {NAMED[kind]: name}
        if kind == "article":
            body |= {"body": self.text(self.random.choice([5, 60, 400])), "tags": [f"t{self.random.randrange(9)}"], "datePublished": "2026-03"}
        if kind == "entity":
            body["type"] = "person"
        if kind == "event":
            body["startDate"] = "2026-04-02"
        again = f"{key}-once" if self.random.random() < 0.5 else None
        thing = {"kind": kind, "id": None, "names": [name], "there": "maybe", "again": again, "body": body}
        self.things[key] = thing
        status, content = self.ask(lambda: thing.update(there="no"), "POST", KINDS[kind], body, **({"idempotency_key": again} if again else {}))
        if self.done(status, content):
            thing |= {"id": json.loads(content)["id"], "there": "yes"}
        elif status != 503:
            thing["there"] = "no"

    def change(self, key):
        thing = self.things[key]
        name = f"{key} changed {self.random.randrange(10**6)}"
        before = thing["names"]
        thing["names"] = before + [name]
        status, content = self.ask(lambda: thing.update(names=before), "PATCH", f"/v1/articles/{thing['id']}", {"headline": name})
        if self.done(status, content):
            thing["names"] = [name]

    def delete(self, key):
        thing = self.things[key]
        thing["there"] = "maybe"
        status, content = self.ask(lambda: thing.update(there="yes"), "DELETE", f"/v1/articles/{thing['id']}")
        if self.done(status, content):
            thing["there"] = "no"

    def batch(self):
        keys = [self.key() for _ in range(self.random.choice([2, 10, 60]))]
        bodies = [{"headline": f"{key} {self.text(3)}", "body": self.text(40)} for key in keys]
        for key, body in zip(keys, bodies):
            self.things[key] = {"kind": "article", "id": None, "names": [body["headline"]], "there": "maybe", "again": None, "body": body}
        self.batches.append(keys)
        text = "".join(json.dumps(body) + "\n" for body in bodies)

        def undo():
            for key in keys:
                self.things[key]["there"] = "no"

        status, content = self.ask(undo, "POST", "/v1/articles/batch?atomic=true", text, content_type="application/x-ndjson")
        if self.done(status, content):
            answers = [json.loads(line) for line in content.splitlines() if line.strip()] if content[:1] == b'{"index' else json.loads(content)
            items = answers.get("items") or answers.get("results") if isinstance(answers, dict) else answers
            for key, item in zip(keys, items, strict=True):
                self.things[key] |= {"id": item["id"], "there": "yes"}
            # Its articles go their own ways from here.
            self.batches.pop()

    def drop(self):
        key = self.key()
        text = f"{key} {self.text(3)}\nBy A Reporter\n2026-05-01\n\n{self.text(60)}\n"
        path = os.path.join(self.arguments.watched, f".{key}.part")
        with open(path, "w") as file:
            file.write(text)
        os.rename(path, os.path.join(self.arguments.watched, f"{key}.txt"))
        self.files.append(key)


def write(arguments):
    memory = Memory(arguments.memory)
    memory.round += 1
    began = threading.Event()
    arguments.end = time.monotonic() + arguments.seconds
    writers = [Writer(number, arguments, memory, began) for number in range(arguments.threads)]
    for writer in writers:
        writer.start()
    if arguments.kill:
        began.wait(60)
        time.sleep(arguments.after / 1000)
        os.kill(arguments.kill, getattr(signal, f"SIG{arguments.signal}"))
    for writer in writers:
        writer.join()
    for writer in writers:
        memory.things |= writer.things
        memory.batches += writer.batches
        memory.files += writer.files
    memory.save()
    acknowledged = sum(writer.acknowledged for writer in writers)
    refused = [refusal for writer in writers for refusal in writer.refused]
    if arguments.times:
        with open(arguments.times, "w") as file:
            file.writelines(f"{began} {seconds}\n" for writer in writers for began, seconds in writer.times)
    unanswered = sum(writer.unanswered for writer in writers)
    print(json.dumps({"acknowledged": acknowledged, "refused": len(refused), "unanswered": unanswered}))
    for refusal in sorted({(status, text) for status, text in refused})[:3]:
        print(*refusal, file=sys.stderr)
    for writer in writers:
        if writer.broken:
            raise writer.broken
    # A kill before which nothing was acknowledged shows nothing; refusals are what some cases look for.
    if arguments.kill and not acknowledged:
        raise SystemExit("nothing was acknowledged")


def verify(arguments):
    memory, service = Memory(arguments.memory), Service(arguments.base)
    faults = []
    stored = {}
    for kind, path in KINDS.items():
        for item in service.lines(f"{path}?fields=headline" if kind == "article" else path):
            stored.setdefault((kind, item[NAMED[kind]].split(" ")[0]), []).append((item["id"], item[NAMED[kind]]))

    for key, thing in memory.things.items():
        found = stored.get((thing["kind"], key), [])
        if len(found) > 1:
            faults.append(f"{thing['kind']} {key} is there {len(found)} times")
        elif thing["there"] == "yes" and not found:
            faults.append(f"{thing['kind']} {key} was acknowledged and is gone")
        elif thing["there"] == "no" and found:
            faults.append(f"{thing['kind']} {key} was deleted, or refused, and is there")
        elif found and thing["id"] not in (None, found[0][0]):
            faults.append(f"{thing['kind']} {key} has another id than was told")
        elif found and found[0][1] not in thing["names"]:
            faults.append(f"{thing['kind']} {key} is called {found[0][1]!r}, not one of {thing['names']}")
    for keys in memory.batches:
        there = [key for key in keys if stored.get(("article", key))]
        if len(there) not in (0, len(keys)):
            faults.append(f"of a batch that is all or nothing {len(there)} of {len(keys)} are there")
    for key in memory.files:
        if len(stored.get(("article", key), [])) != 1:
            faults.append(f"file {key} is there {len(stored.get(('article', key), []))} times")

    # Unanswered ones are sent again: with a key for that, whatever came of the first time.
    for key, thing in memory.things.items():
        found = stored.get((thing["kind"], key), [])
        if thing["there"] == "maybe" and thing["id"] is None and thing["again"] and not faults:
            status, content, headers = service.ask("POST", KINDS[thing["kind"]], thing["body"], idempotency_key=thing["again"])
            identity = json.loads(content).get("id") if status == 201 else None
            if status != 201 or (found and identity != found[0][0]):
                faults.append(f"{thing['kind']} {key} sent again: {status} {content[:200]!r}, there before: {found}")
            elif bool(found) != (headers.get("idempotency-replayed") == "true"):
                faults.append(f"{thing['kind']} {key} sent again: stored before: {bool(found)}, replayed: {headers.get('idempotency-replayed')}")
            thing |= {"id": identity, "there": "yes"}
        elif thing["there"] == "maybe":
            thing |= {"there": "yes", "id": found[0][0], "names": [found[0][1]]} if found else {"there": "no"}
        elif found:
            thing["names"] = [found[0][1]]
    memory.batches = []

    sequence = memory.sequence
    while True:
        items = json.loads(service.ask("GET", f"/v1/changes?after={sequence}&limit=200")[1])["items"]
        if not items:
            break
        for item in items:
            sequence += 1
            if item["sequence"] != sequence:
                faults.append(f"the log of changes has {item['sequence']} where {sequence} was due")
                sequence = item["sequence"]
    memory.sequence = sequence
    memory.save()
    for fault in faults[:20]:
        print(fault, file=sys.stderr)
    acknowledged = sum(thing["there"] == "yes" for thing in memory.things.values())
    print(json.dumps({"faults": len(faults), "there": acknowledged, "files": len(memory.files), "changes": sequence}))
    raise SystemExit(1 if faults else 0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("command", choices=["write", "verify"])
    parser.add_argument("base")
    parser.add_argument("memory")
    parser.add_argument("--watched")
    parser.add_argument("--seconds", type=float, default=3600)
    parser.add_argument("--threads", type=int, default=4)
    parser.add_argument("--kill", type=int)
    parser.add_argument("--after", type=float, default=100)
    parser.add_argument("--signal", default="KILL")
    parser.add_argument("--stops", action="store_true")
    parser.add_argument("--times")
    arguments = parser.parse_args()
    (write if arguments.command == "write" else verify)(arguments)


if __name__ == "__main__":
    main()

"""N3, N4, N5, N9 and N10: how soon a dropped file can be read, and how the API answers during an import."""
import os, shutil, threading, time

from figures import corpus
from figures.report import percentile
from figures.service import Unavailable


class Drops:
    """Files with a word each that occurs nowhere else, made outside the folder and put into it."""

    def __init__(self, shop):
        self.place, self.number = shop.place("drops"), 0

    def make(self, size=1000):
        self.number += 1
        word = f"quinzle{self.number}x"
        path = f"{self.place}/{word}.txt"
        with open(path, "wb") as file:
            file.write(corpus.small(word) + b"\n" + b"Plain words fill the rest of this page. " * (size // 40) + b"\n")
        return word, path


def until_shown(service, word, since, pause, limit, connection=None):
    """Milliseconds since then until the article can be found; nil after the limit in seconds."""
    while time.monotonic() - since < limit:
        if service.shows(word, connection):
            return (time.monotonic() - since) * 1000
        time.sleep(pause)
    return None


def measured(times, limit):
    """What never appeared counts as the limit."""
    return [limit * 1000 if value is None else value for value in times]


def drops(shop, report, given):
    inbox = shop.place("inbox")
    files = Drops(shop)
    with shop.service(inbox) as service:
        service.barrier()
        word, path = files.make()
        os.rename(path, f"{inbox}/{word}.txt")
        until_shown(service, word, time.monotonic(), 0.05, 30)
        for goal, count, put in [("N3", given.samples, os.rename), ("N4", given.samples // 4, shutil.copyfile)]:
            if goal not in given.only:
                continue
            times = []
            for _ in range(count):
                word, path = files.make(5000)
                # Not always at the same moment of whatever the service does periodically.
                time.sleep(0.02 + 0.0137 * (files.number % 7))
                since = time.monotonic()
                put(path, f"{inbox}/{word}.txt")
                times.append(until_shown(service, word, since, 0.002, 20))
            times = measured(times, 20)
            if goal == "N3":
                report.add("N3", "rename-in to readable, p50", percentile(times, 50), "ms", 60)
                report.add("N3", "rename-in to readable, p99", percentile(times, 99), "ms", 250, 500, note=f"{count} files")
            else:
                report.add("N4", "cp to readable, p99", percentile(times, 99), "ms", 900, 1500, note=f"{count} files of 5 kB")
    shop.clear(inbox)


def silent_mount(shop, report, given):
    name = "event-less mount, p99"
    lower = shop.place("lower")
    files = Drops(shop)
    corpus.small_files(lower, 1000, directories=10)
    try:
        with shop.deaf(lower) as service:
            service.settle(1000)
            word, path = files.make()
            os.rename(path, f"{lower}/{word}.txt")
            first = until_shown(service, word, time.monotonic(), 0.02, 30)
            watcher = service.status()["watcher"]
            report.say(f"the first file showed after {(first or 30_000) / 1000:.1f} s; mode {watcher['mode']}, reason {watcher['reason']}")
            times = []
            for _ in range(30):
                word, path = files.make()
                time.sleep(0.1 + 0.037 * (files.number % 11))
                since = time.monotonic()
                os.rename(path, f"{lower}/{word}.txt")
                times.append(until_shown(service, word, since, 0.01, 20))
            report.add("N5", name, percentile(measured(times, 20), 99) / 1000, "s", 2.5, 10, note="30 files, 1,000 others, interval 1 s")
    except Unavailable as error:
        report.add("N5", name, None, "s", 2.5, 10, note=f"no overlay mount here: {error}")


def answers(service, path, pause, stop, times, make=None):
    """Asks again and again over a connection of its own."""
    connection, number = service.connect(), 0
    while not stop.is_set():
        number += 1
        since = time.monotonic()
        if make:
            code, _ = service.ask(path, "POST", make(number), connection)
        else:
            code, _ = service.ask(path[number % len(path)], connection=connection)
        times.append((time.monotonic() - since) * 1000 if code < 300 else 60_000)
        time.sleep(pause)


def during_import(shop, report, given):
    inbox = shop.place("busy")
    corpus.pages(inbox, given.files)
    files = Drops(shop)
    reads, posts, shown = [], [], []
    stop = threading.Event()
    os.sync()
    with shop.service(inbox) as service:
        def drop():
            connection = service.connect()
            while not stop.wait(1):
                word, path = files.make()
                since = time.monotonic()
                os.rename(path, f"{inbox}/{word}.txt")
                shown.append(until_shown(service, word, since, 0.02, 20, connection))

        common = ["/v1/articles?limit=50", f"/v1/articles?limit=10&q={corpus.Writer().words[40]}"]
        post = lambda number: f'{{"headline": "Posted {number}", "body": "While files are imported."}}'
        clients = []
        if "N9" in given.only:
            clients.append(threading.Thread(target=answers, args=(service, common, 0.01, stop, reads)))
            clients.append(threading.Thread(target=answers, args=(service, "/v1/articles", 0.05, stop, posts, post)))
        if "N10" in given.only:
            clients.append(threading.Thread(target=drop))
        for client in clients:
            client.start()
        try:
            while service.status()["counts"]["done"] < given.files:
                time.sleep(0.2)
            seconds = time.monotonic() - service.started
        finally:
            stop.set()
            for client in clients:
                client.join()
        note = f"while {given.files:,} pages were imported, {seconds:.0f} s with these clients"
        if "N9" in given.only:
            report.add("N9", "list and search during an import, p99", percentile(reads, 99), "ms", 50, 100, note=f"{len(reads):,} requests {note}")
            report.add("N9", "POST during an import, p99", percentile(posts, 99), "ms", 250, 500, note=f"{len(posts):,} requests {note}")
        if "N10" in given.only:
            slowest = max(measured(shown, 20), default=None)
            report.add("N10", "drop during an import to readable, slowest", slowest and slowest / 1000, "s", 2, 5, note=f"{len(shown)} files {note}")
    shop.clear(inbox)

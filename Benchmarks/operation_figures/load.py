"""Writes that go on while something else is done, and a large store to do it to."""
import http.client, itertools, os, shutil, threading

from figures import corpus


class Load:
    """Clients that create one article after another, each over a connection of its own, until they are told to stop or nobody answers."""

    def __init__(self, service, clients=8):
        self.service, self.stop, self.identifiers, self.refused = service, threading.Event(), [], []
        self.number = itertools.count()
        self.threads = [threading.Thread(target=self.write) for _ in range(clients)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        for thread in self.threads:
            thread.join()

    def write(self):
        connection = self.service.connect(60)
        while not self.stop.is_set():
            body = f'{{"headline": "Under load {next(self.number)}", "body": "While something else is done."}}'
            try:
                code, answer = self.service.ask("/v1/articles", "POST", body, connection)
            except (OSError, http.client.HTTPException):
                break
            if code == 201:
                self.identifiers.append(answer["id"])
            else:
                self.refused.append(code)
        connection.close()

    def wait_for(self, count):
        while len(self.identifiers) < count:
            if not any(thread.is_alive() for thread in self.threads):
                raise RuntimeError("nobody answers the load")
            self.stop.wait(0.005)


def seeded(shop, report, given):
    """The folder of a stopped store of so many articles of 500 words, made once over HTTP; who changes it takes a copy."""
    if shop.seeded is None:
        service, writer = shop.service(), corpus.Writer()
        # Some thousand different bodies are enough; headlines keep all articles apart.
        records = [writer.record(3_000) for _ in range(min(given.articles, 10_000))]
        with service:
            for begin in range(0, given.articles, 2_000):
                batch = [records[number % len(records)] for number in range(begin, min(begin + 2_000, given.articles))]
                service.store(record.replace('{"headline": "', f'{{"headline": "{begin} ', 1) for record in batch)
        shop.seeded = service.data
        report.say(f"{given.articles:,} articles of 500 words, {os.path.getsize(service.database) / 2**30:.2f} GiB")
    return shop.seeded


def copied(shop, data):
    """Another folder with the same files."""
    copy = shop.place("copy")
    shutil.copytree(data, copy, dirs_exist_ok=True)
    return copy

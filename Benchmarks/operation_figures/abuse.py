"""G11: an ordinary client beside very many that hold connections and take their time."""
import http.client, os, statistics, subprocess, sys, threading, time

from figures import corpus
from figures.report import percentile

COUNTS = {"heads": 500, "bodies": 300, "readers": 100, "idle": 500}
#: What is said of them, how many addresses they come from, and with which limits.
CROWDS = [
    ("from one address", 1, {}),
    ("from seven addresses", 7, {}),
    ("all of them let in", 7, {"connections": 2000, "connections-per-client": 2000}),
]


class Crowd:
    """The others. They run at the lowest priority, so that it is the service that pays for them and not the processor they share with it."""

    def __init__(self, port, addresses, **counts):
        counts = counts or COUNTS
        program = os.path.join(os.path.dirname(__file__), "dawdlers.py")
        self.process = subprocess.Popen(
            [sys.executable, program, str(port), *(str(counts[kind]) for kind in COUNTS), str(addresses)], stdout=subprocess.PIPE, text=True, preexec_fn=lambda: os.nice(19))
        # By the third second all of them have tried.
        for _ in range(3):
            self.held = self.process.stdout.readline().strip()

    def disperse(self):
        self.process.terminate()
        last = self.process.communicate()[0].splitlines()
        self.held = last[-1] if last else self.held


def connections(service):
    return service.figure("dateline_http_connections")


def rate(service, connection, identifiers, seconds, number):
    """Requests in a second of one client that asks one thing after another over one connection: articles, lists and, one time in
    twenty, a write."""
    asked, begun = 0, time.monotonic()
    while time.monotonic() - begun < seconds:
        asked += 1
        if asked % 20 == 0:
            code, _ = service.ask("/v1/articles", "POST", f'{{"headline": "Written {number}, {asked}"}}', connection)
        elif asked % 5 == 0:
            code, _ = service.ask("/v1/articles?limit=20", connection=connection)
        else:
            code, _ = service.ask(f"/v1/articles/{identifiers[asked % len(identifiers)]}", connection=connection)
        if code >= 300:
            raise RuntimeError(f"the ordinary client was answered with {code}")
    return asked / (time.monotonic() - begun)


class Newcomers:
    """/livez over a new connection each time, as a supervisor asks, and now and then a list, as somebody does who has no connection yet."""

    def __init__(self, service):
        self.service, self.stop, self.times, self.served = service, threading.Event(), [], []
        self.thread = threading.Thread(target=self.ask)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        self.thread.join()

    def ask(self):
        while not self.stop.wait(0.02):
            since = time.monotonic()
            code = self.answered("/livez")
            self.times.append((time.monotonic() - since) * 1000 if code == 200 else 5000)
            if len(self.times) % 10 == 0:
                self.served.append(self.answered("/v1/articles?limit=1") == 200)

    def answered(self, path):
        connection = self.service.connect(5)
        try:
            return self.service.ask(path, connection=connection)[0]
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()


def dawdlers(shop, report, given):
    writer = corpus.Writer()
    for name, addresses, limits in CROWDS:
        with shop.service(limits=limits) as service:
            identifiers = service.store(writer.record() for _ in range(2_000))
            connection = service.connect()
            rate(service, connection, identifiers, 2, "before")
            alone, beside, times, served, held = [], [], [], [], []
            for turn in range(given.rounds):
                # The newcomers ask in both, as they take something themselves.
                with Newcomers(service):
                    alone.append(rate(service, connection, identifiers, given.seconds, f"{turn} alone"))
                crowd = Crowd(service.port, addresses)
                try:
                    with Newcomers(service) as newcomers:
                        beside.append(rate(service, connection, identifiers, given.seconds, f"{turn} beside"))
                        held.append(connections(service))
                finally:
                    crowd.disperse()
                times += newcomers.times
                served += newcomers.served
                while connections(service) > 3:
                    time.sleep(0.05)
            report.say(
                f"{name}: alone {spread(alone)}, beside them {spread(beside)} requests/s; "
                f"{statistics.median(held):,.0f} connections at once, in the end {crowd.held}; {sum(served)} of {len(served)} others were let in"
            )
            report.add("G11", f"/livez, p99, {name}", percentile(times, 99), "ms", 100, 500, note=f"{len(times):,} times, a new connection each")
            ratio = statistics.median(there / without for there, without in zip(beside, alone))
            report.add("G11", f"rate of an ordinary client, {name}", ratio, "ratio", 0.95, 0.80, more_is_better=True, note=f"median of {given.rounds} turns of {given.seconds} s each")
            report.add("G11", f"peak memory, {name}", service.peak_memory(), "MiB", 256, 512, note=f"{statistics.median(held):,.0f} connections at once")


def spread(values):
    return f"{statistics.median(values):,.0f} ({min(values):,.0f}–{max(values):,.0f})"

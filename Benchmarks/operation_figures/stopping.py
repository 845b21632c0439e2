"""G12: how soon it ends when it is told to, whatever it is doing, and how soon it is there again after a crash."""
import os, statistics, subprocess, sys, time

from figures import corpus

from .abuse import Crowd
from .load import Load, copied, seeded


def ends(shop, report, given):
    stop_idle(shop, report, given)
    for name, during in [("under load", under_load), ("with dripping bodies and slow readers", with_dawdlers), ("during an import", during_import)]:
        times = [during(shop) for _ in range(given.rounds)]
        report.add("G12", f"SIGTERM to exit 0, {name}, slowest", max(times), "s", 15, 15, note=f"of {len(times)}")


def ended(service):
    """Stops it; an exit code other than 0, or a log that is left, is no figure but a fault."""
    seconds, code = service.stop()
    if code != 0 or os.path.exists(service.database + "-wal"):
        raise RuntimeError(f"it ended with {code} after {seconds:.1f} s; the log {'is left' if os.path.exists(service.database + '-wal') else 'is gone'}")
    return seconds


def stop_idle(shop, report, given):
    times = []
    for _ in range(given.rounds * 3):
        with shop.service() as service:
            service.store([corpus.Writer().record()])
            service.until_ready()
            # Until its own beginning is over, too.
            time.sleep(1)
            times.append(ended(service) * 1000)
    report.add("G12", "SIGTERM to exit 0, idle, slowest", max(times), "ms", 100, 1000, note=f"of {len(times)}, median {statistics.median(times):.0f} ms")


def under_load(shop):
    with shop.service() as service, Load(service, 32) as load:
        load.wait_for(500)
        seconds = ended(service)
    with shop.service(data=service.data) as again:
        if (there := again.total()) < len(load.identifiers):
            raise RuntimeError(f"{len(load.identifiers)} articles were acknowledged, and {there} are there")
    return seconds


def with_dawdlers(shop):
    with shop.service() as service:
        service.store(corpus.Writer().record(100_000) for _ in range(100))
        crowd = Crowd(service.port, 2, heads=50, bodies=50, readers=50, idle=50)
        try:
            return ended(service)
        finally:
            crowd.disperse()


def during_import(shop):
    inbox = shop.place("pages")
    corpus.pages(inbox, 5_000)
    with shop.service(inbox) as service:
        while not 200 <= (done := service.status()["counts"]["done"]):
            time.sleep(0.01)
        seconds = ended(service)
    if done >= 5_000:
        raise RuntimeError("the import was over before it was stopped")
    shop.clear(inbox)
    return seconds


#: Holds one state of the database, so that the log can't be moved into it.
READER = """
import sqlite3, sys
reader = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True, isolation_level=None)
reader.execute("BEGIN")
reader.execute("SELECT count(*) FROM article").fetchone()
print("reading", flush=True)
sys.stdin.read()
"""


def begins_again(shop, report, given):
    killed, log, articles = crashed(shop, seeded(shop, report, given), 64 << 20)
    times = []
    for _ in range(given.rounds):
        data = copied(shop, killed)
        # What was copied would else be written to the disk while the clock runs.
        os.sync()
        with shop.service(data=data) as service:
            times.append(service.until_ready())
            if (there := service.total()) != articles:
                raise RuntimeError(f"{articles} articles were acknowledged, and {there} are there")
            service.kill()
        shop.clear(data)
    shop.clear(killed)
    note = f"{articles:,} articles, a log of {log / 2**20:.0f} MiB, median of {len(times)}, slowest {max(times):.2f} s; the files are in the system's cache"
    report.add("G12", "kill -9 to ready", statistics.median(times), "s", 1, 10, note=note)


def crashed(shop, data, least):
    """A copy of the store, killed with a log of at least so many bytes. Returns its folder, the size of the log and the number of articles."""
    data, writer = copied(shop, data), corpus.Writer(7)
    with shop.service(data=data) as service:
        service.until_ready()
        reader = subprocess.Popen([sys.executable, "-c", READER, service.database], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        try:
            reader.stdout.readline()
            log = 0
            while log < least:
                service.store(writer.record(3_000) for _ in range(200))
                log = os.path.getsize(service.database + "-wal")
            articles = service.total()
            service.kill()
        finally:
            # Killed as well: closing, it would move the log.
            reader.kill()
            reader.communicate()
    return data, log, articles

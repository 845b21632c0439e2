"""N6, N7 and N8: what a large folder costs in which nothing happens, and memory."""
import os, statistics, time

from figures import corpus
from figures.service import Unavailable

from . import speed


def unchanged(shop, report, given):
    files = given.known
    inbox = shop.place("known")
    corpus.small_files(inbox, files, directories=100)
    service = shop.service(inbox)
    with service:
        report.say(f"{files:,} small files were imported in {service.settle(files):.1f} s")
        # Files that changed within two seconds of a look are looked at again.
        time.sleep(3)
        service.barrier()
        # What was put off during the import isn't the looks' doing.
        speed.until_merged(service.database)
        if "N6" in given.only:
            looks(service, report, files)
        parsed = service.status()["totals"]["parsedFiles"]
    if "N7" in given.only:
        restart(service, report, files, parsed)
    if "N6" in given.only:
        polling(shop, report, inbox, files)
    shop.clear(inbox, service.data)


def looks(service, report, files):
    commits, written, times = service.commits(), service.files_written(), []
    for _ in range(7):
        since = time.monotonic()
        service.barrier()
        times.append(time.monotonic() - since)
    report.add("N6", "look through unchanged files", statistics.median(times), "s", 1.0, 3.0, note=f"{files:,} files, scan with wait=true, median of 7")
    touched = " and nothing touched the database's files" if service.files_written() == written else ", and the database's files were touched"
    report.add("N6", "transactions written by 7 looks", service.commits() - commits, "", 0, None, note=f"by the log's change counter{touched}")


def polling(shop, report, inbox, files):
    name = "processor when polling"
    try:
        with shop.deaf(inbox) as service:
            service.settle(files)
            with open(f"{inbox}/00/unannounced.txt", "wb") as file:
                file.write(corpus.small("unannounced"))
            service.settle(files + 1)
            deadline = time.monotonic() + 60
            while service.status()["watcher"]["mode"] != "poll" and time.monotonic() < deadline:
                time.sleep(0.5)
            if service.status()["watcher"]["mode"] != "poll":
                raise Unavailable("it did not begin to poll")
            time.sleep(10)
            before = service.processor_seconds()
            time.sleep(30)
            share = (service.processor_seconds() - before) / 30 * 100
            report.add("N6", name, share, "% of a core", 5, None, note=f"over 30 s on an overlay mount of {files:,} files")
    except Unavailable as error:
        report.add("N6", name, None, "% of a core", 5, None, note=f"not measured: {error}")


def restart(service, report, files, parsed):
    with service:
        while service.ask("/v1/articles?limit=1")[0] != 200:
            time.sleep(0.01)
        first = time.monotonic() - service.started
        while True:
            status = service.status()
            if status["lastScan"] and status["progress"]["phase"] == "idle":
                break
            time.sleep(0.02)
        reconciled = time.monotonic() - service.started
        service.barrier()
        parsed = service.status()["totals"]["parsedFiles"] - parsed
    report.add("N7", "restart to first answer", first, "s", 1, 10, note=f"{files:,} known files")
    report.add("N7", "restart to looked through", reconciled, "s", 3, 10)
    report.add("N7", "files parsed by the restart", parsed, "", 0, None)


def memory(shop, report, given):
    peaks = {}
    many = 1_000_000 if given.full else 200_000
    for name, count, directories in [("10,000 files", 10_000, 1), ("100,000 files", 100_000, 100), (f"{many:,} files in one directory", many, 1)]:
        inbox = shop.place("files")
        corpus.small_files(inbox, count, directories)
        service, seen = speed.import_all(shop, inbox, count)
        peaks[count] = seen.memory
        report.add("N8", f"peak memory, {name}", seen.memory, "MiB", 150, 250, note=f"{seen.seconds:.0f} s")
        shop.clear(inbox, service.data)
    report.add("N8", "growth with the folder", peaks[many] - peaks[10_000], "MiB", 64, None, note=f"from 10,000 files to {many:,}")

    inbox = shop.place("long")
    size = 2 << 30 if given.full else 200 << 20
    corpus.lines(f"{inbox}/long.jsonl", size=size)
    service, seen = speed.import_all(shop, inbox, 1)
    report.add("N8", f"peak memory, JSON lines of {size >> 20:,} MiB", seen.memory, "MiB", 150, 250, note=f"{seen.seconds:.0f} s")
    shop.clear(inbox, service.data)

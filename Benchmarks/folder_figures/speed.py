"""N1 and N2: how fast a full folder is imported, against the same rows straight through SQLite."""
import os, sqlite3, statistics, time
from dataclasses import dataclass

from figures import corpus


@dataclass
class Import:
    seconds: float
    processor: float
    commits: int
    bulk: float
    memory: float
    merging: float


def import_all(service, files):
    """Imports the folder of a service into its empty database. Returns what was seen of it; it is stopped then."""
    os.sync()
    with service:
        seconds = service.settle(files)
        # Steps of merging are bulk transactions, too.
        bulk = service.figure('dateline_store_transactions_total{line="bulk"}') - service.figure("dateline_text_index_merge_steps_total")
        merging = until_merged(service.database)
        seen = Import(seconds, service.processor_seconds(), service.commits(), bulk, service.peak_memory(), merging)
    return seen


def until_merged(database):
    """The seconds until the full-text index has been merged, which the service puts off while it imports much."""
    start = time.monotonic()
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    while connection.execute("SELECT v FROM article_text_config WHERE k = 'automerge'").fetchone() == (0,):
        if time.monotonic() - start > 600:
            raise RuntimeError("the full-text index is not merged after ten minutes")
        time.sleep(0.2)
    connection.close()
    return time.monotonic() - start


def against_straight(shop, report, given, inbox, files, records):
    """Rounds of both sides in turns. Returns the medians of Dateline's seconds and of the ratios: with the full-text index on both sides,
    on neither, and on Dateline's only; the second is None but for pages."""
    seconds, unindexed, full, bare = [], [], [], []
    for turn in range(given.rounds):
        service = shop.service(inbox)
        seen = import_all(service, files)
        pace = given.pace or f"x{max(1, round(records / seen.bulk))}"
        straight = shop.straight_rows(service.database, pace, text=True)
        without = shop.straight_rows(service.database, pace, text=False)
        if straight["articles"] != records:
            raise RuntimeError(f"{straight['articles']} of {records} articles were stored")
        seconds.append(seen.seconds)
        full.append(straight["seconds"])
        bare.append(without["seconds"])
        report.say(
            f"round {turn + 1}: Dateline {records / seen.seconds:,.0f}/s ({seen.seconds:.2f} s, {seen.processor:.2f} s of processors, "
            f"{seen.commits:,} transactions, {seen.bulk:,.0f} of them of articles, {seen.memory:.0f} MiB; its text index merged {seen.merging:.1f} s later: {full[-1] / (seen.seconds + seen.merging):.2f} with that), raw {records / full[-1]:,.0f}/s ({full[-1]:.2f} s, "
            f"{straight['processor']:.2f} s of a processor, {straight['transactions']:,} transactions), raw without FTS5 {records / bare[-1]:,.0f}/s"
        )
        shop.clear(service.data)
        if files > 1:
            service = shop.unindexed(inbox)
            unindexed.append(import_all(service, files).seconds)
            report.say(f"         Dateline without FTS5 {records / unindexed[-1]:,.0f}/s ({unindexed[-1]:.2f} s)")
            shop.clear(service.data)
    middle, straight = statistics.median(seconds), statistics.median(bare)
    return middle, statistics.median(full) / middle, straight / statistics.median(unindexed) if unindexed else None, straight / middle


def pages(shop, report, given):
    inbox = shop.place("pages")
    size = corpus.pages(inbox, given.files)
    report.say(f"{given.files:,} pages of {size / given.files:,.0f} bytes in 100 directories")
    seconds, ratio, without, mixed = against_straight(shop, report, given, inbox, given.files, given.files)
    if "N1" in given.only:
        report.add("N1", "files/s against raw, FTS5", ratio, "ratio", 0.80, 0.65, more_is_better=True)
        report.add(
            "N1", "files/s against raw, without FTS5", without, "ratio", 0.60, 0.45, more_is_better=True,
            note=f"Dateline with its index against raw without: {mixed:.2f}",
        )
    if "N2" in given.only:
        note = "" if given.files == 100_000 else f"scaled from {given.files:,} files"
        report.add("N2", "100,000 pages", seconds * 100_000 / given.files, "s", 60, 90, note=note)
    shop.clear(inbox)


def records(shop, report, given):
    count = 1_000_000 if given.full else given.records
    inbox = shop.place("records")
    corpus.lines(f"{inbox}/records.jsonl", count)
    report.say(f"{count:,} records of {os.path.getsize(f'{inbox}/records.jsonl') / count:,.0f} bytes in one file")
    seconds, ratio, *_ = against_straight(shop, report, given, inbox, 1, count)
    note = "" if count == 1_000_000 else f"{count:,} records"
    report.add("N2", "JSON lines against raw", ratio, "ratio", 0.80, None, more_is_better=True, note=note)
    shop.clear(inbox)

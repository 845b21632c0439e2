"""Runs Dateline and its peers over the pages and prints how they did."""
import argparse
import datetime
import logging
import warnings

import corpus
import peer_readers as peers
from service import Service

# The widest offset of a zone: how far a printed day may lie from the day in UTC.
SLACK = datetime.timedelta(hours=14)
OUTCOMES = ("right", "wrong", "missed", "invented")


def days(text):
    """The days that an expectation may be printed as; None if less than a day is known."""
    parts = corpus.date_parts(text)
    if len(parts) < 3:
        return None
    if len(parts) == 3:
        return {datetime.date(*parts)}
    moment = datetime.datetime(*parts)
    return {(moment + shift).date() for shift in (-SLACK, SLACK, SLACK * 0)}


def judge_day(got, wanted):
    """As corpus.judge_date, by the day and no finer, since peers tell no more."""
    if got is None:
        return "right" if None in wanted else "missed"
    parts = corpus.date_parts(got)
    if len(parts) < 3:
        return "right" if any(value and corpus.date_parts(value) == parts for value in wanted) else "missed"
    day = datetime.date(*parts[:3])
    if wanted == [None]:
        return "invented"
    return "right" if any(value and day in (days(value) or ()) for value in wanted) else "wrong"


def judge(field, got, page):
    wanted = page.wanted(field)
    return judge_day(got, wanted) if field == "datePublished" else corpus.judge(field, got, wanted)


def dateline(service):
    def read(page):
        return service.preview(page)[0]
    return read


def field_table(title, field, pages, readers):
    print(f"\n{title}, {len(pages)} pages:\n\n| | " + " | ".join(OUTCOMES) + " | right, of pages that state it |")
    print("|---|" + "---:|" * (len(OUTCOMES) + 1))
    stating = [page for page in pages if None not in page.wanted(field)]
    for name, read in readers:
        verdicts = {page: judge(field, read(page).get(field), page) for page in pages}
        counts = [sum(verdict == outcome for verdict in verdicts.values()) for outcome in OUTCOMES]
        share = corpus.mean(verdicts[page] == "right" for page in stating)
        print(f"| {name} | " + " | ".join(map(str, counts)) + f" | {share:.2f} |")


def body_table(title, pages, readers):
    print(f"\n{title}, {len(pages)} pages:\n\n| | words that belong | words that don't | F |\n|---|---:|---:|---:|")
    for name, read in readers:
        scores = [corpus.BodyScore(read(page).get("body"), page.expected) for page in pages]
        recall = corpus.mean(score.recall for score in scores)
        excess = corpus.mean(score.excess for score in scores)
        measure = corpus.mean(
            2 * score.recall * (1 - score.excess) / ((score.recall + 1 - score.excess) or 1) for score in scores
        )
        print(f"| {name} | {recall:.3f} | {excess:.3f} | {measure:.3f} |")


def remembered(read):
    """One reading for all tables."""
    memory = {}

    def look(page):
        if page.path not in memory:
            memory[page.path] = read(page)
        return memory[page.path]
    return look


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program")
    parser.add_argument("--set", choices=corpus.SETS)
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    pages = corpus.load(options.set)
    text_pages = [page for page in pages if not page.is_html]
    html_pages = [page for page in pages if page.is_html]
    with Service(options.program) as service:
        ours = ("Dateline", remembered(dateline(service)))
        strict = ("dateparser, strict, first date of the head", remembered(peers.dateparser_strict))
        loose = ("dateparser, as it comes, first date of the head", remembered(peers.dateparser_as_it_comes))
        quick = ("htmldate", remembered(peers.htmldate_plain))
        thorough = ("htmldate, extensive search", remembered(peers.htmldate_extensive))
        reader = ("trafilatura", remembered(peers.trafilatura_html))
        field_table("Publication date in text", "datePublished", text_pages, [ours, strict, loose])
        field_table("Publication date in HTML", "datePublished", html_pages, [ours, quick, thorough, reader])
        for field, title in (("headline", "Headline"), ("byline", "Byline"), ("source", "Source")):
            field_table(f"{title} in HTML", field, html_pages, [ours, reader])
        body_table("Body of HTML", html_pages, [ours, reader])
        body_table("Body of text", text_pages, [
            ours, ("trafilatura, each line a paragraph", peers.trafilatura_lines),
            ("long lines and lines with a stop", peers.long_lines), ("the whole page", peers.whole_page),
        ])


if __name__ == "__main__":
    main()

"""How each peer is asked: its own way of work, with the settings that suit these pages best.

Each answers with a dictionary of the fields it knows, dates as YYYY-MM-DD; a missing key means that it has no word for the field.
"""
import html

import dateparser.search
import htmldate
import trafilatura

import corpus

def head(page_text):
    """The lines in front of the second paragraph, where a page says when it was written; at most forty of them."""
    lines = []
    paragraphs = 0
    for line in page_text.splitlines()[:40]:
        paragraphs += len(line) > 160
        if paragraphs == 2:
            break
        lines.append(line)
    return "\n".join(lines)


def text(page):
    return page.bytes.decode("utf-8-sig", "replace")


def dateparser_first(page, settings):
    """The first date in the head of the page; the language is told to it, it needn't guess."""
    language = corpus.primary_language(page.wanted("language")[0])
    try:
        found = dateparser.search.search_dates(head(text(page)), languages=[language], settings=settings)
    except (ValueError, OverflowError):
        found = None
    return {"datePublished": found[0][1].date().isoformat() if found else None}


def dateparser_as_it_comes(page):
    return dateparser_first(page, {})


def dateparser_strict(page):
    """Day, month and year must be there; no relative dates and no Unix times, which would be read against today."""
    return dateparser_first(page, {"STRICT_PARSING": True, "PARSERS": ["absolute-time"]})


def htmldate_plain(page):
    return {"datePublished": htmldate.find_date(page.bytes, original_date=True, extensive_search=False)}


def htmldate_extensive(page):
    return {"datePublished": htmldate.find_date(page.bytes, original_date=True, extensive_search=True)}


def trafilatura_html(page):
    return trafilatura_of(page.bytes)


def trafilatura_lines(page):
    """Text isn't its trade: each line is handed to it as a paragraph."""
    lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in text(page).splitlines() if line.strip())
    return {"body": trafilatura_of(f"<html><body><article>{lines}</article></body></html>")["body"]}


def trafilatura_of(markup):
    found = trafilatura.bare_extraction(markup, with_metadata=True, include_comments=False)
    if found is None:
        return {"headline": None, "byline": None, "source": None, "datePublished": None, "body": ""}
    return {
        "headline": found.title, "byline": found.author, "source": found.sitename, "datePublished": found.date,
        "body": found.text,
    }


def whole_page(page):
    return {"body": text(page)}


def long_lines(page):
    """The simplest rule that helps: no line twice, and none that is short and has no stop at its end."""
    seen = set()
    kept = []
    for line in text(page).splitlines():
        line = line.strip()
        if line not in seen and (len(line) > 80 or line.endswith((".", "!", "?", "”", "»", "\"", "。"))):
            kept.append(line)
        seen.add(line)
    return {"body": "\n".join(kept)}

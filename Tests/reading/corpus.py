"""The pages, what a careful reader makes of them, and how an answer is held against that."""
import collections
import html
import json
import pathlib
import re
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
SETS = ("dev", "held")
KINDS = (".txt", ".html", ".md")
FIELDS = ("headline", "byline", "source", "datePublished", "dateModified", "dateStatus", "language")


class Page:
    """One page with its expected result. A field's expectation is a value, null, or a list of equally good values."""

    def __init__(self, path):
        self.path = path
        self.name = path.stem
        self.set = path.parent.name
        self.bytes = path.read_bytes()
        self.expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))

    @property
    def is_html(self):
        return self.path.suffix == ".html"

    def wanted(self, field):
        value = self.expected[field]
        return value if isinstance(value, list) else [value]


def load(chosen_set=None, name=None):
    pages = []
    for each in SETS:
        if chosen_set in (None, each):
            paths = sorted(path for path in (HERE / "pages" / each).iterdir() if path.suffix in KINDS)
            pages += [Page(path) for path in paths if name is None or path.stem == name]
    return pages


def plain(text):
    """Spaces, quotation marks and dashes are a matter of typesetting."""
    text = unicodedata.normalize("NFC", html.unescape(text))
    for kinds, sign in (("‘’ʼ`´", "'"), ("“”„«»", '"'), ("–—−", "-")):
        for kind in kinds:
            text = text.replace(kind, sign)
    return re.sub(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069]+", " ", text).strip()


CREDIT = re.compile(
    r"^(written|story|words|text|posted|published|prepared|reporting|compiled|translated|reported|report|edited|editing)?\s*(by|von|par|por|di|door)\s+",
    re.IGNORECASE,
)


def names(text):
    """The names in a credit; their order and what joins them don't matter."""
    text = CREDIT.sub("", plain(text).casefold())
    parts = re.split(r"\s*(?:,|;|/|&|\|)\s*|\s+(?:and|und|et|y|e|en|ve|i|и|و)\s+", text)
    return frozenset(part.strip(" .") for part in parts if part.strip(" ."))


def outlet(text):
    return re.sub(r"^the ", "", plain(text).casefold()).strip(" .")


def primary_language(tag):
    """Which country's English it is can be told from markup at best."""
    return tag.casefold().split("-")[0]


DATE = re.compile(r"^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?Z)?)?)?$")


def date_parts(text):
    """As many parts as are stated; seconds don't count."""
    match = DATE.match(text)
    if not match:
        raise ValueError(f"no date: {text}")
    parts = []
    for part in match.groups()[:5]:
        if part is None:
            break
        parts.append(int(part))
    return tuple(parts)


def judge_date(got, wanted):
    if got is None:
        return "right" if None in wanted else "missed"
    if wanted == [None]:
        return "invented"
    stated = date_parts(got)
    for value in wanted:
        if value is not None and date_parts(value) == stated:
            return "right"
    # True, but less than the page prints.
    for value in wanted:
        if value is not None and date_parts(value)[: len(stated)] == stated:
            return "coarse"
    return "wrong"


def judge(field, got, wanted):
    """right, wrong, missed, invented or coarse."""
    if field in ("datePublished", "dateModified"):
        return judge_date(got, wanted)
    if got is None:
        return "right" if None in wanted else "missed"
    if wanted == [None]:
        return "invented"
    same = {"byline": names, "source": outlet, "language": primary_language}.get(field, plain)
    return "right" if any(value is not None and same(value) == same(got) for value in wanted) else "wrong"


# A run of letters and digits; where words aren't parted by spaces, each character.
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")


def words(text):
    return collections.Counter(WORD.findall(unicodedata.normalize("NFKC", plain(text)).casefold()))


class BodyScore:
    """How many words belong, how many of them are there, how many are there and don't belong.

    Words of `optional` (a deck, a caption that tells something, a dateline) may be there or not.
    """

    def __init__(self, got, expected):
        belong = words("\n".join(expected["body"]))
        there = words(got or "")
        found = there & belong
        rest = (there - found) - words("\n".join(expected.get("optional", [])))
        self.belong = sum(belong.values())
        self.there = sum(there.values())
        self.found = sum(found.values())
        self.extra = sum(rest.values())

    @property
    def recall(self):
        return self.found / self.belong if self.belong else 1.0

    @property
    def excess(self):
        return self.extra / self.there if self.there else 0.0


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else 1.0

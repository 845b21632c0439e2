"""Files to import, made from a fixed seed: the same on every machine."""
import itertools, json, os, random

OUTLETS = ["Velmark Courier", "Lakeland Post", "Harbour Light", "Sarnholm Daily", "Portwatch Bulletin", "Maravel Evening Star", "Northern Ledger", "Qasira Times"]
MONTHS = "January February March April May June July August September October November December".split()


class Writer:
    """Words whose frequencies follow Zipf's law, made into sentences and paragraphs."""

    def __init__(self, seed=20260321):
        self.chance = random.Random(seed)
        self.words = ["".join(self.chance.choices("etaoinshrdlucmfwypvbgk", k=self.chance.randint(3, 9))) for _ in range(30_000)]
        self.weights = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(self.words))))
        self.names = [word.capitalize() for word in self.words[-600:]]

    def text(self, count):
        return self.chance.choices(self.words, cum_weights=self.weights, k=count)

    def paragraph(self, count):
        words, sentences = self.text(count), []
        while words:
            length = self.chance.randint(9, 22)
            sentences.append(" ".join(words[:length]).capitalize() + ".")
            words = words[length:]
        return " ".join(sentences)

    def article(self, size):
        """Headline, byline, date and paragraphs of about `size` bytes in all."""
        paragraphs, length = [], 150
        while length < size:
            paragraphs.append(self.paragraph(min(self.chance.randint(40, 90), max(12, (size - length) // 6))))
            length += len(paragraphs[-1]) + 2
        return {
            "headline": " ".join(self.text(8)).capitalize(),
            "byline": " ".join(self.chance.sample(self.names, 2)),
            "source": self.chance.choice(OUTLETS),
            "date": (2026, self.chance.randint(1, 9), self.chance.randint(1, 28)),
            "paragraphs": paragraphs,
        }

    def page(self, size=4500):
        article = self.article(size)
        year, month, day = article["date"]
        date = f"{day} {MONTHS[month - 1]} {year}" if self.chance.random() < 0.5 else f"{year}-{month:02d}-{day:02d}"
        return f"{article['headline']}\nBy {article['byline']}\n{date}\n\n" + "\n\n".join(article["paragraphs"]) + f"\n\nSource: {article['source']}\n"

    def record(self, size=1000):
        article = self.article(size)
        year, month, day = article["date"]
        return json.dumps({
            "headline": article["headline"], "byline": article["byline"], "source": article["source"],
            "datePublished": f"{year}-{month:02d}-{day:02d}", "body": "\n\n".join(article["paragraphs"]),
        })


def pages(folder, count, directories=100):
    """Text pages of about 4.5 kB. Returns their bytes."""
    writer, total = Writer(), 0
    for directory in range(directories):
        os.makedirs(f"{folder}/{directory:02d}")
    for number in range(count):
        page = writer.page().encode()
        total += len(page)
        with open(f"{folder}/{number % directories:02d}/{number // directories:06d}.txt", "wb") as file:
            file.write(page)
    return total


def small(text):
    return f"Headline {text}\nBy A Reporter\n2026-05-01\n\nBody of {text}, long enough to be an article.\n".encode()


def small_files(folder, count, directories=1):
    """Files of about 100 bytes, each another text; with one directory they lie in the folder itself."""
    for directory in range(directories):
        place = folder if directories == 1 else f"{folder}/{directory:02d}"
        os.makedirs(place, exist_ok=True)
        at = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
        for number in range(directory, count, directories):
            file = os.open(f"{number}.txt", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644, dir_fd=at)
            os.write(file, small(number))
            os.close(file)
        os.close(at)


def lines(path, count=None, size=None):
    """JSON lines of about 1 kB each: so many, or so many bytes. Returns how many."""
    writer = Writer()
    # Beyond some thousand different bodies more of them would only cost time; headlines keep all records apart.
    records = [json.loads(writer.record()) for _ in range(min(count or 20_000, 20_000))]
    number = written = 0
    with open(path, "w") as file:
        while number < count if count else written < size:
            record = dict(records[number % len(records)])
            if number >= len(records):
                record["headline"] = f"{' '.join(writer.text(8)).capitalize()} {number}"
            written += file.write(json.dumps(record) + "\n")
            number += 1
    return number

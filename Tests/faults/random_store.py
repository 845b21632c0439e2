"""Fills a service with whatever comes to mind, and asks it about that.

    random_store.py fill BASE SEED COUNT     makes COUNT things of every kind, links, changes and deletes some
    random_store.py ask BASE SEED            prints answers, one a line, without what an import doesn't carry over
"""
import json
import random
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

command, base, seed = sys.argv[1], sys.argv[2], sys.argv[3]
dice = random.Random(f"{command} {seed}")

FAMILIES = ["Sousa", "Kowal", "Brandt", "Ivarsen", "Ōsaka", "Müller", "O’Neill", "Saint-Clair", "van der Berg"]
GIVEN = ["Ana", "Ólafur", "Jean", "Mary", "Yuki", "Ibrahim", "Łukasz", "D’Arcy"]
PLACES = ["Porto", "Old Town", "Gdańsk", "Rio", "Cape Verde"]
WORDS = """harbour minister strike "council" treaty river <b>budget</b> storm & ferry bridge 100% vote\tcourt school market — coast
 union 𝄞 emoji👩‍👩‍👧 naïve e\u0301galité ﬁn \\ back/slash 'quoted' שלום русский 日本語 line\nbreak""".split(" ")
TAGS = ["sea", "Sea:Deep", "geo:porto", "geo:rio", "Größe", "with space", "emoji 🙂", "a.b", "50%", "x+y", "né"]
SOURCES = ["Courier", "The Daily", "NewsTrack", "Überblick"]
ZONES = ["Europe/London", "Asia/Riyadh", "America/New_York", "UTC"]


def ask(method, path, body=None, kind="application/json", accept="application/json"):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(base + path, data, {"Accept": accept} | ({"Content-Type": kind} if data is not None else {}), method=method)
    try:
        with urllib.request.urlopen(request, timeout=300) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def text(least, most):
    return " ".join(dice.choice(WORDS) for _ in range(dice.randint(least, most)))


def some(things, most):
    return dice.sample(things, dice.randint(0, min(most, len(things))))


def maybe(share, value):
    return value() if dice.random() < share else None


def date():
    year, month, day = dice.choice([1, 1969, 1999, 2024, 2026, 9999]), dice.randint(1, 12), dice.randint(1, 28)
    form = dice.choice(["{y:04}", "{y:04}-{m:02}", "{y:04}-{m:02}-{d:02}", "{y:04}-{m:02}-{d:02}T22:16Z", "{y:04}-{m:02}-{d:02}T22:16:05Z", "{y:04}-{m:02}-{d:02}T12:16:05-03:30"])
    return form.format(y=year, m=month, d=day)


def without_none(fields):
    return {name: value for name, value in fields.items() if value not in (None, [], {})}


def person():
    return f"{dice.choice(GIVEN)} {dice.choice(FAMILIES)}"


def entity(number):
    name = dice.choice([person, lambda: dice.choice(PLACES), lambda: text(1, 3).replace("\n", " ").replace("\t", " ")])()
    return without_none({
        "type": dice.choice(["person", "organization", "place", "other"]), "name": f"{name} {maybe(0.5, lambda: number) or ''}".strip(),
        "aliases": [f"{alias} {number}" for alias in some(FAMILIES, 3)], "weakAliases": some(FAMILIES, 2),
        "description": maybe(0.5, lambda: text(1, 20)), "tags": some(TAGS, 3),
        "identifiers": maybe(0.5, lambda: {"wikidata": f"Q{number}", "x": f"{number}/ü"}),
    })


def event(number, entities):
    start = maybe(0.8, date)
    place = dice.choice([None, {"text": text(1, 4).replace("\n", " ").replace("\t", " ")}, {"entity": dice.choice(entities)}, {"entity": {"name": dice.choice(PLACES), "type": "place"}}])
    return without_none({
        "name": f"Event {number} {text(1, 4)}".replace("\n", " ").replace("\t", " "), "description": maybe(0.5, lambda: text(1, 30)), "startDate": start,
        "endDate": start if dice.random() < 0.3 else None, "status": maybe(0.6, lambda: dice.choice(["scheduled", "happened", "cancelled", "postponed"])),
        "location": place, "participants": [without_none({"entity": one, "role": maybe(0.5, lambda: "host")}) for one in some(entities, 4)], "tags": some(TAGS, 3),
    })


def article(number, entities, events):
    published = maybe(0.8, date)
    return without_none({
        "headline": f"{number} {person()} {text(1, 8)}".replace("\n", " ").replace("\t", " "), "body": maybe(0.9, lambda: f"{person()}, {person()} and {text(0, 300)}\n\n{text(0, 40)}"),
        "abstract": maybe(0.3, lambda: text(1, 20)), "byline": maybe(0.4, person), "source": maybe(0.7, lambda: dice.choice(SOURCES)),
        "url": maybe(0.6, lambda: f"https://example.org/{number}/ü?b=2&a={number}"), "language": maybe(0.5, lambda: dice.choice(["en", "pt-BR", "zh-Hant"])),
        "datePublished": published, "dateModified": maybe(0.3, date), "dateStatus": maybe(0.3, lambda: "inferred") if published else None,
        "tags": some(TAGS, 4), "events": some(events, 3), "autolink": maybe(0.3, lambda: dice.random() < 0.5),
        "mentions": [dice.choice([{"entity": one}, {"name": person(), "type": "person"}]) for one in some(entities, 3)],
    })


def fill(count):
    made = {"tags": [], "entities": [], "events": [], "articles": []}
    refused = {}

    def make(kind, body):
        status, answer = ask("POST", f"/v1/{kind}", body)
        if status == 201:
            made[kind].append(json.loads(answer)["id"])
        elif status not in (409, 422):
            raise SystemExit(f"POST /v1/{kind}: {status} {answer[:400]!r}\n{body}")
        else:
            refused[answer[:200]] = refused.get(answer[:200], 0) + 1

    for name in some(TAGS, 6):
        make("tags", without_none({"name": name, "description": maybe(0.5, lambda: text(1, 9)), "color": maybe(0.5, lambda: "#00ff00")}))
    for number in range(count // 4):
        make("entities", entity(number))
    for number in range(count // 4):
        make("events", event(number, made["entities"]))
    for number in range(count):
        make("articles", article(number, made["entities"], made["events"]))
        # New names among what is there already.
        if dice.random() < 0.05:
            make("entities", entity(1000 + number))

    def change(method, path, body=None, fits=(200, 201, 204, 404, 409, 422)):
        status, answer = ask(method, path, body, "application/merge-patch+json" if method == "PATCH" else "application/json")
        if status not in fits:
            raise SystemExit(f"{method} {path}: {status} {answer[:400]!r}")

    articles, entities, events = made["articles"], made["entities"], made["events"]
    for _ in range(count):
        one, other, happening = dice.choice(articles), dice.choice(entities), dice.choice(events)
        match dice.randrange(12):
            case 0: change("PUT", f"/v1/articles/{one}/mentions/{other}")
            case 1:
                linked = json.loads(ask("GET", f"/v1/articles/{one}")[1]).get("mentions") or []
                if linked:
                    change("DELETE", f"/v1/articles/{one}/mentions/{dice.choice(linked)['entity']['id']}")
            case 2: change("PUT", f"/v1/articles/{one}/events/{happening}")
            case 3: change("PATCH", f"/v1/articles/{one}", {"headline": text(1, 5).replace("\n", " ").replace("\t", " "), "body": text(1, 50)})
            case 4: change("PATCH", f"/v1/articles/{one}", {"datePublished": None, "url": None, "tags": some(TAGS, 3)})
            case 5: change("PATCH", f"/v1/entities/{other}", {"aliases": [f"{person()} {dice.randrange(99)}"], "weakAliases": some(FAMILIES, 2)})
            case 6: change("PATCH", f"/v1/events/{happening}", {"superEvent": dice.choice(events)})
            case 7: change("PUT", f"/v1/articles/{one}/tags/{urllib.parse.quote(dice.choice(TAGS), safe='')}")
            case 8: change("POST", "/v1/taggings", {"add": [dice.choice(TAGS)], "articles": {"ids": [one]}})
            case 9: change("PATCH", f"/v1/sources/{urllib.parse.quote(dice.choice(SOURCES), safe='')}", {"timeZone": dice.choice(ZONES), "dateOrder": dice.choice(["dmy", "mdy"])})
            case 10 if dice.random() < 0.5: change("DELETE", f"/v1/{dice.choice(['articles/' + one, 'events/' + happening, 'entities/' + other])}")
            case 11 if dice.random() < 0.3: change("DELETE", f"/v1/tags/{urllib.parse.quote(dice.choice(TAGS), safe='')}")
    if sum(refused.values()) > count // 2:
        raise SystemExit(f"most were refused: {list(refused.items())[:5]}")
    while b'"linking":"pending"' in ask("GET", "/v1/entities", accept="application/x-ndjson")[1]:
        time.sleep(0.1)


def clean(value):
    """Without what belongs to the record and not to what it says; and what is ordered by that in an order of its own."""
    if isinstance(value, dict):
        return {name: clean(part) for name, part in value.items() if name not in ("version", "updatedAt", "importId", "nextCursor")}
    return [clean(part) for part in value] if isinstance(value, list) else value


def answers():
    # Sources are made anew, and so are their ids.
    for path in ("articles?include=body", "articles?sort=createdAt", "articles?sort=datePublished&fields=headline", "entities", "events", "tags"):
        for line in ask("GET", f"/v1/{path}", accept="application/x-ndjson")[1].decode().splitlines():
            yield path, clean(json.loads(line))
    asked = ["tag=sea", "tag=geo:*", "notTag=sea", "untagged=true", "entity=Ana%20Sousa", "anyEntity=Ana%20Sousa&anyEntity=Mary%20Kowal", "from=2024&to=2026", "match=certain&from=2024",
             "source=Courier", "language=en", "dateStatus=inferred", "entityType=place", "q=harbour", "q=%22council%22%20-storm", "q=na*&sort=relevance", "q=%F0%9D%84%9E"]
    for query in asked:
        yield query, clean(json.loads(ask("GET", f"/v1/articles?{query}&limit=200&count=true")[1]))
    for facet in ("entity", "tag", "source", "language", "event", "year", "month", "day"):
        yield facet, clean(json.loads(ask("GET", f"/v1/articles/facets?facet={facet}&limit=100")[1]))
    for query in ("q=fa", "q=sousa", "type=person&sort=-articleCount", "identifier=wikidata:Q3"):
        yield query, clean(json.loads(ask("GET", f"/v1/entities?{query}&limit=200&count=true")[1]))
    for query in ("q=event", "status=happened", "tag=sea", "from=2024&to=2026", "sort=-articleCount"):
        yield query, clean(json.loads(ask("GET", f"/v1/events?{query}&limit=200&count=true")[1]))


if command == "fill":
    fill(int(sys.argv[4]))
else:
    for where, answer in answers():
        print(where, json.dumps(answer, ensure_ascii=False, sort_keys=True))

"""Uses a running service through a client that openapi-python-client generated from openapi.yaml.

Every name is made anew for each test, so that data that is there already doesn't matter.
"""

import json
import os
import random
import string
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from dateline_client import Client
from dateline_client import models as m
from dateline_client.api.articles import (
    count_articles,
    create_article,
    create_articles,
    delete_article,
    get_article,
    get_provenance,
    get_raw,
    link_event,
    link_mention,
    list_articles,
    replace_article,
    unlink_event,
    unlink_mention,
    update_article,
)
from dateline_client.api.changes import list_changes
from dateline_client.api.entities import create_entity, delete_entity, get_entity, list_entities, replace_entity, update_entity
from dateline_client.api.events import create_event, delete_event, get_event, list_events, replace_event, update_event
from dateline_client.api.imports import (
    confirm_import_deletes,
    pause_import,
    resume_import,
    get_import,
    get_import_status,
    get_reread,
    list_imports,
    retry_import,
    retry_imports,
    scan_folder,
    start_reread,
)
from dateline_client.api.service import get_liveness, get_open_api_as_json, get_problem, get_readiness, get_service
from dateline_client.api.sources import get_source, list_sources, update_source
from dateline_client.api.tags import (
    add_article_tag,
    add_entity_tag,
    add_event_tag,
    apply_tagging,
    create_tag,
    delete_tag,
    get_tag,
    list_tags,
    remove_article_tag,
    replace_article_tags,
    update_tag,
)

URL = os.environ["DATELINE_URL"]


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    # A status that the description doesn't name is an error in every test.
    with Client(base_url=URL, raise_on_unexpected_status=True, timeout=httpx.Timeout(120)) as client:
        yield client


@pytest.fixture(scope="module")
def raw() -> Iterator[httpx.Client]:
    with httpx.Client(base_url=URL, timeout=120) as client:
        yield client


@pytest.fixture
def word() -> str:
    """A name that occurs nowhere else."""
    return "Q" + "".join(random.choices(string.ascii_lowercase, k=12))


def sent(answer: Any, status: int) -> Any:
    """What was answered, of the type that the description gives it."""
    assert answer.status_code == status, answer.content
    return answer.parsed


def store(client: Client, headline: str, **fields: Any) -> m.Article:
    article = sent(create_article.sync_detailed(client=client, body=m.ArticleCreate(headline=headline, **fields)), 201)
    assert isinstance(article, m.Article)
    return article


def found(client: Client, **query: Any) -> list[str]:
    page = sent(list_articles.sync_detailed(client=client, **query), 200)
    assert isinstance(page, m.ArticlePage)
    return [item.headline for item in page.items]


def all_pages(call: Callable[..., Any], client: Client, **query: Any) -> list[Any]:
    items: list[Any] = []
    while True:
        page = sent(call.sync_detailed(client=client, **query), 200)
        items += page.items
        if page.next_cursor is None:
            return items
        query["cursor"] = page.next_cursor


def wait_until_linked(client: Client, entity: m.Entity) -> m.Entity:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        current = sent(get_entity.sync_detailed(entity.id, client=client), 200)
        if current.linking == m.EntityLinking.DONE:
            return current
        time.sleep(0.02)
    raise AssertionError("the entity is still being linked")


# The generator


def test_generator_dropped_no_operation() -> None:
    from dateline_client import api

    operations = {path.stem for path in Path(api.__file__).parent.glob("*/*.py") if path.stem != "__init__"}
    assert len(operations) == 64
    log = Path(os.environ["DATELINE_GENERATOR_LOG"]).read_text()
    # Only forms of content that the generator doesn't know.
    assert all("Unsupported content" in part for part in log.split("WARNING parsing")[1:]), log


# Articles


def test_article_from_creation_to_deletion(client: Client, word: str) -> None:
    created = create_article.sync_detailed(
        client=client,
        body=m.ArticleCreate(
            headline=f"{word} opens",
            body="First line.\n\nSecond line.",
            byline="By the desk",
            source=f"{word} News",
            url=f"https://example.org/{word}?utm_source=x",
            language="EN-us",
            date_published="2024-03-26T22:16+03:00",
            tags=[word],
        ),
    )
    article = sent(created, 201)
    assert created.headers["Location"] == f"/v1/articles/{article.id}"
    assert created.headers["ETag"] == f'"{article.version}"'
    assert article.date_published == "2024-03-26T19:16Z"
    assert article.date_status == m.DateStatus.STATED
    assert article.language == "en-US"
    assert article.body == "First line.\n\nSecond line."
    assert article.tags == [word]
    assert article.word_count == 6

    read = get_article.sync_detailed(article.id, client=client)
    assert sent(read, 200) == article
    assert get_article.sync_detailed(article.id, client=client, if_none_match=read.headers["ETag"]).status_code == 304

    changed = sent(
        update_article.sync_detailed(
            article.id, client=client, body=m.ArticlePatch(abstract="In short.", byline=None), if_match=read.headers["ETag"]
        ),
        200,
    )
    assert (changed.abstract, changed.byline, changed.headline) == ("In short.", None, article.headline)
    assert changed.version > article.version
    stale = update_article.sync_detailed(
        article.id, client=client, body=m.ArticlePatch(abstract="Late."), if_match=read.headers["ETag"]
    )
    assert sent(stale, 412).type_ == "/problems/precondition-failed"

    replaced = sent(replace_article.sync_detailed(article.id, client=client, body=m.ArticleReplace(headline=f"{word} closes")), 200)
    assert (replaced.headline, replaced.body, replaced.tags, replaced.date_published) == (f"{word} closes", None, [], None)
    assert replaced.date_status == m.DateStatus.UNKNOWN

    sent(delete_article.sync_detailed(article.id, client=client), 204)
    assert sent(get_article.sync_detailed(article.id, client=client), 404).status == 404
    again = replace_article.sync_detailed(article.id, client=client, body=m.ArticleReplace(headline="Back"))
    assert sent(again, 409).type_ == "/problems/conflict"


def test_article_echoed_to_put_stays_as_it_is(client: Client, raw: httpx.Client, word: str) -> None:
    person = sent(create_entity.sync_detailed(client=client, body=m.EntityCreate(type_=m.EntityType.PERSON, name=f"Ann {word}")), 201)
    event = sent(create_event.sync_detailed(client=client, body=m.EventCreate(name=f"{word} talks")), 201)
    article = store(client, f"Ann {word} speaks", mentions=[m.MentionWrite(entity=person.id)], events=[event.id], tags=[word])
    text = raw.get(f"/v1/articles/{article.id}").text
    answer = raw.put(f"/v1/articles/{article.id}", content=text, headers={"Content-Type": "application/json"})
    assert answer.status_code == 200, answer.text
    assert answer.json() == json.loads(text)


def test_article_under_chosen_id_is_created_once(client: Client, word: str) -> None:
    chosen = uuid.uuid4()
    body = m.ArticleReplace(headline=f"{word} chosen")
    assert sent(replace_article.sync_detailed(chosen, client=client, body=body), 201).id == chosen
    new_only = replace_article.sync_detailed(
        chosen, client=client, body=body, if_none_match=m.ReplaceArticleIfNoneMatch.VALUE_0
    )
    assert new_only.status_code == 412
    sent(delete_article.sync_detailed(chosen, client=client), 204)


def test_same_url_conflicts_unless_told_otherwise(client: Client, word: str) -> None:
    first = store(client, f"{word} one", url=f"https://Example.org:443/{word}?fbclid=1#top")
    second = m.ArticleCreate(headline=f"{word} two", url=f"https://example.org/{word}")
    problem = sent(create_article.sync_detailed(client=client, body=second), 409)
    assert problem.existing == first.id
    returned = create_article.sync_detailed(client=client, body=second, on_conflict=m.CreateArticleOnConflict.RETURN)
    assert sent(returned, 200).headline == f"{word} one"
    updated = create_article.sync_detailed(client=client, body=second, on_conflict=m.CreateArticleOnConflict.UPDATE)
    assert (sent(updated, 200).id, updated.parsed.headline) == (first.id, f"{word} two")


def test_idempotency_key_replays_the_first_answer(client: Client, word: str) -> None:
    key = str(uuid.uuid4())
    first = create_article.sync_detailed(client=client, body=m.ArticleCreate(headline=word), idempotency_key=key)
    second = create_article.sync_detailed(client=client, body=m.ArticleCreate(headline=word), idempotency_key=key)
    assert sent(second, 201) == sent(first, 201)
    assert second.headers["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first.headers
    other = create_article.sync_detailed(client=client, body=m.ArticleCreate(headline=word + "s"), idempotency_key=key)
    assert sent(other, 422).type_ == "/problems/idempotency-mismatch"
    assert len(found(client, q=word)) == 1


def test_batch_answers_each_item(client: Client, word: str) -> None:
    batch = [
        m.ArticleCreate(headline=f"{word} one", url=f"https://example.org/{word}"),
        m.ArticleCreate(headline=" "),
        m.ArticleCreate(headline=f"{word} two", url=f"https://example.org/{word}"),
        m.ArticleCreate(headline=f"{word} three"),
    ]
    result = sent(create_articles.sync_detailed(client=client, body=batch), 200)
    assert [(item.index, item.status) for item in result.items] == [(0, 201), (1, 422), (2, 409), (3, 201)]
    assert result.items[1].problem.errors[0].pointer.endswith("/headline")
    assert sorted(found(client, q=word)) == [f"{word} one", f"{word} three"]
    refused = create_articles.sync_detailed(client=client, body=[m.ArticleCreate(headline=f"{word} four"), batch[1]], atomic=True)
    assert sent(refused, 422).type_ == "/problems/validation"
    assert len(found(client, q=word)) == 2


def test_batch_of_lines_is_taken(raw: httpx.Client, client: Client, word: str) -> None:
    lines = "\n".join(json.dumps({"headline": f"{word} {n}"}) for n in range(3))
    answer = raw.post("/v1/articles/batch", content=lines, headers={"Content-Type": "application/x-ndjson"})
    assert answer.status_code == 200, answer.text
    assert [item["status"] for item in answer.json()["items"]] == [201] * 3
    assert len(found(client, q=word)) == 3


def test_page_of_text_becomes_an_article(raw: httpx.Client, word: str) -> None:
    page = f"{word} talks resume\n\nMarch 24, 2024\n\nDelegations arrived in Cairo on Sunday. They will meet again.\n"
    answer = raw.post("/v1/articles", content=page.encode(), headers={"Content-Type": "text/plain"})
    assert answer.status_code == 201, answer.text
    article = answer.json()
    assert article["headline"] == f"{word} talks resume"
    assert article["datePublished"] == "2024-03-24"
    assert "Delegations arrived" in article["body"]


def test_page_is_kept_and_can_be_read_again(raw: httpx.Client, client: Client, word: str) -> None:
    page = (
        f'<title>{word} reopens</title><meta property="og:site_name" content="{word}"><h1>{word} reopens</h1>'
        "<p>26 March 2024 22:16</p><p>The bridge was closed for two years. Nobody knew why it took so long.</p>"
    )
    posted = raw.post("/v1/articles", content=page.encode(), headers={"Content-Type": "text/html"})
    assert posted.status_code == 201, posted.text
    article = posted.json()
    assert article["source"] == word, article
    told = sent(get_provenance.sync_detailed(article["id"], client=client), 200)
    assert (told.origin, told.changed_since, told.raw.kept, told.raw.size) == ("page", [], True, len(page))
    assert told.reading.detected_type == "html" and told.reading.provenance.headline.how == "heading"
    assert [date.raw for date in told.reading.provenance.dates][:1] == ["26 March 2024 22:16"]
    assert raw.get(f"/v1/articles/{article['id']}/raw").content == page.encode()
    written = store(client, word + " by hand")
    told = sent(get_provenance.sync_detailed(written.id, client=client), 200)
    assert (told.origin, told.raw, told.reading) == ("client", None, None)
    assert sent(get_raw.sync_detailed(written.id, client=client), 404).status == 404
    # What is known of the source later counts when the page is read again; what a client set stays.
    raw.patch(f"/v1/articles/{article['id']}", json={"headline": word + " opens"}).raise_for_status()
    sent(update_source.sync_detailed(word, client=client, body=m.SourcePatch(time_zone="Asia/Riyadh")), 200)
    for dry_run in (True, False):
        run = sent(start_reread.sync_detailed(client=client, source=[word], dry_run=dry_run, wait=True), 200)
        assert (run.state, run.dry_run, run.changed) == ("done", dry_run, 1), run
        changes = {change.field: (change.before, change.after) for change in run.examples[0].changes}
        assert changes == {"datePublished": ("2024-03-26", "2024-03-26T19:16Z")}
    assert sent(get_reread.sync_detailed(client=client), 200).changed == 1
    again = raw.get(f"/v1/articles/{article['id']}").json()
    assert (again["datePublished"], again["headline"]) == ("2024-03-26T19:16Z", word + " opens")


def test_preview_stores_nothing(raw: httpx.Client, client: Client, word: str) -> None:
    page = f"<title>{word} talks resume - NewsTrack</title><nav>Home</nav><p>Delegations arrived in Cairo on Sunday, it was said.</p>"
    answer = raw.post("/v1/imports/preview", params={"filename": "page.html"}, content=page.encode(), headers={"Content-Type": "text/plain"})
    assert answer.status_code == 200, answer.text
    preview = m.FilePreview.from_dict(answer.json())
    assert preview.detected_type == m.FilePreviewDetectedType.HTML
    assert [article.headline for article in preview.articles] == [f"{word} talks resume"]
    assert found(client, q=word) == []
    unnamed = raw.post("/v1/imports/preview", params={"filename": "page.html"}, content=page.encode())
    assert unnamed.status_code == 200 and unnamed.json()["articles"] == answer.json()["articles"]
    refused = raw.post("/v1/imports/preview", content=b"\x89PNG\r\n\x1a\n", headers={"Content-Type": "application/octet-stream"})
    assert refused.status_code == 422 and refused.json()["reason"] == "binary-content"


def test_every_fault_is_told_at_once(raw: httpx.Client) -> None:
    answer = raw.post("/v1/articles", json={"headlnie": "x", "url": "ftp://x", "dateStatus": "maybe", "id": "1"})
    assert answer.status_code == 422
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    codes = {error["pointer"]: error["code"] for error in answer.json()["errors"]}
    assert codes == {
        "/headline": "required",
        "/headlnie": "unknown-field",
        "/url": "format",
        "/dateStatus": "unknown-value",
        "/id": "read-only",
    }
    answer = raw.get("/v1/articles", params={"limt": "5", "sort": "oldest"})
    assert answer.status_code == 400
    assert {error["parameter"] for error in answer.json()["errors"]} == {"limt", "sort"}


# Finding articles


def test_dates_are_compared_as_intervals(client: Client, word: str) -> None:
    for headline, date in [
        ("year", "2024"),
        ("month", "2024-03"),
        ("day", "2024-03-25"),
        ("minute", "2024-03-26T23:30Z"),
        ("later", "2024-04-01"),
        ("undated", None),
    ]:
        store(client, headline, source=word, date_published=date)
    days = {"source": [word], "from_": "2024-03-25", "to": "2024-03-26"}
    assert set(found(client, **days)) == {"year", "month", "day", "minute"}
    assert set(found(client, **days, match=m.ListArticlesMatch.CERTAIN)) == {"day", "minute"}
    assert set(found(client, **days, match=m.ListArticlesMatch.CERTAIN, tz="Asia/Riyadh")) == {"day"}
    assert set(found(client, source=[word], within="2024-03")) == {"month", "day", "minute"}
    assert found(client, source=[word], from_="2024-04", match=m.ListArticlesMatch.CERTAIN) == ["later"]
    assert found(client, source=[word], date_status=[m.DateStatus.UNKNOWN]) == ["undated"]
    assert found(client, source=[word], sort=m.ListArticlesSort.OLDEST_PUBLISHED) == [
        "year", "month", "day", "minute", "later", "undated",
    ]  # fmt: skip


def test_text_is_found_by_words_phrases_and_exceptions(client: Client, word: str) -> None:
    store(client, f"{word} alpha", body="The cease-fire talks went on <quietly>.")
    store(client, f"{word} beta", body="Talks about a cease-fire went on.")
    store(client, f"{word} gamma", body="Nothing.")
    assert set(found(client, q=f'{word} "fire talks"')) == {f"{word} alpha"}
    assert set(found(client, q=f"{word} talks")) == {f"{word} alpha", f"{word} beta"}
    assert set(found(client, q=f"{word.upper()} -talks")) == {f"{word} gamma"}
    assert set(found(client, q=f"{word} alpha OR gamma")) == {f"{word} alpha", f"{word} gamma"}
    assert len(found(client, q=f"{word[:-2]}*")) == 3
    page = sent(list_articles.sync_detailed(client=client, q=f"{word} quietly", sort=m.ListArticlesSort.RELEVANCE), 200)
    assert "&lt;<mark>quietly</mark>&gt;" in page.items[0].highlights.body
    assert sent(list_articles.sync_detailed(client=client, sort=m.ListArticlesSort.RELEVANCE), 400).status == 400


def test_pages_follow_one_another_while_articles_come_and_go(client: Client, word: str) -> None:
    for n in range(10):
        store(client, f"{n}", source=word, date_published=f"2024-01-{n + 1:02}")
    query: dict[str, Any] = {"source": [word], "limit": 4, "count": True}
    first = list_articles.sync_detailed(client=client, **query)
    page = sent(first, 200)
    assert ([item.headline for item in page.items], page.total) == (["9", "8", "7", "6"], 10)
    assert 'rel="next"' in first.headers["Link"]
    store(client, "new", source=word, date_published="2024-02-01")
    sent(delete_article.sync_detailed(page.items[0].id, client=client), 204)
    sent(delete_article.sync_detailed(page.items[3].id, client=client), 204)
    rest = all_pages(list_articles, client, **query, cursor=page.next_cursor)
    assert [item.headline for item in rest] == ["5", "4", "3", "2", "1", "0"]
    other = list_articles.sync_detailed(client=client, source=[word], tag=["x"], cursor=page.next_cursor)
    assert sent(other, 400).errors[0].parameter == "cursor"


def test_link_header_leads_to_the_next_page(client: Client, raw: httpx.Client, word: str) -> None:
    for n in range(5):
        store(client, f"{n}", source=word, date_published=f"2024-01-{n + 1:02}")
    target: str | None = str(httpx.URL("/v1/articles", params={"source": word, "limit": 2, "sort": "datePublished"}))
    headlines = []
    while target:
        answer = raw.get(target)
        assert answer.status_code == 200, answer.text
        headlines += [item["headline"] for item in answer.json()["items"]]
        target = answer.links.get("next", {}).get("url")
    assert headlines == ["0", "1", "2", "3", "4"]


def test_lines_stream_all_matches(client: Client, raw: httpx.Client, word: str) -> None:
    sent(create_articles.sync_detailed(client=client, body=[m.ArticleCreate(headline=f"{n}", source=word) for n in range(60)]), 200)
    answer = raw.get("/v1/articles", params={"source": word}, headers={"Accept": "application/x-ndjson"})
    assert answer.headers["Content-Type"].startswith("application/x-ndjson")
    assert {json.loads(line)["headline"] for line in answer.text.splitlines()} == {f"{n}" for n in range(60)}


def test_only_the_fields_asked_for_come(client: Client, raw: httpx.Client, word: str) -> None:
    article = store(client, word, body="Text.", source=word)
    items = raw.get("/v1/articles", params={"source": word, "fields": "headline,datePublished"}).json()["items"]
    assert items == [{"id": str(article.id), "headline": word, "datePublished": None}]
    assert "body" not in raw.get("/v1/articles", params={"source": word}).json()["items"][0]
    assert raw.get("/v1/articles", params={"source": word, "include": "body"}).json()["items"][0]["body"] == "Text."


def test_facets_count_and_lead_to_their_articles(client: Client, raw: httpx.Client, word: str) -> None:
    store(client, "one", source=word, tags=["a" + word, "b" + word], date_published="2024-03-25", language="en")
    store(client, "two", source=word, tags=["a" + word], date_published="2024-03-26", language="fr")
    result = sent(
        count_articles.sync_detailed(
            client=client, facet=[m.FacetName.TAG, m.FacetName.DAY, m.FacetName.LANGUAGE], source=[word]
        ),
        200,
    )
    facets = result.facets.additional_properties
    assert [(bucket.value, bucket.count) for bucket in facets["tag"]] == [("a" + word, 2), ("b" + word, 1)]
    assert {bucket.value for bucket in facets["day"]} == {"2024-03-25", "2024-03-26"}
    for bucket in [bucket for buckets in facets.values() for bucket in buckets]:
        page = raw.get(f"/v1/articles?{bucket.query}&count=true").json()
        assert page["total"] == bucket.count
    for query, total in (("two", 1), (f"{word} nowhere", 0)):
        result = sent(count_articles.sync_detailed(client=client, facet=[m.FacetName.LANGUAGE], source=[word], q=query), 200)
        assert sum(bucket.count for bucket in result.facets.additional_properties["language"]) == total
    only_text = sent(count_articles.sync_detailed(client=client, facet=[m.FacetName.SOURCE], q="two", limit=200), 200)
    assert word in {bucket.value for bucket in only_text.facets.additional_properties["source"]}


# Entities


def test_known_entity_is_found_in_new_articles(client: Client, word: str) -> None:
    person = sent(
        create_entity.sync_detailed(
            client=client,
            body=m.EntityCreate(type_=m.EntityType.PERSON, name=f"Ánna {word}", aliases=[f"Annie {word}"], weak_aliases=[word]),
        ),
        201,
    )
    article = store(client, f"Anna {word} speaks", body=f"{word} said so.", date_published="2024-03-25")
    mention = article.mentions[0]
    assert (mention.entity.id, mention.status, mention.linked_by) == (person.id, m.MentionStatus.AUTO, m.MentionLinkedBy.NAME)
    assert mention.count == 2
    store(client, "Other", source=word)
    for name in (str(person.id), f"anna {word.upper()}", f"annie {word}"):
        assert found(client, entity=[name]) == [article.headline]
    assert found(client, source=[word], not_entity=[str(person.id)]) == ["Other"]
    assert found(client, entity=[f"Nobody {word}"]) == []
    current = sent(get_entity.sync_detailed(person.id, client=client), 200)
    assert (current.article_count, current.first_published) == (1, "2024-03-25")


def test_new_entity_is_found_in_stored_articles(client: Client, word: str) -> None:
    article = store(client, f"Ben {word} speaks")
    assert article.mentions == []
    person = sent(create_entity.sync_detailed(client=client, body=m.EntityCreate(type_=m.EntityType.PERSON, name=f"Ben {word}")), 201)
    assert wait_until_linked(client, person).article_count == 1
    assert found(client, entity=[str(person.id)]) == [article.headline]


def test_links_by_hand_stay(client: Client, word: str) -> None:
    place = sent(create_entity.sync_detailed(client=client, body=m.EntityCreate(type_=m.EntityType.PLACE, name=f"Port {word}")), 201)
    named = store(client, f"Ships leave Port {word}")
    other = store(client, "Ships leave")
    sent(unlink_mention.sync_detailed(named.id, place.id, client=client), 204)
    sent(link_mention.sync_detailed(other.id, place.id, client=client), 204)
    sent(link_mention.sync_detailed(other.id, place.id, client=client), 204)
    assert found(client, entity=[str(place.id)]) == [other.headline]
    sent(update_article.sync_detailed(named.id, client=client, body=m.ArticlePatch(abstract="Changed.")), 200)
    assert found(client, entity=[str(place.id)]) == [other.headline]
    assert sent(get_article.sync_detailed(other.id, client=client), 200).mentions[0].status == m.MentionStatus.MANUAL
    assert sent(link_mention.sync_detailed(other.id, uuid.uuid4(), client=client), 404).status == 404


def test_entity_from_creation_to_deletion(client: Client, word: str) -> None:
    identifiers = m.EntityCreateIdentifiersType0.from_dict({"wikidata": f"Q{word}"})
    body = m.EntityCreate(type_=m.EntityType.ORGANIZATION, name=f"{word} Union", identifiers=identifiers, tags=[word])
    entity = sent(create_entity.sync_detailed(client=client, body=body), 201)
    assert entity.identifiers.to_dict() == {"wikidata": f"Q{word}"}
    assert sent(create_entity.sync_detailed(client=client, body=body), 409).existing == entity.id
    for query in ({"q": word[:-1]}, {"tag": [word]}, {"identifier": [f"wikidata:Q{word}"]}):
        page = sent(list_entities.sync_detailed(client=client, type_=[m.EntityType.ORGANIZATION], **query), 200)
        assert [item.id for item in page.items] == [entity.id]
    changed = sent(update_entity.sync_detailed(entity.id, client=client, body=m.EntityPatch(aliases=[f"{word}U"], tags=None)), 200)
    assert (changed.aliases, changed.tags) == ([f"{word}U"], [])
    replaced = sent(
        replace_entity.sync_detailed(entity.id, client=client, body=m.EntityReplace(type_=m.EntityType.OTHER, name=f"{word} League")), 200
    )
    assert (replaced.name, replaced.aliases, replaced.identifiers.to_dict()) == (f"{word} League", [], {})
    article = store(client, "Hand made", mentions=[m.MentionWrite(entity=entity.id)])
    sent(delete_entity.sync_detailed(entity.id, client=client), 204)
    assert sent(get_article.sync_detailed(article.id, client=client), 200).mentions == []


def test_mention_by_name_makes_the_entity(client: Client, word: str) -> None:
    article = store(client, "Named", mentions=[m.EntityName(name=f"Carl {word}", type_=m.EntityType.PERSON)])
    entity = sent(get_entity.sync_detailed(article.mentions[0].entity.id, client=client), 200)
    assert (entity.name, entity.type_) == (f"Carl {word}", m.EntityType.PERSON)
    again = store(client, "Named again", mentions=[m.EntityName(name=f"CARL {word}")])
    assert again.mentions[0].entity.id == entity.id
    unknown = create_article.sync_detailed(client=client, body=m.ArticleCreate(headline="x", mentions=[m.MentionWrite(entity=uuid.uuid4())]))
    assert sent(unknown, 422).errors[0].pointer == "/mentions/0/entity"


# Events


def test_event_from_creation_to_deletion(client: Client, word: str) -> None:
    event = sent(
        create_event.sync_detailed(
            client=client,
            body=m.EventCreate(
                name=f"{word} talks",
                start_date="2024-03-25",
                end_date="2024-03-26",
                location=m.EntityName(name=f"{word} City"),
                participants=[m.ParticipantWrite(entity=m.EntityName(name=f"Dora {word}", type_=m.EntityType.PERSON), role="host")],
                tags=[word],
            ),
        ),
        201,
    )
    assert event.status == m.EventStatus.HAPPENED
    assert (event.location.entity.name, event.location.entity.type_) == (f"{word} City", m.EntityType.PLACE)
    person = event.participants[0].entity
    assert (person.name, event.participants[0].role) == (f"Dora {word}", "host")

    article = store(client, "Told", source=word)
    sent(link_event.sync_detailed(article.id, event.id, client=client), 204)
    assert found(client, event=[str(event.id)]) == ["Told"]
    current = sent(get_event.sync_detailed(event.id, client=client), 200)
    assert (current.article_count, current.source_count) == (1, 1)

    def listed(**query: Any) -> list[uuid.UUID]:
        return [item.id for item in sent(list_events.sync_detailed(client=client, tag=[word], **query), 200).items]

    assert listed(entity=[str(person.id)]) == listed(entity=[f"{word} city"]) == listed(article=[str(article.id)]) == [event.id]
    assert listed(from_="2024-03-26", to="2024-04") == listed(q=word) == [event.id]
    assert listed(from_="2024-03-26", match=m.ListEventsMatch.CERTAIN) == listed(status=[m.EventStatus.CANCELLED]) == []

    part = sent(create_event.sync_detailed(client=client, body=m.EventCreate(name=f"{word} dinner", super_event=event.id)), 201)
    assert part.super_event.name == f"{word} talks"
    cycle = update_event.sync_detailed(event.id, client=client, body=m.EventPatch(super_event=part.id))
    assert sent(cycle, 422).errors[0].code == m.FaultCode.CYCLE
    backwards = update_event.sync_detailed(event.id, client=client, body=m.EventPatch(end_date="2024-03-24"))
    assert sent(backwards, 422).errors[0].pointer == "/endDate"
    moved = sent(update_event.sync_detailed(event.id, client=client, body=m.EventPatch(location=m.TextLocation(text="By telephone"))), 200)
    assert moved.location.text == "By telephone"
    replaced = sent(replace_event.sync_detailed(event.id, client=client, body=m.EventReplace(name=f"{word} call")), 200)
    assert (replaced.participants, replaced.location, replaced.start_date, replaced.article_count) == ([], None, None, 1)

    sent(unlink_event.sync_detailed(article.id, event.id, client=client), 204)
    assert found(client, event=[str(event.id)]) == []
    sent(delete_event.sync_detailed(event.id, client=client), 204)
    assert sent(get_event.sync_detailed(part.id, client=client), 200).super_event is None


# Tags


def test_tags_are_put_on_and_taken_off(client: Client, word: str) -> None:
    article = store(client, word, source=word)
    entity = sent(create_entity.sync_detailed(client=client, body=m.EntityCreate(type_=m.EntityType.OTHER, name=word)), 201)
    event = sent(create_event.sync_detailed(client=client, body=m.EventCreate(name=word)), 201)
    tag = f"{word}:É 1%"
    for _ in range(2):
        sent(add_article_tag.sync_detailed(article.id, tag, client=client), 204)
    sent(add_entity_tag.sync_detailed(entity.id, tag, client=client), 204)
    sent(add_event_tag.sync_detailed(event.id, tag, client=client), 204)
    read = sent(get_tag.sync_detailed(tag.lower(), client=client), 200)
    assert (read.name, read.article_count, read.entity_count, read.event_count) == (tag, 1, 1, 1)
    assert found(client, tag=[tag.upper()]) == found(client, tag=[f"{word}:*"]) == [word]
    assert found(client, source=[word], untagged=True) == found(client, source=[word], not_tag=[f"{word}*"]) == []
    sent(replace_article_tags.sync_detailed(article.id, client=client, body=[f"{word} b", f"{word} a", f"{word} B"]), 204)
    assert sent(get_article.sync_detailed(article.id, client=client), 200).tags == [f"{word} a", f"{word} b"]
    sent(remove_article_tag.sync_detailed(article.id, f"{word} a", client=client), 204)
    sent(remove_article_tag.sync_detailed(article.id, f"{word} a", client=client), 204)
    assert found(client, any_tag=[f"{word} a", f"{word} b"]) == [word]


def test_tag_from_creation_to_deletion(client: Client, word: str) -> None:
    tag = sent(create_tag.sync_detailed(client=client, body=m.TagCreate(name=word, color="#AABBCC")), 201)
    assert tag.color == "#aabbcc"
    assert sent(create_tag.sync_detailed(client=client, body=m.TagCreate(name=word.upper())), 409).existing == tag.id
    article = store(client, word, tags=[word])
    renamed = sent(update_tag.sync_detailed(word, client=client, body=m.TagPatch(name=f"{word}:new", description="A tag.")), 200)
    assert (renamed.id, renamed.name, renamed.article_count) == (tag.id, f"{word}:new", 1)
    sent(create_tag.sync_detailed(client=client, body=m.TagCreate(name=f"{word}:other")), 201)
    merged = sent(update_tag.sync_detailed(f"{word}:new", client=client, body=m.TagPatch(name=f"{word}:OTHER")), 200)
    assert merged.article_count == 1
    page = sent(list_tags.sync_detailed(client=client, q=word, sort=m.ListTagsSort.MOST_ARTICLES), 200)
    assert [item.id for item in page.items] == [merged.id]
    sent(delete_tag.sync_detailed(merged.name, client=client), 204)
    assert sent(get_article.sync_detailed(article.id, client=client), 200).tags == []
    assert sent(get_tag.sync_detailed(merged.name, client=client), 404).status == 404


def test_many_are_tagged_at_once(client: Client, word: str) -> None:
    articles = [store(client, f"{n}", source=word, tags=[f"{word} old"]) for n in range(3)]
    tagging = m.Tagging(add=[f"{word} new"], remove=[f"{word} old"], articles=m.TaggingFilter(filter_=f"source={word}"))
    result = sent(apply_tagging.sync_detailed(client=client, body=tagging), 200)
    assert (result.matched, result.changed) == (3, 3)
    assert len(found(client, tag=[f"{word} new"], not_tag=[f"{word} old"])) == 3
    tagging = m.Tagging(remove=[f"{word} new"], articles=m.TaggingIds(ids=[articles[0].id]))
    assert sent(apply_tagging.sync_detailed(client=client, body=tagging), 200).changed == 1
    tagging = m.Tagging(add=["x"], articles=m.TaggingFilter(filter_="sauce=x"))
    assert sent(apply_tagging.sync_detailed(client=client, body=tagging), 422).errors[0].pointer == "/articles/filter"


# Sources, changes, imports, the service


def test_source_is_told_how_it_writes_dates(client: Client, word: str) -> None:
    store(client, word, source=word)
    body = m.SourcePatch(time_zone="Asia/Riyadh", date_order=m.DateOrder.DMY)
    source = sent(update_source.sync_detailed(word.lower(), client=client, body=body), 200)
    assert (source.time_zone, source.date_order, source.article_count) == ("Asia/Riyadh", m.DateOrder.DMY, 1)
    assert sent(get_source.sync_detailed(word, client=client), 200) == source
    assert word in {item.name for item in all_pages(list_sources, client, limit=200)}
    local = store(client, word, source=word, date_published="2024-03-26T22:16")
    assert local.date_published == "2024-03-26T19:16Z"
    assert sent(update_source.sync_detailed(word, client=client, body=m.SourcePatch(time_zone="Mars/Base")), 422).status == 422


def test_changes_tell_everything_in_order(client: Client, word: str) -> None:
    after = 0
    while True:
        page = sent(list_changes.sync_detailed(client=client, after=after, limit=200), 200)
        if not page.items:
            break
        after = page.items[-1].sequence
    article = store(client, word)
    sent(update_article.sync_detailed(article.id, client=client, body=m.ArticlePatch(abstract="x")), 200)
    sent(delete_article.sync_detailed(article.id, client=client), 204)
    changes = sent(list_changes.sync_detailed(client=client, after=after), 200).items
    assert [change.sequence for change in changes] == list(range(after + 1, after + 1 + len(changes)))
    own = [change.action for change in changes if change.id == article.id]
    assert own == [m.ChangeAction.CREATED, m.ChangeAction.UPDATED, m.ChangeAction.DELETED]


def test_imports_are_told(client: Client) -> None:
    status = sent(get_import_status.sync_detailed(client=client), 200)
    assert isinstance(status, m.ImportStatus)
    assert scan_folder.sync_detailed(client=client).status_code == 202
    assert isinstance(sent(scan_folder.sync_detailed(client=client, wait=True, timeout=110), 200), m.ImportStatus)
    assert isinstance(sent(list_imports.sync_detailed(client=client, state=[m.ImportState.DONE]), 200), m.ImportPage)
    assert isinstance(sent(list_imports.sync_detailed(client=client, state=[m.ImportState.WAITING]), 200), m.ImportPage)
    assert status.state != m.ImportStatusState.OFF
    assert get_import.sync_detailed(uuid.uuid4(), client=client).status_code == 404
    for row in all_pages(list_imports, client, limit=200):
        assert sent(get_import.sync_detailed(row.id, client=client), 200).path == row.path
        assert sent(retry_import.sync_detailed(row.id, client=client), 202).path == row.path
    assert sent(retry_imports.sync_detailed(client=client, state=m.RetryImportsState.FAILED), 202).retried >= 0
    assert sent(confirm_import_deletes.sync_detailed(client=client), 200).confirmed == 0
    assert retry_import.sync_detailed(uuid.uuid4(), client=client).status_code == 404
    paused = sent(pause_import.sync_detailed(client=client), 200)
    assert paused.state == m.ImportStatusState.PAUSED and paused.reason == "requested"
    assert scan_folder.sync_detailed(client=client, wait=True).status_code == 409
    assert sent(resume_import.sync_detailed(client=client), 200).reason != "requested"
    assert isinstance(sent(scan_folder.sync_detailed(client=client, wait=True, timeout=110), 200), m.ImportStatus)


def test_service_describes_itself(client: Client, raw: httpx.Client) -> None:
    resources = sent(get_service.sync_detailed(client=client), 200).resources
    for path in resources.to_dict().values():
        assert raw.get(path).status_code == 200
    assert sent(get_liveness.sync_detailed(client=client), 200).status == m.HealthStatus.OK
    assert sent(get_readiness.sync_detailed(client=client), 200).status == m.HealthStatus.OK
    assert sent(get_open_api_as_json.sync_detailed(client=client), 200).to_dict()["openapi"] == "3.1.0"
    assert raw.get("/openapi.yaml").text == (Path(__file__).parents[2] / "openapi.yaml").read_text()
    for slug in m.ProblemSlug:
        assert sent(get_problem.sync_detailed(slug, client=client), 200)

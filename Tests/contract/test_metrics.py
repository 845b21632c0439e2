"""Reads /metrics as Prometheus does, with its own library."""

import os
import time
import urllib.error
import urllib.request
from collections import defaultdict

import pytest
from prometheus_client.metrics_core import Metric
from prometheus_client.parser import text_string_to_metric_families

URL = os.environ["DATELINE_URL"]

# As Prometheus asks.
ACCEPT = "application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.1"


def get(path: str) -> tuple[str, str]:
    request = urllib.request.Request(URL + path, headers={"Accept": ACCEPT})
    with urllib.request.urlopen(request, timeout=120) as answer:
        return answer.read().decode(), answer.headers["Content-Type"]


def families() -> dict[str, Metric]:
    return {family.name: family for family in text_string_to_metric_families(get("/metrics")[0])}


def value(found: dict[str, Metric], sample: str, **labels: str) -> float:
    matching = [s.value for family in found.values() for s in family.samples if s.name == sample and labels.items() <= s.labels.items()]
    assert matching, f"{sample} {labels} isn't there"
    return sum(matching)


def test_content_type_is_the_text_format() -> None:
    assert get("/metrics")[1] == "text/plain; version=0.0.4; charset=utf-8"


def test_every_family_has_a_type_and_says_what_it_is() -> None:
    found = families()
    assert len(found) > 20
    for family in found.values():
        assert family.type in ("counter", "gauge", "histogram"), family.name
        assert family.documentation, family.name
        assert family.samples, family.name


def test_no_sample_comes_twice() -> None:
    seen = [(s.name, tuple(sorted(s.labels.items()))) for family in families().values() for s in family.samples]
    assert len(seen) == len(set(seen))


def test_histograms_add_up() -> None:
    for family in families().values():
        if family.type != "histogram":
            continue
        buckets: dict[tuple, list[tuple[float, float]]] = defaultdict(list)
        counts, sums = {}, {}
        for sample in family.samples:
            labels = tuple(sorted(item for item in sample.labels.items() if item[0] != "le"))
            if sample.name.endswith("_bucket"):
                buckets[labels].append((float(sample.labels["le"]), sample.value))
            elif sample.name.endswith("_count"):
                counts[labels] = sample.value
            elif sample.name.endswith("_sum"):
                sums[labels] = sample.value
        assert buckets.keys() == counts.keys() == sums.keys(), family.name
        for labels, values in buckets.items():
            assert values == sorted(values), family.name
            assert [count for _, count in values] == sorted(count for _, count in values), family.name
            assert values[-1] == (float("inf"), counts[labels]), family.name


@pytest.mark.parametrize("path,status", [("/v1", 200), ("/v1/articles?limit=0", 400), ("/v1/articles/x", 404)])
def test_requests_are_counted_by_route_and_status(path: str, status: int) -> None:
    route = {"/v1": "/v1", "/v1/articles?limit=0": "/v1/articles", "/v1/articles/x": "/v1/articles/{id}"}[path]

    def counts() -> tuple[float, float]:
        found = families()
        try:
            return (
                value(found, "dateline_http_requests_total", route=route, method="GET", status=str(status)),
                value(found, "dateline_http_request_seconds_count", route=route, method="GET"),
            )
        except AssertionError:
            return (0, 0)

    before = counts()
    try:
        get(path)
    except urllib.error.HTTPError as error:
        assert error.code == status
    # A request counts when its answer is out, which whoever has it may see earlier.
    deadline = time.monotonic() + 60
    while (after := counts()) == before and time.monotonic() < deadline:
        time.sleep(0.02)
    assert after[0] == before[0] + 1
    assert after[1] >= before[1] + 1


def test_store_folder_linking_and_process_are_told_of() -> None:
    found = families()
    assert value(found, "dateline_store_readable") == 1
    assert value(found, "dateline_store_database_bytes") > 0
    assert value(found, "dateline_store_log_bytes") > 0
    assert value(found, "dateline_store_free_bytes") > 0
    assert value(found, "dateline_store_transactions_total", line="clients") > 0
    assert value(found, "dateline_store_commit_seconds_count", line="clients") > 0
    assert value(found, "dateline_store_group_size_count", line="clients") > 0
    assert value(found, "dateline_store_waiting_writes", line="bulk") >= 0
    assert value(found, "dateline_store_log_restarts") >= 0
    assert value(found, "dateline_linking_pending_entities") >= 0
    assert value(found, "process_resident_memory_bytes") > 1 << 20
    assert value(found, "process_open_fds") > 3
    assert value(found, "process_cpu_seconds_total") > 0
    if "dateline_import_ok" in found:
        states = {s.labels["state"] for s in found["dateline_import_files"].samples}
        assert states == {"waiting", "queued", "importing", "done", "partial", "retrying", "failed", "skipped", "missing"}

"""What schemathesis has to know of Dateline beyond the description."""

import hashlib
import json
import re
import urllib.request
import uuid
from typing import Any

import schemathesis

ZONES = ["UTC", "Asia/Riyadh", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"]

# Codes of faults that only the service can find; whatever else is refused of valid data is a failure.
BEYOND_SCHEMA = {
    "not-found",  # an id in the body
    "inconsistent",  # two fields or parameters that don't go together
    "cycle",
    "read-only",  # an echoed field with another value
    "zone-missing",  # a time without an offset, and no zone is known
    "combining-marks",  # more than 30 in a row
    "empty",  # only marks or invisible characters
    "too-complex",  # more than 32 search terms
}
# Faults of a form that no pattern can say in full, by the last name of their pointer, or by parameter.
BEYOND_PATTERN = {
    "url": {"format"},  # hosts
    "timeZone": {"unknown-value"},  # names of zones
    "tz": {"unknown-value"},
    "cursor": {"format"},
    "pathBase64": {"format"},  # zero bytes
    "filter": None,  # a whole query in a string
    "tags": {"control-character"},  # invisible characters beyond U+FFFF
    "name": {"control-character"},
    "add": {"control-character"},
    "remove": {"control-character"},
}
# Bodies of these types are text, of which any is well formed.
PAGES = ("text/plain", "text/html", "text/markdown")
DATES = {"datePublished", "dateModified", "startDate", "endDate", "from", "to", "within", "createdFrom", "createdTo", "updatedFrom"}


@schemathesis.serializer("application/x-ndjson")
def lines(ctx: Any, value: Any) -> Any:
    return value if isinstance(value, bytes) else str(value).encode()


@schemathesis.hook
def before_call(ctx: Any, case: Any, kwargs: dict[str, Any]) -> None:
    """Gives valid requests a chance to get past what can't be guessed: cursors, ids, zones, versions."""
    meta = case.meta
    if meta is None or not meta.generation.mode.is_positive:
        return
    choice = _choice(case)
    query = case.query
    if query:
        query.pop("cursor", None)
        if "tz" in query and choice % 8:
            query["tz"] = ZONES[choice % len(ZONES)]
        if query.get("sort") == "relevance" and not str(query.get("q") or "").strip():
            query.pop("sort")
        if "timeout" in query:
            query["timeout"] = min(int(query["timeout"]), 10)
    headers = case.headers
    if headers:
        if "Idempotency-Key" in headers:
            headers["Idempotency-Key"] = str(uuid.UUID(bytes=hashlib.sha256(f"{case.id}".encode()).digest()[:16]))
        for name in ("If-Match", "If-None-Match"):
            # The coverage phase puts nothing but letters and digits into headers.
            if name in headers and (choice % 4 or not TAGS.fullmatch(headers[name])):
                headers.pop(name)
    if choice % 8 and isinstance(case.body, dict | list):
        case.body = _without_links(case.body)
    operation = _operation(case)
    if operation in ("replaceArticle", "replaceEntity", "replaceEvent") and choice % 2 and meta.phase.name.value != "stateful":
        # The id of the examples is soon that of something deleted, which isn't given again.
        case.path_parameters["id"] = str(uuid.uuid4())
    if choice % 4:
        # Links need two ends; the description can only lead from one.
        for parameter, resource in PAIRS.get(operation, {}).items():
            if known.get(resource):
                case.path_parameters[parameter] = known[resource][choice % len(known[resource])]


@schemathesis.hook
def after_call(ctx: Any, case: Any, response: Any) -> None:
    resource = MADE_BY.get(_operation(case))
    if resource and response.status_code == 201:
        known.setdefault(resource, []).append(_json(response)["id"])
    if _operation(case) == "pauseImport" and response.status_code == 200:
        # What is asked next is about a folder that is followed.
        urllib.request.urlopen(urllib.request.Request(response.request.url.split("/v1/")[0] + "/v1/imports/resume", method="POST"), timeout=120).close()


@schemathesis.hook
def filter_failure(ctx: Any, failure: Any, case: Any, response: Any) -> bool:
    """Lets through the refusals that the description announces in words only."""
    kind = type(failure).__name__
    operation = _operation(case)
    if response.status_code == 400 and not response.content and len(response.request.url) > 8192:
        # Refused by the HTTP parser, which needn't say more.
        return False
    if kind == "RejectedPositiveData" and response.status_code in (400, 422):
        # A page and lines of JSON are texts; not every text can be read as one, and not every content is a file with an article.
        if operation == "previewFile" or case.media_type in (*PAGES, "application/x-ndjson"):
            return False
        return not _is_beyond_schema(_json(response))
    if kind == "AcceptedNegativeData" and (operation == "previewFile" or case.media_type in PAGES):
        # Whatever comes as the content is the file or the page, "false" too; only parameters can be of the wrong form.
        parts = case.meta.components if case.meta else {}
        return any(part.value != "body" and not info.mode.is_positive for part, info in parts.items())
    if kind == "AcceptedNegativeData" and operation == "createArticles":
        # Each item is refused by itself; and whatever is sent as lines is text.
        if case.media_type == "application/x-ndjson":
            return False
        items = (_json(response) or {}).get("items") or []
        return not any(item.get("status", 0) >= 400 for item in items)
    if kind == "ServerError" and operation in ("scanFolder", "startReread"):
        return response.status_code != 504
    if kind == "EnsureResourceAvailability" and case.path.endswith("/raw"):
        # Only of an article that was read from a page is a page kept.
        return False
    if kind == "UseAfterFree" and case.path == "/v1/tags/{name}":
        # What is tagged with its name later brings a tag back, and is counted in it; the deleted one was taken from everything.
        tag = _json(response) or {}
        return not any(tag.get(count) for count in ("articleCount", "entityCount", "eventCount"))
    if kind == "EnsureResourceAvailability" and {"eventId", "entityId"} & set(case.path_parameters or {}):
        # The 404 is about the link, or about the other end of it, which is any id; that the new resource is there is seen
        # on the paths that name only it.
        return False
    return True


@schemathesis.check
def documented_fields_only(ctx: Any, response: Any, case: Any) -> None:
    """Response schemas are open so that fields can be added; but every field there is has to be described."""
    document = case.operation.schema.raw_schema
    answers = case.operation.definition.raw["responses"]
    media_type = response.headers.get("content-type", [""])[0].split(";")[0]
    answer = _resolved(answers.get(str(response.status_code), {}), document)
    schema = answer.get("content", {}).get(media_type, {}).get("schema")
    if schema is not None and media_type.endswith("json") and not case.path.startswith("/openapi"):
        unknown = _undocumented(_json(response), schema, document, "")
        assert not unknown, f"Fields that the description doesn't know: {', '.join(unknown)}"


def _undocumented(value: Any, schema: dict[str, Any], document: dict[str, Any], pointer: str) -> list[str]:
    schema = _resolved(schema, document)
    if "anyOf" in schema:
        return min((_undocumented(value, option, document, pointer) for option in schema["anyOf"]), key=len)
    if isinstance(value, list):
        return [found for item in value for found in _undocumented(item, schema.get("items", {}), document, pointer + "/0")]
    if not isinstance(value, dict):
        return []
    properties, others = schema.get("properties", {}), schema.get("additionalProperties")
    result = []
    for name, member in value.items():
        described = properties.get(name, others)
        if isinstance(described, dict):
            result += _undocumented(member, described, document, f"{pointer}/{name}")
        else:
            result.append(f"{pointer}/{name}")
    return result


def _resolved(node: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        target: Any = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = target
    return node


def _is_beyond_schema(problem: Any) -> bool:
    if not isinstance(problem, dict):
        return False
    if problem.get("type") == "/problems/idempotency-mismatch":
        return True
    errors = problem.get("errors") or []
    return bool(errors) and all(_fault_is_beyond_schema(error) for error in errors)


def _fault_is_beyond_schema(error: dict[str, Any]) -> bool:
    code = error.get("code")
    if code in BEYOND_SCHEMA:
        return True
    names = [error["parameter"]] if "parameter" in error else [part for part in error.get("pointer", "").split("/") if not part.isdigit()]
    name = names[-1] if names and names[-1] else "tags"
    if name in DATES:
        # An offset can lead out of the years 0001 to 9999; a zone can skip a time.
        return code == "out-of-range"
    if name in BEYOND_PATTERN:
        codes = BEYOND_PATTERN[name]
        return codes is None or code in codes
    return False


# Ids of what the service said it made, by operation; and where two of them are needed.
known: dict[str, list[str]] = {}
MADE_BY = {
    "createArticle": "article", "replaceArticle": "article", "createEntity": "entity", "replaceEntity": "entity", "createEvent": "event",
    "replaceEvent": "event",
}  # fmt: skip
PAIRS = {
    "linkMention": {"id": "article", "entityId": "entity"},
    "unlinkMention": {"id": "article", "entityId": "entity"},
    "linkEvent": {"id": "article", "eventId": "event"},
    "unlinkEvent": {"id": "article", "eventId": "event"},
}

TAGS = re.compile(r'\*|(W/)?"[!#-~]*"([ \t]*,[ \t]*(W/)?"[!#-~]*")*')
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
COMPUTED = {
    "id", "version", "wordCount", "contentHash", "importId", "sourceMissingSince", "createdAt", "updatedAt", "articleCount", "sourceCount",
    "firstPublished", "lastPublished", "linking",
}  # fmt: skip


def _without_links(body: Any) -> Any:
    """The same without references to what most likely isn't there, and without computed fields."""
    if isinstance(body, list):
        return [_without_links(item) if isinstance(item, dict) else item for item in body]
    result = {}
    for key, value in body.items():
        if key in COMPUTED or _is_reference(value):
            continue
        if key in ("mentions", "events", "participants") and isinstance(value, list):
            value = [item for item in value if not _is_reference(item)]
        result[key] = value
    if not result.get("datePublished") or result.get("dateStatus") == "unknown":
        result.pop("dateStatus", None)
    if not result.get("startDate"):
        result.pop("endDate", None)
    return result


def _is_reference(value: Any) -> bool:
    if isinstance(value, str):
        return ID.fullmatch(value) is not None
    return isinstance(value, dict) and ("id" in value or "ids" in value or _is_reference(value.get("entity")))


def _operation(case: Any) -> str:
    return case.operation.definition.raw["operationId"]


def _choice(case: Any) -> int:
    """A number that is the same whenever the same case is sent."""
    text = repr((case.method, case.path, case.path_parameters, case.query, case.body))
    return hashlib.sha256(text.encode(errors="replace")).digest()[0]


def _json(response: Any) -> Any:
    try:
        return json.loads(response.content)
    except ValueError:
        return None

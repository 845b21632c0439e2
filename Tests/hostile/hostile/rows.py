"""The table: which rows there are, and what each wants."""

from collections.abc import Callable
from dataclasses import dataclass

AREAS = {
    "H": "HTTP framing and headers",
    "J": "JSON bodies",
    "Q": "Queries and paths",
    "W": "Preconditions and idempotency",
    "I": "Files",
    "C": "Command line and configuration",
}


@dataclass
class Row:
    name: str
    what: str
    wants: str
    check: Callable[..., None]

    @property
    def area(self) -> str:
        return self.name[0]

    @property
    def order(self) -> tuple[int, int]:
        return (list(AREAS).index(self.area), int(self.name[1:]))


ROWS: list[Row] = []


def row(name: str, what: str, wants: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    def add(check: Callable[..., None]) -> Callable[..., None]:
        assert all(known.name != name for known in ROWS), name
        ROWS.append(Row(name, what, wants, check))
        return check

    return add


class Failed(AssertionError):
    """What a row found instead of what it wants."""


def expect(condition: object, found: object) -> None:
    if not condition:
        raise Failed(str(found)[:300])

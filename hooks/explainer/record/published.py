"""What was published of the record: the ledger as a value. `ledger/` reads, compares and moves it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

FILE = "published.json"
"""The ledger's file, in the folder of the record."""


@dataclass(frozen=True)
class History:
    """One change of something published: the update that owns up to it, the field, what it said before and after."""

    update: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Published:
    """What was published of an entry.

    Attributes:
        fields: The fields that carry meaning, as JSON has them.
        page: The page on which it is or was at home.
        history: How it changed since, the oldest first.
        withdrawn: The id of the update under which it was taken back; empty while it stands.
    """

    fields: Mapping[str, Any]
    page: str | None = None
    history: tuple[History, ...] = ()
    withdrawn: str = ""


@dataclass(frozen=True)
class Ledger:
    """What was published, by `kind:id`, and the updates that had been made by then."""

    entries: Mapping[str, Published] = field(default_factory=dict)
    updates: tuple[str, ...] = ()


def named_by(key: str) -> str:
    """Return how an update names what a key of the ledger stands for: a position and a verdict are their dispute's."""
    kind, _, id_ = key.partition(":")
    if kind in {"position", "verdict"}:
        return f"dispute:{id_.partition('/')[0]}"
    return f"question:{id_}" if kind == "answer" else key

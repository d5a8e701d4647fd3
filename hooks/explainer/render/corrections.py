"""What was published and is put differently now, in words: the field, what it said before, what it says since."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from explainer.record.dates import DateError, parse
from explainer.record.models import Update
from explainer.record.record import History, Record
from explainer.render import labels
from explainer.render.words import Words

DATES = {"date", "known"}
PEOPLE = {"people", "speaker"}


@dataclass(frozen=True)
class Correction:
    """A change of something published, as a reader is told of it.

    Attributes:
        update: The update that owns up to it.
        key: The entry's name in the ledger.
        field: The field in words; empty where the entry was withdrawn.
        before: What it said; empty where it said nothing.
        after: What it says since; empty where it says nothing.
    """

    update: Update
    key: str
    field: str
    before: str
    after: str


def corrections(record: Record, words: Words) -> Iterator[Correction]:
    """Yield every change of what was published, in the order of the ledger's entries and of their history."""
    for key, published in (record.ledger.entries if record.ledger else {}).items():
        for change in published.history:
            update = record.updates.get(change.update)
            if update:
                yield _correction(update, key, change, record, words)


def _correction(update: Update, key: str, change: History, record: Record, words: Words) -> Correction:
    before, after = (_value(change.field, value, record, words) for value in (change.before, change.after))
    return Correction(update, key, labels.field_name(change.field, words), before, after)


def _value(field: str, value: Any, record: Record, words: Words) -> str:
    """Put a value of the ledger in words."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(_value(field, each, record, words) for each in value)
    if isinstance(value, dict):
        return str(value.get("question") or value.get("words") or "")
    if field in DATES:
        try:
            return words.date(parse(value))
        except DateError:  # written by an older version, or by hand
            return str(value)
    if field in PEOPLE and value in record.people:
        return record.people[value].name
    return labels.status(value, words) if field == "status" else str(value)

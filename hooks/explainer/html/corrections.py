"""What was published and is put differently now, in words: the field, what it said before, what it says since."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from explainer.edtf.dates import DateError, parse
from explainer.html.press import Press
from explainer.record.contents import Contents
from explainer.record.kinds.event import Status
from explainer.record.kinds.person import Role
from explainer.record.kinds.update import Update
from explainer.record.published import History
from explainer.words import labels
from explainer.words.words import Words

DATES = {"date", "known", "added", "archived", "published", "updated", "reviewed", "review_by", "as_of"}

MARKDOWN = {"text", "view", "answer"}

REFERENCES = {
    "people": "person",
    "speaker": "person",
    "asked_by": "person",
    "about": "person",
    "held_by": "person",
    "sources": "source",
    "statements": "statement",
    "claim": "statement",
}
"""The fields that point at other entries, and the kind of these."""

CHOICES = {"kind", "reply"}
"""The fields with fixed choices, besides the status."""


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


def corrections_of(key: str, press: Press) -> Iterator[Correction]:
    """Yield every change of something published, the oldest first.

    Args:
        key: The entry's name in the ledger.
        press: What turns entries into HTML, and knows what the site tells.
    """
    record = press.record
    published = record.ledger.entries.get(key) if record.ledger else None
    for change in published.history if published else ():
        if update := record.updates.get(change.update):
            yield _correction(update, key, change, press)


def corrections_under(update: Update, press: Press) -> Iterator[Correction]:
    """Yield every change that an update owns up to, in the order of the ledger's entries and of their history."""
    for key, change in press.contents.changes_under(update.id):
        yield _correction(update, key, change, press)


def _correction(update: Update, key: str, change: History, press: Press) -> Correction:
    contents, words, plain = press.contents, press.words, press.fields.plain
    before, after = (value_in_words(change.field, value, contents, words) for value in (change.before, change.after))
    # A reader is told what was said. Where that is the same, the marks are what changed: a note, or where a link leads.
    if change.field in MARKDOWN and plain(before) != plain(after):
        before, after = plain(before), plain(after)
    return Correction(update, key, labels.field_name(change.field, words), before, after)


def value_in_words(field: str, value: Any, contents: Contents, words: Words) -> str:
    """Put a value of an entry in words.

    Args:
        field: The name of its field, or of the field around it where it is a part.
        value: The value as JSON has it: as the ledger keeps it, or a model's dump.
        contents: What knows the names of what the value points at.
        words: The language.

    Returns:
        Plain text: dates and fixed choices in words, people, sources and statements by their names; empty where there
        is nothing.
    """
    if value is None:
        return ""
    if isinstance(value, list):
        return words.semicolons(value_in_words(field, each, contents, words) for each in value)
    if isinstance(value, dict):
        return _group_in_words(field, value, contents, words)
    text = str(value)  # the ledger may have been written by an older version, or by hand
    if field in DATES:
        try:
            return words.date(parse(text))
        except DateError:
            return text
    if field in REFERENCES:
        return labels.label_of(REFERENCES[field], text, contents, words)
    if field == "entries":
        kind, _, id_ = text.partition(":")
        return labels.label_of(kind, id_, contents, words)
    if field == "status" and text in get_args(Status):
        return labels.status(text, words)
    return labels.choice(text, words) if field in CHOICES else text


def _group_in_words(field: str, value: dict[str, Any], contents: Contents, words: Words) -> str:
    if field == "allow":
        return words.semicolons(words.colon(check, reason) for check, reason in value.items())
    if field == "unrelated":
        named = ((labels.label_of("event", id_, contents, words), reason) for id_, reason in value.items())
        return words.semicolons(words.colon(event, reason) for event, reason in named)
    if field == "roles":
        role = Role.model_validate(value)
        held = labels.term(role, words)
        return words.aside(role.title, held) if held else role.title
    return words.semicolons(value_in_words(name, each, contents, words) for name, each in value.items())

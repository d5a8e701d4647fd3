"""What was published and is put differently now, in words: the field, what it said before, what it says since."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from explainer.edtf.dates import DateError, parse
from explainer.html.press import Press
from explainer.record.contents import Contents
from explainer.record.kinds.kind import InWords
from explainer.record.kinds.update import Update
from explainer.record.published import History, Key, sorts
from explainer.record.shape import Shape, shape_of
from explainer.words import labels
from explainer.words.words import Words


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
    key: Key
    field: str
    before: str
    after: str


def corrections_of(key: Key, press: Press) -> Iterator[Correction]:
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


def _correction(update: Update, key: Key, change: History, press: Press) -> Correction:
    contents, words, plain = press.contents, press.words, press.fields.plain
    model = sorts()[key.sort].model
    shape = shape_of(model, change.field)
    before, after = (value_in_words(shape, value, contents, words) for value in (change.before, change.after))
    # A reader is told what was said. Where that is the same, the marks are what changed: a note, or where a link leads.
    if shape.is_prose and plain(before) != plain(after):
        before, after = plain(before), plain(after)
    field = labels.field_name(model, change.field, words) if change.field else words.gettext("Withdrawn")
    return Correction(update, key, field, before, after)


def value_in_words(shape: Shape, value: Any, contents: Contents, words: Words) -> str:
    """Put a value of an entry in words.

    Args:
        shape: What its field may hold.
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
        return words.semicolons(value_in_words(shape, each, contents, words) for each in value)
    if isinstance(value, dict):
        return _group_in_words(shape, value, contents, words)
    text = str(value)  # the ledger may have been written by an older version, or by hand
    if shape.is_date:
        try:
            return words.date(parse(text))
        except DateError:
            return text
    if shape.refers_to:
        return labels.label_of(shape.refers_to, text, contents, words)
    if shape.names_entry:
        kind, _, id_ = text.partition(":")
        return labels.label_of(kind, id_, contents, words)
    choices = shape.named.choices if shape.named else {}
    return words.gettext(choices[text]) if text in choices else text


def _group_in_words(shape: Shape, value: dict[str, Any], contents: Contents, words: Words) -> str:
    if shape.group and issubclass(shape.group, InWords):
        return shape.group.model_validate(value).in_words(words)
    if shape.group:
        parts = (value_in_words(shape_of(shape.group, name), each, contents, words) for name, each in value.items())
        return words.semicolons(parts)
    kind = shape.refers_to
    names = (labels.label_of(kind, id_, contents, words) if kind else id_ for id_ in value)
    return words.semicolons(words.colon(name, str(each)) for name, each in zip(names, value.values(), strict=True))

"""The words for the record's fixed choices, and the short names of entries."""

import re

from pydantic import BaseModel

from explainer.edtf.dates import Date, End, Precision, parse
from explainer.record.contents import Contents
from explainer.record.kinds.event import STATUSES
from explainer.record.kinds.kind import PAGES, Called, Entry
from explainer.record.kinds.refs import QUESTION, Kind
from explainer.record.kinds.registry import all_kinds, kind_of
from explainer.record.kinds.update import UPDATE_TYPES
from explainer.record.shape import shape_of
from explainer.words.words import Words

MONTHS_IN_YEAR = 12

TO_THE_MONTH = {Precision.TIME, Precision.DAY, Precision.MONTH}
EXACT_ENOUGH = {"month": TO_THE_MONTH, "year": {*TO_THE_MONTH, Precision.SEASON, Precision.YEAR}}
"""How exact a date must be to stand under a month or a year."""


def status(value: str, words: Words) -> str:
    """Return a status in words."""
    return words.gettext(STATUSES[value])


def update_kind(value: str, words: Words) -> str:
    """Return the kind of an update in words."""
    return words.gettext(UPDATE_TYPES[value])


def choice(entry: Entry, field: str, words: Words) -> str:
    """Return in words what a field with fixed choices says."""
    named, value = shape_of(type(entry), field).named, str(getattr(entry, field))
    choices = named.choices if named else {}
    return words.gettext(choices[value]) if value in choices else value


def field_name(model: type[BaseModel] | None, name: str, words: Words) -> str:
    """Return what a field of a model is called where readers are told that it changed."""
    named = shape_of(model, name).named
    return words.gettext(named.label) if named else name.replace("_", " ").capitalize()


def kind(value: str, words: Words) -> str:
    """Return what a kind of entry, or of page, is called."""
    return words.gettext(_called(value).one)


def counted(value: str, number: int, words: Words) -> str:
    """Return a number of entries of a kind, or of pages, in words."""
    return words.ngettext(*_called(value).counted, number) % {"num": number}


def _called(value: str) -> Called:
    return PAGES[value] if value in PAGES else all_kinds()[value].called


def entry_label(entry: Entry, words: Words) -> str:
    """Return what an entry is called where it is only named."""
    return kind_of(type(entry)).label(entry, words)


def headline(entry: Entry, words: Words) -> str:
    """Return what an entry is told from others by, in a list of many."""
    kind = kind_of(type(entry))
    return (kind.headline or kind.label)(entry, words)


def label_of(kind: Kind, id_: str, contents: Contents, words: Words) -> str:
    """Return what an entry of a record or a question page is called, or was; its id where nothing else is known."""
    if kind == QUESTION and (page := contents.question(id_)):
        return page.title
    entry = contents.record.get(kind, id_)
    if entry is not None:
        return entry_label(entry, words)
    withdrawn = contents.withdrawn(kind, id_)
    former_label = all_kinds()[kind].former_label if kind in all_kinds() else None
    return (withdrawn and former_label and former_label(withdrawn.fields, words)) or id_


def public_since(known: Date) -> Date | None:
    """Return the date since which something is public; None where it can only be told when it became so.

    Of a span without an end, "public since" already says that it lasts.
    """
    if known.end is End.OPEN and isinstance(known.start, Date):
        return known.start
    lasts = all(isinstance(end, Date) for end in (known.start, known.end)) if known.is_interval else known.is_placed
    return known if lasts else None


def group_of(date: Date, group: str, words: Words) -> str:
    """Return the heading under which a date stands in a list that is grouped by `year` or `month`.

    A span stands under its beginning, or under its end where that alone is known. What is open at its beginning stands
    under itself, and so does a date less exact than the group.
    """
    if date.start is End.OPEN:
        return words.date(date)
    at = next((each for each in (date.start, date.end) if isinstance(each, Date)), date)
    if at.lower is None or at.precision not in EXACT_ENOUGH[group]:
        return words.date(parse(at.text.rstrip("?~%")))
    year, month, _ = at.lower
    text = f"{year:0{5 if year < 0 else 4}d}" if abs(year) < 10_000 else f"Y{year}"
    return words.date(parse(f"{text}-{month:02d}" if group == "month" else text))


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a plain text, between which its lines are empty."""
    return re.split(r"\n\s*\n", text)

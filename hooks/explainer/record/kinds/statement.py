"""Statements: what was said, word for word."""

from pydantic import Field

from explainer.fields.model import Model
from explainer.fields.types import EdtfDate, Text
from explainer.record.kinds.kind import Entry, EntryKind
from explainer.record.refs import EventRef, PersonRef, SourceRef


class Question(Model):
    """What a statement answers."""

    asked_by: PersonRef
    """Who asked: the id of a person."""
    question: Text
    """The question, word for word."""


class Variant(Model):
    """The words of a statement as some sources print them, where they differ."""

    words: Text
    """The words, exactly as those sources print them."""
    sources: list[SourceRef] = Field(min_length=1)
    """Which sources print it so: ids of sources."""


class Statement(Entry):
    """Words that somebody said or wrote, word for word."""

    speaker: PersonRef
    """Who said it: the id of a person."""
    date: EdtfDate
    """When it was said (EDTF)."""
    venue: Text | None = None
    """Where or on what occasion."""
    in_reply_to: Question | None = None
    """The question it answers, and who asked."""
    words: Text
    """The words, verbatim, without quotation marks around them."""
    sources: list[SourceRef] = []
    """Who prints these words: ids of sources."""
    variants: list[Variant] = []
    """The same statement in other sources' wording."""
    people: list[PersonRef] = []
    """Whom it is about, besides the speaker: ids of people."""
    tags: list[Text] = []
    """Words to group by, shared with events."""
    unrelated: dict[EventRef, Text] = {}
    """Events to leave out of what had happened by then, each with the reason: `toy-engine: another engine`."""


KIND = EntryKind(name="statement", model=Statement, collection="statements")

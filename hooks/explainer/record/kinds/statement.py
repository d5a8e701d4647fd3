"""Statements: what was said, word for word."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from explainer.edtf.dates import Date, DateError, parse
from explainer.fields.model import Model
from explainer.fields.named import N_, Free, Kept, ngettext_noop
from explainer.fields.types import EdtfDate, Name, Text, Verbatim
from explainer.record.kinds.carried import Carried
from explainer.record.kinds.kind import Called, Entry, EntryKind, Words, shortened
from explainer.record.kinds.refs import EventRef, MediumRef, PersonRef, SourceRef


class Question(Model):
    """What a statement answers."""

    asked_by: PersonRef
    """Who asked: the id of a person."""
    question: Annotated[Text, Verbatim()]
    """The question, word for word."""


class Variant(Model):
    """The words of a statement as some sources print them, where they differ."""

    words: Annotated[Text, Verbatim()]
    """The words, exactly as those sources print them."""
    sources: list[SourceRef] = Field(min_length=1)
    """Which sources print it so: ids of sources."""


class Recording(Model):
    """Where a statement is to be heard."""

    medium: MediumRef
    """The film or recording: the id of a medium."""
    from_: Text | None = Field(default=None, alias="from")
    """Where in it the words begin: `2:13`."""
    to: Text | None = None
    """Where they end: `2:40`."""


class Statement(Entry):
    """Words that somebody said or wrote, word for word."""

    speaker: Annotated[PersonRef, Kept(N_("Speaker"))]
    """Who said it: the id of a person."""
    date: Annotated[EdtfDate, Kept(N_("Date"))]
    """When it was said (EDTF)."""
    venue: Annotated[Text | None, Kept(N_("Occasion"))] = None
    """Where or on what occasion."""
    in_reply_to: Annotated[Question | None, Kept(N_("The question"))] = None
    """The question it answers, and who asked."""
    words: Annotated[Text, Kept(N_("Words")), Verbatim()]
    """The words, verbatim, without quotation marks around them."""
    sources: Annotated[list[SourceRef], Kept(N_("Sources"), may="grow")] = []
    """Who prints these words: ids of sources."""
    carried_by: Annotated[list[Carried], Kept(N_("Which source carries what"), may="grow")] = []
    """Which of them carries which fields, where not each carries all."""
    variants: Annotated[list[Variant], Kept(N_("Other wordings"))] = []
    """The same statement in other sources' wording."""
    recording: Annotated[Recording | None, Kept(N_("Recording"))] = None
    """Where it is to be heard."""
    people: Annotated[
        list[PersonRef], Free(N_("People"), because="it finds what had happened by then, and is not shown")
    ] = []
    """Whom it is about, besides the speaker: ids of people."""
    tags: Annotated[list[Name], Free(N_("Subjects"), because="it groups, and tells nothing")] = []
    """Words to group by, shared with events."""
    unrelated: Annotated[
        dict[EventRef, Text], Free(N_("Exemptions"), because="it sorts out what a rule has found, and says why")
    ] = {}
    """Events to leave out of what had happened by then, each with the reason: `toy-engine: another engine`."""


def _label(date: Date, words: Words) -> str:
    return words.gettext("the statement of %(date)s") % {"date": words.date(date)}


def _headline(statement: Statement, words: Words) -> str:
    return words.gettext("“%(words)s”") % {"words": shortened(statement.words)}


def _former_label(fields: Mapping[str, Any], words: Words) -> str:
    try:
        return _label(parse(str(fields.get("date"))), words)
    except DateError:  # written by hand
        return ""


KIND = EntryKind(
    name="statement",
    model=Statement,
    collection="statements",
    called=Called(N_("Statement"), ngettext_noop("%(num)d statement", "%(num)d statements")),
    label=lambda statement, words: _label(statement.date, words),
    headline=_headline,
    former_label=_former_label,
)

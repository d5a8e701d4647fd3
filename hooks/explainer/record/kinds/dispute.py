"""Disputes: what the people of the story disagree about, and what the editors found."""

from typing import Literal

from pydantic import Field

from explainer.fields.model import Model
from explainer.fields.types import EdtfDate, Markdown, Text
from explainer.record.kinds.kind import Entry, EntryKind
from explainer.record.refs import PersonRef, SourceRef, StatementRef


class Position(Model):
    """One side of a dispute."""

    held_by: list[PersonRef] = Field(min_length=1)
    """Who holds it: ids of people."""
    view: Markdown
    """What they hold, in the editor's fair summary (Markdown)."""
    statements: list[StatementRef] = []
    """The recorded words that carry it: ids of statements."""
    sources: list[SourceRef] = []
    """Where it is stated: ids of sources."""

    @property
    def holders(self) -> str:
        """What tells it from the dispute's other positions, in the ledger and where two states are compared."""
        return "+".join(self.held_by)


class Verdict(Model):
    """An editor's finding on a dispute; there is none unless somebody writes and signs it."""

    text: Markdown
    """The finding and its reasons (Markdown)."""
    by: Text
    """Who answers for it."""
    date: EdtfDate
    """When it was reached (EDTF)."""
    claim: StatementRef | None = None
    """The statement that it judges, where it judges one: the id of a statement. With `rating`, it is a fact-check."""
    rating: Text | None = None
    """How true the claim was found to be, in a word or a few: `Misleading`."""
    sources: list[SourceRef] = Field(min_length=1)
    """What it rests on: ids of sources."""


class Dispute(Entry):
    """A question on which people of the story disagree."""

    question: Text
    """What is in dispute, as a question that takes no side."""
    text: Markdown | None = None
    """What a reader must know before the positions (Markdown)."""
    about: list[PersonRef] = []
    """Whose conduct is in dispute: ids of people."""
    reply: Literal["sought", "declined", "none"] | None = None
    """What came of asking them, where no statement of theirs is recorded: sought, declined or none."""
    positions: list[Position] = Field(min_length=1)
    """What each side holds; shown in this order, at the same size."""
    verdict: Verdict | None = None
    """The editors' finding, only where they wrote one."""


KIND = EntryKind(name="dispute", model=Dispute, collection="disputes")

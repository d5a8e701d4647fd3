"""Disputes: what the people of the story disagree about, and what the editors found."""

from typing import Annotated, Literal

from pydantic import Field

from explainer.fields.model import Model
from explainer.fields.named import N_, Kept, Named, ngettext_noop
from explainer.fields.types import EdtfDate, Markdown, Text
from explainer.record.kinds.kind import Called, Entry, EntryKind, Part
from explainer.record.kinds.refs import PersonRef, SourceRef, StatementRef


class Position(Model):
    """One side of a dispute."""

    held_by: list[PersonRef] = Field(min_length=1)
    """Who holds it: ids of people."""
    view: Annotated[Markdown, Kept(N_("Position"))]
    """What they hold, in the editor's fair summary (Markdown)."""
    statements: Annotated[list[StatementRef], Kept(N_("Statements"))] = []
    """The recorded words that carry it: ids of statements."""
    sources: Annotated[list[SourceRef], Kept(N_("Sources"), may="grow")] = []
    """Where it is stated: ids of sources."""


class Verdict(Model):
    """An editor's finding on a dispute; there is none unless somebody writes and signs it."""

    text: Annotated[Markdown, Kept(N_("Text"))]
    """The finding and its reasons (Markdown)."""
    by: Annotated[Text, Kept(N_("Signed by"))]
    """Who answers for it."""
    date: Annotated[EdtfDate, Kept(N_("Date"))]
    """When it was reached (EDTF)."""
    claim: Annotated[StatementRef | None, Kept(N_("Claim"))] = None
    """The statement that it judges, where it judges one: the id of a statement. With `rating`, it is a fact-check."""
    rating: Annotated[Text | None, Kept(N_("Rating"))] = None
    """How true the claim was found to be, in a word or a few: `Misleading`."""
    sources: Annotated[list[SourceRef], Kept(N_("Sources"), may="grow")] = Field(min_length=1)
    """What it rests on: ids of sources."""


Reply = Literal["sought", "declined", "none"]
"""What came of asking somebody for a reply."""

REPLIES = {
    # Translators: what came of asking somebody for a reply.
    "sought": N_("sought"),
    # Translators: what came of asking somebody for a reply.
    "declined": N_("declined"),
    # Translators: what came of asking somebody for a reply.
    "none": N_("none"),
}
"""What came of asking for a reply, in words."""


class Dispute(Entry):
    """A question on which people of the story disagree."""

    question: Annotated[Text, Kept(N_("The question"))]
    """What is in dispute, as a question that takes no side."""
    text: Annotated[Markdown | None, Kept(N_("Text"))] = None
    """What a reader must know before the positions (Markdown)."""
    about: Annotated[list[PersonRef], Kept(N_("About"))] = []
    """Whose conduct is in dispute: ids of people."""
    reply: Annotated[Reply | None, Kept(N_("Reply"), REPLIES)] = None
    """What came of asking them, where no statement of theirs is recorded: sought, declined or none."""
    positions: Annotated[list[Position], Named(N_("Position"))] = Field(min_length=1)
    """What each side holds; shown in this order, at the same size."""
    verdict: Annotated[Verdict | None, Named(N_("Our finding"))] = None
    """The editors' finding, only where they wrote one."""


KIND = EntryKind(
    name="dispute",
    model=Dispute,
    collection="disputes",
    called=Called(N_("Dispute"), ngettext_noop("%(num)d dispute", "%(num)d disputes")),
    label=lambda dispute, _: dispute.question,
    former_label=lambda fields, _: str(fields.get("question") or ""),
    parts=(Part("position", "positions", told_by="held_by"), Part("verdict", "verdict")),
)

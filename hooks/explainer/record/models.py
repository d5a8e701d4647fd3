"""The entries of the record: one class for each kind, one line of meaning for each field.

The docstring under a field is its documentation: the guide, the JSON Schema and the editor's completion show it.
"""

from typing import Literal

from pydantic import Field

from explainer.fields.model import Model
from explainer.fields.types import EdtfDate, Id, Markdown, Name, Text, Url
from explainer.record.refs import AnyRef, Kind, PersonRef, SourceRef, StatementRef

Status = Literal["confirmed", "reported", "disputed", "denied"]
"""How sure the sources are. `reported`: a source says so, and nobody concerned has confirmed it."""


class Entry(Model):
    """One entry of a collection."""

    id: Id
    """The entry's name for good: lower-case letters, digits, hyphens. It is the permalink and is never reused."""
    allow: dict[Text, Text] = {}
    """Checks that this entry is exempt from, each with the reason: `unheard: he could not be reached`."""


class Image(Model):
    """A picture, from the folder of the pages: nothing is fetched from another host."""

    file: Text
    """Its file, from the folder of the pages: `images/hearing.jpg`."""
    alt: Text
    """What it shows, for who does not see it."""
    credit: Text
    """Who made it, and whose it is."""


class Event(Entry):
    """Something that happened."""

    date: EdtfDate
    """When it happened, never more exact than the source (EDTF)."""
    title: Text
    """What happened, as a headline."""
    text: Markdown | None = None
    """What there is to say about it (Markdown)."""
    people: list[PersonRef] = []
    """Who took part or is concerned: ids of people."""
    status: Status = "confirmed"
    """How sure the sources are: confirmed, reported, disputed or denied."""
    known: EdtfDate | None = None
    """When it became public, where that differs from when it happened (EDTF)."""
    sources: list[SourceRef] = []
    """Where it is stated: ids of sources."""
    image: Image | None = None
    """A picture of it."""
    tags: list[Name] = []
    """Words to group and filter by."""
    story: Name | None = None
    """The story it belongs to; in a folder of files, the file's name unless set here."""
    added: EdtfDate | None = None
    """When it was added to the site (EDTF); left out for what has been there from the beginning."""


class Role(Model):
    """An office or part that a person held for a time."""

    title: Text
    """The office or part, as it is put after a name."""
    from_: EdtfDate | None = Field(default=None, alias="from")
    """When it began (EDTF); left out where the sources do not say."""
    to: EdtfDate | None = None
    """When it ended (EDTF); left out where it lasts or the sources do not say."""


class Person(Entry):
    """Somebody who acts or speaks in the story, or an organisation that does."""

    name: Text
    """The name as readers know it."""
    kind: Literal["person", "organisation"] = "person"
    """Whether this is a person or an organisation."""
    roles: list[Role] = []
    """Offices and parts, each with its time, so that a page can show the role held *then*."""
    bio: Markdown | None = None
    """Who this is, in a sentence or two (Markdown)."""
    sources: list[SourceRef] = []
    """Where that is stated: ids of sources."""


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
    tags: list[Name] = []
    """Words to group by, shared with events."""


class Source(Entry):
    """Where a fact or a quotation comes from."""

    publisher: Text
    """Who published it."""
    title: Text
    """Its title, or what it is."""
    author: Text | None = None
    """Who wrote it, where that is known."""
    date: EdtfDate | None = None
    """When it was published (EDTF)."""
    url: Url | None = None
    """Its address; left out where none is known, never guessed."""
    archive_url: Url | None = None
    """The address of an archived copy."""
    archived: EdtfDate | None = None
    """When that copy was made (EDTF)."""
    kind: Literal["article", "broadcast", "document", "report", "transcript", "video"] | None = None
    """What kind of source it is."""
    locator: Text | None = None
    """Where in it to look: a page, a paragraph, a minute."""
    quotes: list[Text] = []
    """Words of it that pages quote and nobody said: a heading, a clause; verbatim. Its title is one already."""


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


class Update(Entry):
    """A change to what was published, owned up to."""

    date: EdtfDate
    """When the change was made (EDTF)."""
    kind: Literal["correction", "clarification", "update"]
    """correction: it was wrong; clarification: it could mislead; update: something new."""
    text: Markdown
    """What changed, in words a reader understands (Markdown)."""
    entries: list[AnyRef] = []
    """What it touches, each as `kind:id`: `event:private-meeting`, `question:words` for the page `words.md`."""


MODELS: dict[Kind, type[Entry]] = {
    "event": Event,
    "person": Person,
    "statement": Statement,
    "source": Source,
    "dispute": Dispute,
    "update": Update,
}

COLLECTIONS: dict[str, Kind] = {
    "timeline": "event",
    "people": "person",
    "statements": "statement",
    "sources": "source",
    "disputes": "dispute",
    "updates": "update",
}
"""The name of each collection's file or folder in `data/`, and the kind of its entries."""

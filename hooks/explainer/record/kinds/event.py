"""Events: what happened."""

from typing import Literal

from explainer.fields.model import Model
from explainer.fields.types import EdtfDate, Markdown, Text
from explainer.record.kinds.kind import Entry, EntryKind
from explainer.record.refs import PersonRef, SourceRef

Status = Literal["confirmed", "reported", "disputed", "denied"]
"""How sure the sources are. `reported`: a source says so, and nobody concerned has confirmed it."""


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
    tags: list[Text] = []
    """Words to group and filter by."""
    story: Text | None = None
    """The story it belongs to; in a folder of files, the file's name unless set here."""
    added: EdtfDate | None = None
    """When it was added to the site (EDTF); left out for what has been there from the beginning."""


KIND = EntryKind(name="event", model=Event, collection="timeline")

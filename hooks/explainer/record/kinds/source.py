"""Sources: where all of this comes from."""

from typing import Literal

from explainer.fields.types import EdtfDate, Text, Url
from explainer.record.kinds.kind import Entry, EntryKind


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


KIND = EntryKind(name="source", model=Source, collection="sources")

"""Sources: where all of this comes from."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from explainer.fields.named import N_, Free, Kept, ngettext_noop
from explainer.fields.types import EdtfDate, Text, Url, Verbatim
from explainer.record.kinds.kind import Called, Entry, EntryKind, Words

SourceType = Literal["article", "broadcast", "document", "report", "transcript", "video"]
"""What kind of source something is."""

SOURCE_TYPES = {
    "article": N_("article"),
    "broadcast": N_("broadcast"),
    "document": N_("document"),
    "report": N_("report"),
    "transcript": N_("transcript"),
    "video": N_("video"),
}
"""A kind of source in words."""


class Source(Entry):
    """Where a fact or a quotation comes from."""

    publisher: Annotated[Text, Kept(N_("Publisher"))]
    """Who published it."""
    title: Annotated[Text, Kept(N_("Headline")), Verbatim()]
    """Its title, or what it is."""
    author: Annotated[Text | None, Kept(N_("Author"))] = None
    """Who wrote it, where that is known."""
    date: Annotated[EdtfDate | None, Kept(N_("Date"))] = None
    """When it was published (EDTF)."""
    url: Annotated[Url | None, Kept(N_("Address"))] = None
    """Its address; left out where none is known, never guessed."""
    archive_url: Annotated[Url | None, Free(N_("Archived copy"), because="the copy says what the source says")] = None
    """The address of an archived copy."""
    archived: Annotated[EdtfDate | None, Free(N_("Archived"), because="the copy says what the source says")] = None
    """When that copy was made (EDTF)."""
    kind: Annotated[SourceType | None, Kept(N_("Kind"), SOURCE_TYPES)] = None
    """What kind of source it is."""
    locator: Annotated[Text | None, Kept(N_("Where in the source"))] = None
    """Where in it to look: a page, a paragraph, a minute."""
    fragments: Annotated[Literal["yes", "no"], Free(N_("Links to words"), because="it is how a link is made")] = "yes"
    """Whether links to it lead to the very words: yes or no, for an address that does not bear it."""
    quotes: Annotated[list[Annotated[Text, Verbatim()]], Kept(N_("Quoted words"), may="grow")] = []
    """Words of it that pages quote and nobody said: a heading, a clause; verbatim. Its title is one already."""


def _former_label(fields: Mapping[str, Any], words: Words) -> str:
    publisher, title = (str(fields.get(name) or "") for name in ("publisher", "title"))
    return words.colon(publisher, title) if publisher and title else publisher or title


KIND = EntryKind(
    name="source",
    model=Source,
    collection="sources",
    called=Called(N_("Source"), ngettext_noop("%(num)d source", "%(num)d sources")),
    label=lambda source, words: words.colon(source.publisher, source.title),
    former_label=_former_label,
    home="sources.md",
)

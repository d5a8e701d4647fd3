"""Events: what happened."""

from typing import Annotated, Literal

from explainer.fields.model import Model
from explainer.fields.named import N_, Free, Kept, ngettext_noop
from explainer.fields.types import EdtfDate, Markdown, Name, Text
from explainer.record.kinds.carried import Carried
from explainer.record.kinds.kind import Called, Entry, EntryKind
from explainer.record.kinds.refs import MediumRef, PersonRef, PlaceRef, SourceRef

Status = Literal["confirmed", "reported", "disputed", "denied"]
"""How sure the sources are. `reported`: a source says so, and nobody concerned has confirmed it."""

STATUSES = {
    "confirmed": N_("Confirmed"),
    "reported": N_("Reported"),
    "disputed": N_("Disputed"),
    "denied": N_("Denied"),
}
"""A status in words."""


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

    date: Annotated[EdtfDate, Kept(N_("Date"))]
    """When it happened, never more exact than the source (EDTF)."""
    title: Annotated[Text, Kept(N_("Headline"))]
    """What happened, as a headline."""
    text: Annotated[Markdown | None, Kept(N_("Text"))] = None
    """What there is to say about it (Markdown)."""
    people: Annotated[list[PersonRef], Kept(N_("People"))] = []
    """Who took part or is concerned: ids of people."""
    status: Annotated[Status, Kept(N_("Status"), STATUSES)] = "confirmed"
    """How sure the sources are: confirmed, reported, disputed or denied."""
    known: Annotated[EdtfDate | None, Kept(N_("Became public"))] = None
    """When it became public, where that differs from when it happened (EDTF)."""
    sources: Annotated[list[SourceRef], Kept(N_("Sources"), may="grow")] = []
    """Where it is stated: ids of sources."""
    carried_by: Annotated[list[Carried], Kept(N_("Which source carries what"), may="grow")] = []
    """Which of them carries which fields, where not each carries all."""
    image: Annotated[Image | None, Kept(N_("Picture"))] = None
    """A picture of it."""
    media: Annotated[list[MediumRef], Kept(N_("Media"), may="grow")] = []
    """What shows it: ids of media."""
    place: Annotated[PlaceRef | None, Kept(N_("Place"))] = None
    """Where it happened: the id of a place."""
    key: Annotated[Literal["yes", "no"], Free(N_("Key event"), because="it is how much room an event has")] = "no"
    """Whether it is one of the events that the story turns on, whose names stand in a drawing: yes or no."""
    tags: Annotated[list[Name], Free(N_("Subjects"), because="it groups, and tells nothing")] = []
    """Words to group and filter by."""
    story: Annotated[Name | None, Free(N_("Story"), because="it groups, and tells nothing")] = None
    """The story it belongs to; in a folder of files, the file's name unless set here."""
    added: Annotated[EdtfDate | None, Free(N_("Added"), because="it tells of the site, and not of the story")] = None
    """When it was added to the site (EDTF); left out for what has been there from the beginning."""


KIND = EntryKind(
    name="event",
    model=Event,
    collection="timeline",
    called=Called(N_("Event"), ngettext_noop("%(num)d event", "%(num)d events")),
    label=lambda event, _: event.title,
    former_label=lambda fields, _: str(fields.get("title") or ""),
    home="timeline.md",
)

"""Media: pictures, films, recordings and documents, with who made them and under what rights they are shown."""

from typing import Annotated, Literal

from explainer.fields.model import Model
from explainer.fields.named import N_, Free, Kept, ngettext_noop
from explainer.fields.types import EdtfDate, Markdown, Text, Url
from explainer.record.kinds.kind import Called, Entry, EntryKind
from explainer.record.kinds.refs import PersonRef, PlaceRef, SourceRef

MediumType = Literal["picture", "video", "audio", "document"]
"""What kind of medium something is."""

MEDIUM_TYPES = {
    "picture": N_("picture"),
    "video": N_("video"),
    "audio": N_("recording"),
    "document": N_("document"),
}
"""A kind of medium in words."""


class MediumFields(Model):
    """What is said of a medium, in the record or where it is shown."""

    kind: Annotated[MediumType, Kept(N_("Kind"), MEDIUM_TYPES)] = "picture"
    """What it is: picture, video, audio or document."""
    file: Annotated[Text | None, Free(N_("File"), because="what it shows is told by its words, which are kept")] = None
    """Its file, from the folder of the pages: `images/bridge.jpg`. Either this or `url`."""
    url: Annotated[Url | None, Kept(N_("Address"))] = None
    """Where somebody else shows it. It is loaded only when a reader asks, and only where the site allows its host."""
    alt: Annotated[Text | None, Kept(N_("What it shows"))] = None
    """What a picture shows, for who does not see it; every picture needs it."""
    caption: Annotated[Markdown | None, Kept(N_("Caption"))] = None
    """What a reader should know of it (Markdown)."""
    credit: Annotated[Text | None, Kept(N_("Credit"))] = None
    """Who made it, and whose it is; every medium needs it."""
    licence: Annotated[Text | None, Kept(N_("Licence"))] = None
    """Under what rights it is shown: `CC BY 4.0`, `with permission`."""
    source: Annotated[SourceRef | None, Kept(N_("Source"))] = None
    """Where it was found: the id of a source."""
    people: Annotated[list[PersonRef], Free(N_("People"), because="it groups; the caption tells who is seen")] = []
    """Who is seen or heard: ids of people."""
    date: Annotated[EdtfDate | None, Kept(N_("Date"))] = None
    """When it was made (EDTF)."""
    place: Annotated[PlaceRef | None, Kept(N_("Place"))] = None
    """Where it was made: the id of a place."""
    focus: Annotated[Text | None, Free(N_("Focus"), because="it is how a picture is cropped")] = None
    """The point that stays when it is cropped, from the left and the top: `50% 20%`."""
    poster: Annotated[Text | None, Free(N_("Poster"), because="it stands for the film until that plays")] = None
    """A picture that stands for a film or a recording until it plays: a file from the folder of the pages."""
    captions: Annotated[dict[Text, Text], Free(N_("Subtitles"), because="they are what is said in it")] = {}
    """Subtitles (WebVTT), each under its language: `en: images/hearing.en.vtt`."""
    transcript: Annotated[Markdown | None, Kept(N_("Transcript"))] = None
    """What is said in it (Markdown)."""
    content_warning: Annotated[Text | None, Kept(N_("Warning"))] = None
    """What a reader must know before seeing it; it is shown only when asked for."""


class Medium(Entry, MediumFields):
    """A picture, a film, a recording or a document."""


def faults_in(medium: MediumFields) -> list[tuple[str, str, str]]:
    """Return what is missing or too much in a medium: the field at which it is told, the message, and the hint."""
    found = []
    if (medium.file is None) == (medium.url is None):
        found.append(("file", "expected either `file` or `url`", "name the file, or where somebody else shows it"))
    if medium.kind == "picture" and medium.file and not medium.alt:
        hint = "say in a sentence what is to be seen"
        found.append(("file", "the picture has no `alt`, by which who does not see it knows what it shows", hint))
    if medium.kind == "picture" and medium.url:
        found.append(("url", "a picture is a file of the site", "save it beside the pages, if its rights allow that"))
    if not medium.credit:
        found.append(
            ("file" if medium.file else "url", "the medium has no `credit`", "name who made it, and whose it is")
        )
    return found


KIND = EntryKind(
    name="medium",
    model=Medium,
    collection="media",
    called=Called(N_("Medium"), ngettext_noop("%(num)d medium", "%(num)d media")),
    label=lambda medium, _: medium.alt or medium.credit or medium.id,
    former_label=lambda fields, _: str(fields.get("alt") or fields.get("credit") or ""),
)

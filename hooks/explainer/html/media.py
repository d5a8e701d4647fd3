"""Media to HTML: pictures in the widths that a screen needs, films, recordings, what others show; figures of these."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple
from urllib.parse import parse_qs, quote, urlsplit

from markupsafe import Markup

from explainer.files.pictures import size_of
from explainer.html.filling import Filler
from explainer.html.locator import locator
from explainer.html.pictures import BETTER, PHOTOGRAPHS, SIZES, picture_of
from explainer.html.source_places import seconds_of
from explainer.record.kinds.event import Event
from explainer.record.kinds.medium import MediumFields
from explainer.record.kinds.place import Place
from explainer.record.kinds.statement import Statement

Layout = Literal["text", "wide", "full", "aside"]

FALLBACK = 960
"""The width of the file for browsers that choose none by themselves, and for paper."""

PLATFORMS = {
    "www.youtube.com": "YouTube", "youtube.com": "YouTube", "youtu.be": "YouTube", "m.youtube.com": "YouTube",
    "vimeo.com": "Vimeo", "player.vimeo.com": "Vimeo", "x.com": "X", "twitter.com": "X", "soundcloud.com": "SoundCloud",
    "www.openstreetmap.org": "OpenStreetMap", "www.google.com": "Google Maps", "www.instagram.com": "Instagram",
    "www.tiktok.com": "TikTok", "www.facebook.com": "Facebook",
}  # fmt: skip
"""What readers call those who show what others made, by the host."""

PLAYS = {
    ".mp4": "video/mp4", ".webm": "video/webm", ".ogv": "video/ogg", ".mov": "video/quicktime",
    ".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".ogg": "audio/ogg", ".oga": "audio/ogg", ".wav": "audio/wav",
}  # fmt: skip
"""The media types of films and recordings, by the ending of the file."""


class Offered(NamedTuple):
    """Files of a picture in one form: its media type, and each file with its width."""

    media_type: str
    srcset: str


class MapMark(NamedTuple):
    """A mark on a map, and what the list beneath says of it."""

    number: int
    x: float
    y: float
    side: str
    name: str
    note: str | None
    sources: Sequence[str]
    id: str = ""


class Elsewhere(NamedTuple):
    """What another site shows.

    Attributes:
        platform: What readers call that site.
        url: Where it is to be seen there.
        player: The address of what is loaded when a reader asks for it; empty where the site allows none.
    """

    platform: str
    url: str
    player: str


@dataclass(frozen=True)
class MediaRenderer(Filler):
    """Fills the templates for media."""

    def picture(self, file: str, alt: str, *, layout: str = "text", focus: str = "") -> Markup:
        """Render a picture: offered in several widths and forms where it is a photograph, with its size.

        Args:
            file: Its file, from the folder of the pages.
            alt: What it shows; empty for one whose words stand beside it.
            layout: How wide it is shown.
            focus: The point that stays when it is cropped: `50% 20%`.
        """
        path = self.view.file_at(file)
        made = picture_of(path) if self.view.press.makes("pictures") else None
        size = (made.width, made.height) if made else size_of(path)
        offered: list[Offered] = []
        fallback = self.view.file_url(file)
        if made:
            for form in made.forms:
                files = [(self.view.product_url(made.path(width, form)), width) for width in made.widths]
                offered.append(
                    Offered(BETTER.get(form) or PHOTOGRAPHS[f".{form}"], ", ".join(f"{u} {w}w" for u, w in files))
                )
            width = max((each for each in made.widths if each <= FALLBACK), default=made.widths[0])
            fallback = self.view.product_url(made.path(width, made.form))
        return self.fill(
            "picture.html",
            offered=offered,
            fallback=fallback,
            alt=alt,
            size=size,
            sizes=SIZES.get(layout, SIZES["text"]),
            focus=_focus(focus),
            lazy=not self.view.is_first("picture"),
        )

    def media_of(self, event: Event) -> list[MediumFields]:
        """Return what shows an event."""
        return [medium for id_ in event.media if (medium := self.record.media.get(id_))]

    def figure(self, media: Sequence[MediumFields], *, layout: Layout = "text", compare: bool = False) -> Markup:
        """Render media as a figure: one, a grid of several, or two before and after.

        Args:
            media: The media, in their order.
            layout: How wide the figure is.
            compare: Whether they are two pictures of one thing at two times.
        """
        return self.fill("figure.html", media=media, layout=layout, compare=compare)

    def medium(self, medium: MediumFields, *, layout: str = "text") -> Markup:
        """Render what a medium shows, without its caption; nothing of one that names neither file nor address."""
        if not (medium.file or medium.url):
            return Markup()
        return self.fill(
            "medium.html",
            medium=medium,
            layout=layout,
            elsewhere=self.elsewhere(medium),
            media_type=PLAYS.get(f".{(medium.file or '').rpartition('.')[2].lower()}", ""),
        )

    def elsewhere(self, medium: MediumFields) -> Elsewhere | None:
        """Return where another site shows a medium; None for one of the site's own."""
        if not medium.url:
            return None
        host = (urlsplit(medium.url).hostname or "").lower()
        player = _player(medium.url, host)
        allowed = (
            urlsplit(player).hostname or ""
        ) in self.site.settings.embeds_from or host in self.site.settings.embeds_from
        return Elsewhere(PLATFORMS.get(host, host.removeprefix("www.")), medium.url, player if allowed else "")

    def recording(self, statement: Statement) -> Markup:
        """Render where a statement is to be heard; nothing where it is not recorded."""
        recording = statement.recording
        medium = self.record.media.get(recording.medium) if recording else None
        if recording is None or medium is None or not (medium.file or medium.url):
            return Markup()
        start, end = (seconds_of(each) for each in (recording.from_ or "", recording.to or ""))
        part = f"#t={start}" + (f",{end}" if end else "") if start is not None else ""
        return self.fill("recording.html", recording=recording, medium=medium, part=part)


@dataclass(frozen=True)
class MapRenderer(MediaRenderer):
    """Fills the template for maps."""

    def locator(self, places: Sequence[Place], *, borders: bool, caption: str | None) -> Markup:
        """Render where places are."""
        drawn = locator(places, borders=borders)
        marks = [
            MapMark(mark.number, mark.x, mark.y, mark.side, place.name, place.note, place.sources, place.id)
            for mark in drawn.marks
            if (place := mark.place)
        ]
        names = self.words.listed(place.name for place in places)
        label = self.words.gettext("Map: %(name)s") % {"name": names}
        credit = self.words.gettext("Map: %(name)s") % {"name": "Natural Earth"}
        return self.fill(
            "map.html", locator=drawn, aspect=drawn.aspect, marks=marks, picture=None, alt=None, label=label,
            caption=caption, credit=credit,
        )  # fmt: skip

    def marked(
        self,
        picture: str,
        alt: str,
        credit: str,
        marks: Sequence[tuple[str, str, str | None, Sequence[str]]],
        caption: str | None,
    ) -> Markup:
        """Render a picture with marks on it: the name of each, where it is, a note, the sources."""
        placed = []
        for n, (name, at, note, sources) in enumerate(marks, 1):
            x, y = (float(each.rstrip("%")) for each in at.split())
            placed.append(MapMark(n, x, y, "end" if x < 50 else "start", name, note, sources))
        return self.fill(
            "map.html", locator=None, aspect="picture", marks=placed, picture=picture, alt=alt, label=alt,
            caption=caption, credit=credit,
        )  # fmt: skip


def _player(url: str, host: str) -> str:
    """Return the address under which a page of another site may be shown inside one of ours."""
    parts = urlsplit(url)
    if host.endswith("youtube.com") or host == "youtu.be":
        video = parse_qs(parts.query).get("v", [parts.path.rpartition("/")[2]])[0]
        return f"https://www.youtube-nocookie.com/embed/{quote(video)}"
    if host == "vimeo.com":
        return f"https://player.vimeo.com/video/{quote(parts.path.strip('/'))}?dnt=1"
    if host == "soundcloud.com":
        return f"https://w.soundcloud.com/player/?url={quote(url, safe='')}"
    return url


def _focus(focus: str) -> tuple[str, str] | None:
    """Return which part of a picture stays in view when it is cropped, across and down, in thirds.

    In thirds, since each is a class of the style: a style of a page's own is what a policy may forbid.
    """
    try:
        across, down = (float(each.strip().rstrip("%")) for each in focus.split())
    except ValueError:
        return None
    first, last = 100 / 3, 200 / 3
    x, y = ("start" if each < first else "end" if each > last else "middle" for each in (across, down))
    return x, y

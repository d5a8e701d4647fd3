"""The files beside the pages that readers and programs fetch: where each is, and what a link to it says.

The pages link them and the publisher writes them, so both ask here.
"""

from pathlib import PurePosixPath
from typing import NamedTuple

from explainer.record.contents import Contents
from explainer.rules.integrity.stories import file_name
from explainer.site.site import Site
from explainer.words.words import Words


class Download(NamedTuple):
    """A file to fetch.

    Attributes:
        path: Where it is, from the site's root.
        media_type: What it is (RFC 6838).
        label: What a link to it says: the format's own name, or a word of the site's language.
    """

    path: str
    media_type: str
    label: str


ATOM = Download("feed.atom", "application/atom+xml", "Atom")
JSON_FEED = Download("feed.json", "application/feed+json", "JSON Feed")
CALENDAR = "timeline.ics"
TIMELINE_JSON = Download("timeline.json", "application/json", "JSON")
TIMELINE_CSV = Download("timeline.csv", "text/csv", "CSV")
TIMELINEJS = Download("timeline.timelinejs.json", "application/json", "TimelineJS")
RECORD = Download("record.json", "application/json", "JSON")
RECORD_SCHEMA = Download("record.schema.json", "application/schema+json", "JSON Schema")

PICTURES = "assets/cards"
"""The folder of the pictures of shared links."""
PICTURE_SIZE = (1200, 630)
"""How wide and high these are, in pixels: what the services ask for that show them (Open Graph)."""


def feeds(site: Site, words: Words, story: str | None = None) -> list[Download]:
    """Return the feeds of a site, or those of one of its stories; none where the site has no address to link to."""
    if site.settings.downloads == "no" or not site.url:
        return []
    if story is None:
        return [ATOM, JSON_FEED]
    name = file_name(story)
    return [
        feed._replace(
            path=f"feeds/{name}{PurePosixPath(feed.path).suffix}",
            label=words.colon(feed.label, story),
        )
        for feed in (ATOM, JSON_FEED)
    ]


def all_feeds(contents: Contents, words: Words) -> list[Download]:
    """Return the feeds of a site and of each of its stories."""
    return [feed for story in (None, *contents.stories) for feed in feeds(contents.site, words, story)]


def timeline_data(site: Site, words: Words) -> list[Download]:
    """Return the forms in which the whole timeline can be fetched."""
    if site.settings.downloads == "no":
        return []
    calendar = Download(CALENDAR, "text/calendar", words.gettext("Calendar"))
    return [TIMELINE_JSON, TIMELINE_CSV, TIMELINEJS, calendar]


def record_data(site: Site) -> list[Download]:
    """Return the forms in which the whole record can be fetched, and what describes them."""
    return [] if site.settings.downloads == "no" else [RECORD, RECORD_SCHEMA]


def all_downloads(contents: Contents, words: Words) -> list[Download]:
    """Return all that can be fetched beside the pages."""
    return [*timeline_data(contents.site, words), *record_data(contents.site), *all_feeds(contents, words)]

"""Feeds of the site and of each of its stories, in two forms of the same items: Atom and JSON Feed."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from explainer.html.downloads import Download
from explainer.html.press import Press, Product
from explainer.publish.products.later import later
from explainer.rules.integrity.stories import file_name

ATOM = Download("feed.atom", "application/atom+xml", "Atom")
JSON_FEED = Download("feed.json", "application/feed+json", "JSON Feed")


def feeds(press: Press, story: str | None) -> list[Download]:
    """Return the feeds of a site, or those of one of its stories."""
    if story is None:
        return [ATOM, JSON_FEED]
    return [
        each._replace(
            path=f"feeds/{file_name(story)}{PurePosixPath(each.path).suffix}",
            label=press.words.colon(each.label, story),
            story=story,
        )
        for each in (ATOM, JSON_FEED)
    ]


def _downloads(press: Press) -> Iterator[Download]:
    for story in (None, *press.contents.stories):
        yield from feeds(press, story)


PRODUCT = Product(
    "feeds",
    later("explainer.publish.feeds:feed_files"),
    downloads=_downloads,
    linked_from="update",
    needs_address=True,
    is_feed=True,
)

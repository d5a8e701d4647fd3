"""Feeds: new and changed questions, events and corrections, as Atom 1.0 (RFC 4287) and JSON Feed 1.1.

An item's id outlives its page and its headline, and its dates are the record's: the same record gives the same feed.
What the record gives no day for is left out: a feed has no way to say "some time".
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, SubElement

from explainer.html.downloads import Download
from explainer.html.press import Press
from explainer.publish.changed import site_changed
from explainer.publish.moments import moment, rfc3339
from explainer.publish.products.feeds import ATOM, feeds
from explainer.publish.view import FileView
from explainer.record.contents import Contents
from explainer.record.kinds.refs import EntryRef
from explainer.record.queries.publication import Publication, first_day, of_event, of_page
from explainer.words import labels

ATOM_NAMESPACE = "http://www.w3.org/2005/Atom"
JSON_FEED_VERSION = "https://jsonfeed.org/version/1.1"

NO_FRAGMENT = re.compile(r"[\x00-\x20\"#%<>\[\\\]^`{|}\x7f]")
"""The signs of a page's path that a fragment of an IRI must not have (RFC 3987, 2.2)."""

MOST = 100
"""How many items a feed holds, the last changed first: a reader's program has seen the rest."""


@dataclass(frozen=True)
class Item:
    """One thing to tell a feed's reader.

    Attributes:
        id: Its name for good, an address that need not be fetched.
        url: Where it stands on the site.
        kind: `question`, `event`, or the kind of an update.
        title: Its headline in plain text.
        write: Returns what it says, with whole addresses.
        published: When it came to the site.
        updated: When it last changed.
        stories: The stories that it belongs to, None where to none.
    """

    id: str
    url: str
    kind: str
    title: str
    write: Callable[[], str]
    published: datetime
    updated: datetime
    stories: frozenset[str | None]

    @cached_property
    def html(self) -> str:
        """What it says. Feeds share their items, and of the many that a site has they tell the last."""
        return self.write()


def feed_files(press: Press) -> Iterator[tuple[str, str]]:
    """Yield the feeds of a site and of each of its stories: the path of each and its text."""
    by_story = items(press)
    for story in (None, *press.contents.stories):
        found = by_story.get(story, [])
        for feed in feeds(press, story):  # one without items, too: every page leads to it
            form = atom if feed.media_type == ATOM.media_type else json_feed
            yield feed.path, form(found, press, feed, story)


def items(press: Press) -> Mapping[str | None, list[Item]]:
    """Return the items of each story's feed, and under None those of the site's: the last changed first.

    Args:
        press: What turns entries into HTML, and knows what the site tells.
    """
    by_story: dict[str | None, list[Item]] = defaultdict(list)
    for item in (*_questions(press), *_events(press), *_corrections(press)):
        for story in {None, *item.stories}:
            by_story[story].append(item)
    return {
        story: sorted(found, key=lambda item: (-item.updated.timestamp(), item.id))[:MOST]
        for story, found in by_story.items()
    }


def _item(
    view: FileView,
    ref: EntryRef,
    form: str,
    title: str,
    write: Callable[[], str],
    dates: Publication,
    stories: Iterable[str | None],
) -> Iterator[Item]:
    """Yield an item, if the record gives it a day and a page shows it."""
    updated = moment(dates.updated)
    published = moment(dates.published) or updated
    url = view.url(ref.kind, ref.id)
    if published and url:
        name = NO_FRAGMENT.sub(lambda sign: quote(sign[0]), view.contents.first_name(ref.kind, ref.id))
        stable = f"{view.site.url}#{ref.kind}:{name}"
        changed = max(published, updated or published)
        yield Item(stable, url, form, title, write, published, changed, frozenset(stories))


def _questions(press: Press) -> Iterator[Item]:
    view, first = FileView(press), first_day(press.contents)
    for page in press.contents.pages.questions:
        dates = of_page(page, press.contents)
        dates = Publication(dates.published or dates.updated or first, dates.updated)
        ref, title = EntryRef("question", page.stem), view.plain(page.title)
        write = partial(view.render.prose, page.front.answer or "")
        yield from _item(view, ref, "question", title, write, dates, [page.front.story])


def _events(press: Press) -> Iterator[Item]:
    view = FileView(press)
    for event in press.record.events.values():
        ref, dates = EntryRef("event", event.id), of_event(event, press.contents)
        write = partial(view.render.event, event, heading=2)
        yield from _item(view, ref, "event", event.title, write, dates, [event.story])


def _corrections(press: Press) -> Iterator[Item]:
    view = FileView(press)
    for update in press.record.updates.values():
        if update.kind == "update":
            continue
        title = view.words.commas([labels.update_kind(update.kind, view.words), view.words.date(update.date)])
        ref, dates = EntryRef("update", update.id), Publication(update.date, update.date)
        write = partial(view.render.prose, update.text)
        stories = _stories_of(update.entries, press.contents)
        yield from _item(view, ref, update.kind, title, write, dates, stories)


def _stories_of(entries: Iterable[EntryRef], contents: Contents) -> Iterator[str | None]:
    for ref in entries:
        yield contents.story_of(ref.kind, ref.id)


def _title(view: FileView, story: str | None) -> str:
    return view.words.colon(view.site.name, story) if story else view.site.name


def atom(found: list[Item], press: Press, feed: Download, story: str | None = None) -> str:
    """Return items as an Atom feed (RFC 4287).

    Args:
        found: The items, the last changed first.
        press: What turns entries into HTML, and knows what the site tells.
        feed: The file that is made.
        story: The story that it tells; None for all.
    """
    view = FileView(press)
    root = Element("feed", {"xmlns": ATOM_NAMESPACE, "xml:lang": view.words.tag})
    _text(root, "id", view.address(press.site.prefix + feed.path))
    _text(root, "title", _title(view, story))
    if press.site.description:
        _text(root, "subtitle", press.site.description)
    _text(root, "updated", rfc3339(found[0].updated if found else site_changed(press.contents)))
    _text(SubElement(root, "author"), "name", press.site.author or press.site.name)
    SubElement(root, "link", rel="self", type=feed.media_type, href=view.product_url(feed.path))
    SubElement(root, "link", rel="alternate", type="text/html", href=press.site.url)
    if rights := press.site.settings.licence:
        _text(root, "rights", rights)
    for item in found:
        entry = SubElement(root, "entry")
        _text(entry, "id", item.id)
        _text(entry, "title", item.title)
        _text(entry, "published", rfc3339(item.published))
        _text(entry, "updated", rfc3339(item.updated))
        SubElement(entry, "link", rel="alternate", type="text/html", href=item.url)
        SubElement(entry, "category", term=item.kind)
        _text(entry, "content", item.html, type="html")
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _text(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = str(text)


def json_feed(found: list[Item], press: Press, feed: Download, story: str | None = None) -> str:
    """Return items as a JSON Feed 1.1 (jsonfeed.org/version/1.1). See `atom`."""
    view = FileView(press)
    content: dict[str, Any] = {
        "version": JSON_FEED_VERSION,
        "title": _title(view, story),
        "home_page_url": press.site.url,
        "feed_url": view.product_url(feed.path),
        "language": view.words.tag,
        "authors": [{"name": press.site.author or press.site.name}],
        "items": [
            {
                "id": item.id,
                "url": item.url,
                "title": item.title,
                "content_html": str(item.html),
                "date_published": rfc3339(item.published),
                "date_modified": rfc3339(item.updated),
                "tags": [item.kind],
            }
            for item in found
        ],
    }
    if press.site.description:
        content["description"] = press.site.description
    if press.site.settings.licence:
        # What JSON Feed has no field for stands in an extension, whose name begins with an underscore.
        content["_explainer"] = {
            "about": "https://www.jsonfeed.org/version/1.1/#extensions",
            "licence": press.site.settings.licence,
        }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"

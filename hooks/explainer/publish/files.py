"""The files beside the pages: which there are, and how they come into the built site."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

from explainer.files.writing import write_whole
from explainer.html import downloads
from explainer.html.urls import page_url
from explainer.problems.problem import Problem
from explainer.publish.assets import name_by_content
from explainer.publish.calendar import calendar
from explainer.publish.embeds import embeds
from explainer.publish.exports import record_json, record_schema, timeline_csv, timeline_json, timelinejs
from explainer.publish.feeds import feed_files
from explainer.publish.head import with_head
from explainer.publish.share_images import FOLDER as PICTURES
from explainer.publish.share_images import share_images
from explainer.record.record import Record
from explainer.site.site import Site
from explainer.words.words import words_for


def products(record: Record, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield every file that is made of the record: its path from the site's root, and what it holds."""
    yield from _encoded(embeds(record, site))
    if site.settings.downloads == "no":
        return
    yield from _encoded(feed_files(record, site))
    yield downloads.CALENDAR, calendar(record, site).encode()
    yield downloads.TIMELINE_JSON.path, timeline_json(record, site).encode()
    yield downloads.TIMELINE_CSV.path, timeline_csv(record, site).encode()
    yield downloads.TIMELINEJS.path, timelinejs(record, site).encode()
    yield downloads.RECORD.path, record_json(record, site).encode()
    yield downloads.RECORD_SCHEMA.path, record_schema(site).encode()
    yield from share_images(record, site)


def _encoded(files: Iterator[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    return ((path, text.encode()) for path, text in files)


def written_over(record: Record, site: Site) -> Iterator[Problem]:
    """Yield a problem for each file of the editors' own that a download would take the place of in the built site."""
    data = [*downloads.timeline_data(site, words_for(site.language)), *downloads.record_data(site)]
    for each in (*data, *downloads.all_feeds(record, site)):
        file = site.docs / each.path
        if file.is_file():
            message = "the record is published under the name of this file, which would be lost"
            yield Problem(site.shown_as(file), 0, 0, message, hint="rename it, or set `downloads: no`")


def write(record: Record, site: Site, folder: Path, *, drawn: Callable[[], None] = lambda: None) -> list[str]:
    """Write every product into a built site, name our assets in it by what they hold, and return the paths.

    Args:
        record: The record.
        site: The site.
        folder: The folder of the built site.
        drawn: Called for every picture that is written: these take the time.
    """
    written = []
    for path, content in products(record, site):
        write_whole(folder / path, content)
        written.append(path)
        if path.startswith(PICTURES):
            drawn()
    name_by_content(folder)
    return written


def complete_heads(record: Record, site: Site, folder: Path) -> list[str]:
    """Put our lines into the head of every page of a built site, where no plugin did, and return the pages' files."""
    completed = []
    for page in record.pages:
        url = page_url(page.path, directories=site.directories)
        path = f"{url}index.html" if not url or url.endswith("/") else url
        file = folder / unquote(path)
        if file.is_file():
            write_whole(file, with_head(file.read_text("utf-8"), page, record, site).encode())
            completed.append(path)
    return completed

"""The files beside the pages: which there are, and how they come into the built site."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

from explainer.files.writing import write_whole
from explainer.html import downloads
from explainer.html.press import Press
from explainer.publish.calendar import calendar
from explainer.publish.cards import share_images
from explainer.publish.embeds import embeds
from explainer.publish.exports import record_json, record_schema, timeline_csv, timeline_json, timelinejs
from explainer.publish.feeds import feed_files
from explainer.publish.head import with_head


def products(press: Press) -> Iterator[tuple[str, bytes]]:
    """Yield every file that is made of the record: its path from the site's root, and what it holds."""
    yield from _encoded(embeds(press))
    if press.site.settings.downloads == "no":
        return
    yield from _encoded(feed_files(press))
    yield downloads.CALENDAR, calendar(press).encode()
    yield downloads.TIMELINE_JSON.path, timeline_json(press).encode()
    yield downloads.TIMELINE_CSV.path, timeline_csv(press).encode()
    yield downloads.TIMELINEJS.path, timelinejs(press).encode()
    yield downloads.RECORD.path, record_json(press).encode()
    yield downloads.RECORD_SCHEMA.path, record_schema(press.site).encode()
    yield from share_images(press)


def _encoded(files: Iterator[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    return ((path, text.encode()) for path, text in files)


def write(press: Press, folder: Path, *, drawn: Callable[[], None] = lambda: None) -> list[str]:
    """Write every product into a built site, and return the paths.

    Args:
        press: What turns entries into HTML, and knows what the site tells.
        folder: The folder of the built site.
        drawn: Called for every picture that is written: these take the time.
    """
    written = []
    for path, content in products(press):
        write_whole(folder / press.site.prefix / path, content)
        written.append(path)
        if path.startswith(downloads.PICTURES):
            drawn()
    return written


def complete_heads(press: Press, folder: Path) -> list[str]:
    """Put our lines into the head of every page of a built site, where no plugin did, and return the pages' files."""
    completed = []
    for page in press.contents.pages:
        path = f"{page.url}index.html" if not page.url or page.url.endswith("/") else page.url
        file = folder / unquote(path)
        if file.is_file():
            write_whole(file, with_head(file.read_text("utf-8"), page, press).encode())
            completed.append(path)
    return completed

"""The files beside the pages: which there are, and how they come into the built site."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

from explainer.files.writing import write_whole
from explainer.html.downloads import PICTURES
from explainer.html.press import Press
from explainer.publish.head import with_head
from explainer.site.addresses import file_of


def files(press: Press) -> Iterator[tuple[str, bytes]]:
    """Yield every file that is made of the record: its path from the site's root, and what it holds."""
    for product in press.products:
        for path, content in product.made_by(press):
            yield press.site.prefix + path, content.encode() if isinstance(content, str) else content


def write(press: Press, folder: Path, *, drawn: Callable[[], None] = lambda: None) -> list[str]:
    """Write every product into a built site, and return the paths.

    Args:
        press: What turns entries into HTML, and knows what the site tells.
        folder: The folder of the built site.
        drawn: Called for every picture that is written: these take the time.
    """
    written = []
    for path, content in files(press):
        write_whole(folder / path, content)
        written.append(path)
        if path.removeprefix(press.site.prefix).startswith(PICTURES):
            drawn()
    return written


def complete_heads(press: Press, folder: Path) -> list[str]:
    """Put our lines into the head of every page of a built site, where no plugin did, and return the pages' files."""
    completed = []
    for page in press.contents.pages:
        path = file_of(page.url)
        file = folder / unquote(path)
        if file.is_file():
            write_whole(file, with_head(file.read_text("utf-8"), page, press).encode())
            completed.append(path)
    return completed

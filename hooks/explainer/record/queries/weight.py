"""How much a page weighs, about: it is told before the page is made, and is the same whoever asks."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.site.pages import Page

MEGABYTE = 1_000_000

LIGHTER = "show less of it: `from`, `to`, `limit`, or a page for each story"
"""What to do about a page that weighs too much."""

OF_AN_ENTRY = 600
"""How many bytes of HTML an entry has besides its text: a headline, a date, names, notes, a permalink."""


def weight_of(path: str, contents: Contents) -> int:
    """Return about how many bytes of HTML a page has in what it shows of the record, and in its own text.

    Args:
        path: The page.
        contents: What the site tells.
    """
    record = contents.record
    entries = (record.get(kind, id_) for block in contents.blocks.get(path, ()) for kind, id_ in block.shows)
    shown = sum(OF_AN_ENTRY + len(getattr(entry, "text", None) or "") for entry in entries)
    return shown + sum(len(passage) for passage in contents.texts.get(path, ()))


def pages_of(least: int, contents: Contents) -> Iterator[tuple[Page, float]]:
    """Yield the pages that weigh so many bytes or more, each with about how many megabytes."""
    for page in contents.pages:
        if (weight := weight_of(page.path, contents)) >= least:
            yield page, weight / MEGABYTE

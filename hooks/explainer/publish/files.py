"""The files beside the pages: which there are, and how they come into the built site."""

from collections.abc import Iterator
from pathlib import Path

from explainer.publish.assets import name_by_content
from explainer.publish.embeds import embeds
from explainer.record.record import Record
from explainer.record.site import Site


def products(record: Record, site: Site) -> Iterator[tuple[str, str]]:
    """Yield every file that is made of the record: its path from the site's root, and its text."""
    yield from embeds(record, site)


def write(record: Record, site: Site, folder: Path) -> None:
    """Write every product into a built site, and name our assets in it by what they hold."""
    for path, text in products(record, site):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    name_by_content(folder)

"""An edition for a host that hands over one page after another, and never says that these were all."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from time import monotonic

from markdown import Markdown

from explainer.blocks.draft import Draft
from explainer.edition import Edition, Locate
from explainer.html.press import Press
from explainer.problems.problem import fails, in_order, report
from explainer.record.contents import Contents, PlacedBlock
from explainer.rules.runner import check
from explainer.site.inventory import from_disk
from explainer.site.site import Site


class ContentError(Exception):
    """Pages or data have problems, and nobody collects them. The message is their report."""


class SinglePages(Edition):
    """An edition for a host that hands over one page after another, and never says that these were all.

    Where each entry is at home is found out beforehand, from the pages on disk. A page is completed as it comes, and
    one with problems raises, since nobody collects them.
    """

    def __init__(self, site: Site, locate: Locate, *, now: datetime | None = None) -> None:
        """Read the record and the pages of a site; see `Edition`."""
        super().__init__(site, locate, now=now)
        inventory, problems = from_disk(site)
        blocks: Mapping[str, list[PlacedBlock]] = {page.path: found for page, found in self.collect(inventory)}
        self.contents = Contents(site, self.record, inventory, blocks, self.today)
        self.press = self._whole = Press(self.contents, self.products)
        self.problems = in_order([*self.problems, *problems, *check(self.contents)])
        self._read = dict(_stamps(site))
        self._looked = monotonic()

    def is_current(self) -> bool:
        """Whether no file has changed that it was read from; the disk is asked at most every half a second."""
        if monotonic() - self._looked > PATIENCE:
            self._looked = monotonic()
            return dict(_stamps(self.site)) == self._read
        return True

    def begin(self, md: Markdown) -> Draft:
        """Return a draft for a page.

        Raises:
            ContentError: The record has errors.
        """
        if fails(self.problems):
            raise ContentError(report(self.problems))
        return super().begin(md)

    def end(self, draft: Draft) -> str:
        """Return a page's HTML, complete.

        Raises:
            ContentError: The page has errors.
        """
        super().end(draft)
        path = draft.host.path
        view = self._view(draft, self.contents.page(path) or self.pages[path], self.press)
        self._complete(path, view)
        if fails(problems := [*draft.problems, *view.problems]):
            raise ContentError(report(problems))
        return self.completed[path].html


PATIENCE = 0.5
"""How many seconds an edition is taken for current without a look at the disk."""


def _stamps(site: Site) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Yield every file that an edition from disk depends on, with its size and the time of its last change."""
    folders = (site.data, site.docs, *((site.root / site.settings.templates,) if site.settings.templates else ()))
    for file in (*site.files, *(path for folder in folders for path in folder.rglob("*"))):
        with suppress(OSError):  # a link that leads nowhere
            stat = file.stat()
            yield file, (stat.st_size, stat.st_mtime_ns)

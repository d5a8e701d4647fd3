"""A file beside the pages as a place where entries are shown: its links lead to the pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from explainer.record.dates import Date
from explainer.record.fields import Kind
from explainer.record.prose import Citation
from explainer.record.record import Record
from explainer.record.shown import anchor, homes
from explainer.record.site import Site
from explainer.render.entries import Renderer
from explainer.render.prose import plain
from explainer.render.urls import page_url, relative_url
from explainer.render.words import Words, words_for


@dataclass
class FileView:
    """A `View` for a file that the publisher writes.

    Attributes:
        site: The site.
        record: What is known.
        path: Where the file is, from the site's root: its links are relative to it. None for a file that is read away
            from the site, as feeds are: its links are whole.
    """

    site: Site
    record: Record
    path: str | None = None

    @property
    def words(self) -> Words:
        """The site's language."""
        return words_for(self.site.language)

    @property
    def render(self) -> Renderer:
        """What turns entries into HTML here."""
        own = self.site.settings.templates
        return Renderer(self, self.site.root / own if own else None)

    @property
    def as_of(self) -> Date | None:
        """The day up to which the site tells its story, if it says so."""
        return self.site.settings.as_of

    def address(self, path: str) -> str:
        """Return the address of what is at a path from the site's root, as seen from here."""
        return f"{self.site.url}{path}" if self.path is None else relative_url(path, self.path)

    def page_url(self, path: str) -> str:
        """Return the address of a Markdown page as seen from here."""
        return self.address(page_url(path, directories=self.site.directories))

    def url(self, kind: Kind, id_: str) -> str | None:
        """Return the address of an entry's home as seen from here; None where no page shows it."""
        if kind == "question":
            page = self.record.question(id_)
            return self.page_url(page.path) if page else None
        home = homes(self.record, self.site).get((kind, id_))
        return f"{self.page_url(home)}#{anchor(kind, id_)}" if home else None

    def file_url(self, path: str) -> str:
        """Return the address of a file beside the pages, such as a picture, as seen from here."""
        return self.address(quote(path))

    def file_at(self, path: str) -> Path:
        """Return where a file beside the pages is."""
        return self.site.docs / path

    def embed_url(self, _kind: str, _id: str) -> str | None:
        """Return None: what is embedded, or read in a feed, offers no embed."""
        return None

    def claim(self, _kind: Kind, _id: str) -> str | None:
        """Return None: a permalink leads to the site, as all links from here do."""
        return None

    def cite(self, citations: Sequence[Citation], *, named: bool = False) -> Markup:
        """Return the publishers of the sources, where asked for by name: a file without notes has no numbers."""
        if not named:
            return Markup()
        return self.words.listed(self.record.sources[each.source].publisher for each in citations)

    def plain(self, markdown: str) -> str:
        """Return a field's Markdown as plain text in one line, without references to notes."""
        return plain(markdown)

    def title(self, path: str) -> str:
        """Return a page's title as plain text."""
        page = self.record.page(path)
        return self.plain(page.title) if page else self.site.name

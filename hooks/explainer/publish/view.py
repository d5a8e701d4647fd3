"""A file beside the pages as a place where entries are shown: its links lead to the pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from explainer.html.entries import Renderer
from explainer.html.press import Press
from explainer.record.contents import Contents, anchor
from explainer.record.kinds.refs import Kind
from explainer.record.marks import Citation
from explainer.record.record import Record
from explainer.site.addresses import relative_url
from explainer.site.site import Site
from explainer.words.words import Words


@dataclass
class FileView:
    """A `View` for a file that the publisher writes.

    Attributes:
        press: What turns entries into HTML.
        path: Where the file is, from the site's root: its links are relative to it. None for a file that is read away
            from the site, as feeds are: its links are whole.
    """

    press: Press
    path: str | None = None

    @property
    def contents(self) -> Contents:
        """What the site tells."""
        return self.press.contents

    @property
    def record(self) -> Record:
        """What is known."""
        return self.press.record

    @property
    def site(self) -> Site:
        """The site."""
        return self.press.site

    @property
    def words(self) -> Words:
        """The site's language."""
        return self.press.words

    @property
    def render(self) -> Renderer:
        """What turns entries into HTML here."""
        return Renderer(self)

    def address(self, path: str) -> str:
        """Return the address of what is at a path from the site's root, as seen from here."""
        return f"{self.site.url}{path}" if self.path is None else relative_url(path, self.path)

    def page_url(self, path: str) -> str:
        """Return the address of a Markdown page as seen from here."""
        return self.address(self.contents.address_of(path))

    def url(self, kind: Kind, id_: str) -> str | None:
        """Return the address of an entry's home as seen from here; None where no page shows it."""
        if kind == "question":
            page = self.contents.question(id_)
            return self.page_url(page.path) if page else None
        home = self.contents.homes.get((kind, id_))
        return f"{self.page_url(home)}#{anchor(kind, id_)}" if home else None

    def linked_url(self, kind: Kind, id_: str) -> str | None:
        """Return the same for a link: no card stands beside one in a file."""
        return self.url(kind, id_)

    def file_url(self, path: str) -> str:
        """Return the address of a file beside the pages, such as a picture, as seen from here."""
        return self.address(quote(path))

    def product_url(self, path: str) -> str:
        """Return the address of a file that is made of the record, such as a feed, as seen from here."""
        return self.file_url(self.site.prefix + path)

    def file_at(self, path: str) -> Path:
        """Return where a file beside the pages is."""
        return self.site.docs / path

    def embed_url(self, _kind: str, _id: str) -> str | None:
        """Return None: what is embedded, or read in a feed, offers no embed."""
        return None

    def claim(self, _kind: Kind, _id: str) -> str | None:
        """Return None: a permalink leads to the site, as all links from here do."""
        return None

    def is_first(self, _what: str) -> bool:
        """Return False: what is read elsewhere is seen there at a time of its own."""
        return False

    def cite(self, citations: Sequence[Citation], *, named: bool = False) -> Markup:
        """Return the publishers of the sources, where asked for by name: a file without notes has no numbers."""
        if not named:
            return Markup()
        return self.words.listed(self.record.sources[each.source].publisher for each in citations)

    def plain(self, markdown: str) -> str:
        """Return a field's Markdown as plain text in one line, without references to notes."""
        return self.press.fields.plain(markdown)

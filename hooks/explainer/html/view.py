"""What an entry's HTML needs to know of the place where it is shown."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from markupsafe import Markup

from explainer.html.press import Press
from explainer.record.contents import Contents
from explainer.record.kinds.refs import Kind
from explainer.record.marks import Citation


class View(Protocol):
    """A place where entries are shown: a page, an embed, a feed. Each links and cites in its own way."""

    @property
    def contents(self) -> Contents:
        """What the site tells: its record, its pages, and where each entry is at home."""

    @property
    def press(self) -> Press:
        """What turns entries into HTML for this build: the templates, the Markdown of fields, the language."""

    def url(self, kind: Kind, id_: str) -> str | None:
        """Return the address of an entry's home as seen from here; None where no page shows it."""

    def linked_url(self, kind: Kind, id_: str) -> str | None:
        """Return the same for a link in a sentence, beside which the entry's card may be shown."""

    def product_url(self, path: str) -> str:
        """Return the address of a file that is made of the record, such as a feed, as seen from here."""

    def page_url(self, path: str) -> str:
        """Return the address of a Markdown page as seen from here."""

    def file_url(self, path: str) -> str:
        """Return the address of a file beside the pages, such as a picture, as seen from here."""

    def file_at(self, path: str) -> Path:
        """Return where a file beside the pages is."""

    def embed_url(self, kind: str, id_: str) -> str | None:
        """Return the address of an entry's or a timeline's embed as seen from here; None where none is offered."""

    def claim(self, kind: Kind, id_: str) -> str | None:
        """Return the anchor for an entry shown here; None where it stands here already, since ids are unique."""

    def is_first(self, what: str) -> bool:
        """Whether nothing of a sort was shown here before; the first picture is fetched at once."""

    def cite(self, citations: Sequence[Citation], *, named: bool = False) -> Markup:
        """Return references to sources: numbers of notes on a page; with the publishers' names where asked."""

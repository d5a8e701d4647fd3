"""What an entry's HTML needs to know of the place where it is shown."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from markupsafe import Markup

from explainer.edtf.dates import Date
from explainer.record.marks import Citation
from explainer.record.record import Record
from explainer.record.refs import Kind
from explainer.site.site import Site
from explainer.words.words import Words


class View(Protocol):
    """A place where entries are shown: a page, an embed, a feed. Each links and cites in its own way."""

    @property
    def record(self) -> Record:
        """What is known."""

    @property
    def words(self) -> Words:
        """The language of the place."""

    @property
    def site(self) -> Site:
        """The site: its name, its address, its options."""

    @property
    def as_of(self) -> Date | None:
        """The day up to which the site tells its story, if it says so."""

    def url(self, kind: Kind, id_: str) -> str | None:
        """Return the address of an entry's home as seen from here; None where no page shows it."""

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

    def cite(self, citations: Sequence[Citation], *, named: bool = False) -> Markup:
        """Return references to sources: numbers of notes on a page; with the publishers' names where asked."""

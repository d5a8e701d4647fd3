"""One page while it is converted, and what is left of that: its HTML, with slots for what other pages decide.

Where an entry is at home, what a question is called, which number a note has: none of this is known while pages are
still being read. In its place stands a slot. `page.PageView` fills the slots when all pages are there.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from explainer.blocks.location import Locator
from explainer.files.documents import Mark
from explainer.html.inline import APART
from explainer.problems.problem import Problem
from explainer.record.contents import NamedFile, PlacedBlock
from explainer.record.kinds.refs import Kind
from explainer.record.marks import Citation
from explainer.record.record import Record
from explainer.site.site import Site


@dataclass(frozen=True)
class HostPage:
    """The little we need to know of a host's page.

    Attributes:
        path: The page's file from the folder of pages, with forward slashes.
        url: The page's address from the site's root, as the host publishes it.
        file: Where its text stands on disk; None where that is nowhere.
        text: What that file holds; None where it is nowhere, or cannot be read.
        meta: The front matter as the host has it; None where it has not read any.
        rewrites: Whether the host takes every relative address on the page for one between Markdown files, and
            rewrites it. MkDocs does so for links that are written in Markdown alone.
        excerpt_of: Where this is an excerpt that is shown at `url`: the address of the whole page; else None.
    """

    path: str
    url: str
    file: Path | None = None
    text: str | None = None
    meta: dict[str, Any] | None = None
    rewrites: bool = False
    excerpt_of: str | None = None


@dataclass(frozen=True)
class BlockSlot:
    """A block of ours, and where it begins in the converted text."""

    block: PlacedBlock
    mark: Mark


@dataclass(frozen=True)
class CitationSlot:
    """References to notes."""

    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class LinkSlot:
    """The address of an entry that a link names: as it was typed, and where."""

    kind: Kind
    id: str
    typed: str
    mark: Mark


@dataclass(frozen=True)
class HeadSlot:
    """What stands above or beneath the headline."""

    part: Literal["kicker", "summary"]


Slot = BlockSlot | CitationSlot | LinkSlot | HeadSlot

TOKEN = r"explainer-slot-{}-([0-9]+)-"  # noqa: S105 - no password: what stands in a slot's place until it is filled


@dataclass(frozen=True)
class PageLink:
    """A link to a page of the site, or to a place on one.

    Attributes:
        target: The page's path.
        anchor: The place on it; empty where the link leads to the page.
        href: The address as it was typed.
        path: The page as it was typed; empty where the link leads to a place on its own page.
        mark: Where the link stands.
    """

    target: str
    anchor: str
    href: str
    path: str
    mark: Mark


@dataclass
class Draft:
    """A page while it is converted, and afterwards.

    Attributes:
        site: The site.
        record: What is known.
        host: The page as the host knows it.
        locator: Finds lines in the page's files.
        problems: What is wrong with the page, each at its place in a file.
        slots: What stands open.
        blocks: Our blocks on the page, in its order.
        links: The links to other pages of the site and to places.
        files: The files that the page shows or offers.
        text: The page's text as a reader sees it, passage by passage, without its headline and what blocks show.
        unclosed: Blocks that have begun and not ended, with the place of each.
        tree_done: Whether the page's tree is complete and only text remains to be put together.
        html: The page's HTML with tokens for the slots, once it is converted.
    """

    site: Site
    record: Record
    host: HostPage
    locator: Locator
    problems: list[Problem] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    blocks: list[PlacedBlock] = field(default_factory=list)
    links: list[PageLink] = field(default_factory=list)
    files: list[NamedFile] = field(default_factory=list)
    text: tuple[str, ...] = ()
    unclosed: list[tuple[object, str, Mark]] = field(default_factory=list)
    tree_done: bool = False
    html: str = ""

    def __post_init__(self) -> None:
        digest = sha256(self.host.path.encode()).hexdigest()[:8]
        self._token = TOKEN.format(digest)

    @property
    def body(self) -> str:
        """The Markdown that is converted, after all who put something in."""
        return "\n".join(self.locator.lines)

    # --- problems ---

    def tell(self, problem: Problem) -> None:
        """Add a problem whose place is one of the converted text."""
        file, line, column = self.locator.place(problem.line, problem.column)
        self.problems.append(replace(problem, file=file, line=line, column=column))

    def problem(self, typed: str, message: str, hint: str = "", nth: int = 0, **more: Any) -> None:
        """Add a problem at the place where the text says `typed`; each further time, at the next such place.

        With `nth`, it is the nth place where the text says the words of `typed`, whatever markup there is among them.

        A breach of an editorial check is allowed where a comment before it says so; see `Locator.allowed`.
        """
        mark = self.locator.words(typed, nth) if nth else self.locator.next(typed)
        allowed = self.locator.allowed(more.get("check", ""), mark)
        self.tell(Problem(self.locator.file, mark.line, mark.column, message, hint=hint, allowed=allowed, **more))

    # --- slots ---

    def slot(self, slot: Slot) -> str:
        """Open a slot, and return the token that holds its place in the HTML.

        A token is plain text without a sign that HTML knows, so that it comes through every other plugin's parser.
        """
        self.slots.append(slot)
        return self._token.replace("([0-9]+)", str(len(self.slots) - 1))

    def block_slot(self, slot: Slot) -> str:
        """Open a slot for HTML that stands between paragraphs, and return the element that holds its place."""
        return f'<div data-slot="{self.slot(slot)}"></div>'

    def filled(self, html: str, fill: Callable[[Slot], str]) -> str:
        """Return HTML with what a function makes of each slot in its place, from the first to the last."""
        pattern = rf'<div data-slot="?{self._token}"?>\s*</div>|{self._token}'
        return re.sub(pattern, lambda found: fill(self.slots[int(found[1] or found[2])]), html)

    def without_tokens(self, html: str) -> str:
        """Return a piece of HTML without slots, where it is read apart from the page."""
        return re.sub(f"[ \n{APART}]*{self._token}", "", html)

"""One page while it is being converted: where it is, what it has shown and cited so far, what is wrong with it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from markupsafe import Markup

from explainer.blocks.anchors import Anchors, linked_entries
from explainer.blocks.host import HostPage
from explainer.blocks.location import Locator
from explainer.blocks.reading import reading_minutes
from explainer.edtf.dates import Date
from explainer.html.embeds import embed_path
from explainer.html.entries import Renderer
from explainer.html.inline import APART
from explainer.html.urls import page_url, relative_url
from explainer.problems.problem import Problem, did_you_mean
from explainer.record.marks import Citation
from explainer.record.queries.shown import anchor, homes
from explainer.record.record import Record
from explainer.record.references import hint_for
from explainer.record.refs import Kind
from explainer.site.pages import Page
from explainer.site.site import Site
from explainer.words.words import Words

if TYPE_CHECKING:
    from explainer.blocks.base import RecordBlock

TOKEN = "\x02explainer:{}\x03"  # noqa: S105 - no password; the control characters are those of Markdown's own tokens
TOKEN_PATTERN = "\x02explainer:([0-9]+)\x03"  # noqa: S105

Later = Callable[[], Markup]
"""What a token becomes once the whole page stands: a note's number, the sources cited, the reading time."""


@dataclass
class ConvertedPage:
    """The state of a page's conversion; it is also the `View` through which entries are shown on it.

    Some of what a page shows depends on the rest of it: a note's number on the notes before it in the order of
    reading. Such things stand in the text as tokens until all of it is there.

    Attributes:
        site: The site.
        record: What is known.
        words: The site's language.
        host: The page as the host knows it.
        locator: Finds lines in the page's file.
        problems: What is wrong with the page.
        later: What each token stands for, and whether it waits for all the notes.
        unclosed: Blocks that have begun and not ended.
        tree_done: Whether the page's tree is complete and only text remains to be put together.
        reading_time: How long the page takes to read, in words, once it is whole.
        anchors: The places on the page, and the links from it to places.
        claimed: The anchors that stand on the page.
        notes: The sources cited so far, in the order of their numbers, each with its places: anchor and locator.
    """

    site: Site
    record: Record
    words: Words
    host: HostPage
    locator: Locator
    problems: list[Problem] = field(default_factory=list)
    later: list[tuple[Later, bool]] = field(default_factory=list)
    unclosed: list["RecordBlock[Any]"] = field(default_factory=list)
    tree_done: bool = False
    reading_time: str = ""
    anchors: Anchors = field(default_factory=Anchors)
    claimed: set[str] = field(default_factory=set)
    notes: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    @property
    def as_of(self) -> Date | None:
        """The day up to which the site tells its story, if it says so."""
        return self.site.settings.as_of

    @property
    def page(self) -> Page | None:
        """The page as the record has it."""
        return self.record.page(self.host.path)

    @property
    def render(self) -> Renderer:
        """What turns entries into HTML here."""
        own = self.site.settings.templates
        return Renderer(self, self.site.root / own if own else None)

    # --- problems ---

    def problem(self, typed: str, message: str, hint: str = "", **more: Any) -> None:
        """Add a problem at the place where the page's file says `typed`; each further time, at the next such place.

        A breach of an editorial check is allowed where a comment before it says so; see `Locator.allowed`.
        """
        mark = self.locator.next(typed)
        allowed = self.locator.allowed(more.get("check", ""), mark)
        problem = Problem(self.locator.file, mark.line, mark.column, message, hint=hint, allowed=allowed, **more)
        self.problems.append(problem)

    # --- links (View) ---

    def page_url(self, path: str) -> str:
        """Return the address of another page as seen from this one."""
        if self.host.rewrites:
            return relative_url(path, self.host.path) or path
        start = page_url(self.host.path, directories=self.host.directories)
        return relative_url(page_url(path, directories=self.host.directories), start) or "#"

    def url(self, kind: Kind, id_: str) -> str | None:
        """Return the address of an entry's home as seen from this page; None where no page shows it."""
        if kind == "question":
            page = self.record.question(id_)
            return self.page_url(page.path) if page else None
        home = homes(self.record, self.site).get((kind, id_))
        if home is None:
            return None
        url = "" if home == self.host.path else self.page_url(home)
        return f"{url}#{anchor(kind, id_)}"

    def file_url(self, path: str) -> str:
        """Return the address of a file beside the pages as seen from this one."""
        if self.host.rewrites:
            return relative_url(path, self.host.path)
        return relative_url(quote(path), page_url(self.host.path, directories=self.host.directories))

    def embed_url(self, kind: str, id_: str) -> str | None:
        """Return the address of an embed as seen from this page; None where the site offers none."""
        return None if self.site.settings.embeds == "no" or not self.site.url else self.file_url(embed_path(kind, id_))

    def file_at(self, path: str) -> Path:
        """Return where a file beside the pages is."""
        return self.site.docs / path

    def claim(self, kind: Kind, id_: str) -> str | None:
        """Return the anchor for an entry shown here; None where it stands here already."""
        name = anchor(kind, id_)
        if name in self.claimed:
            return None
        self.claimed.add(name)
        return name

    # --- marks in sentences (Marks) ---

    def linked(self, kind: Kind, id_: str, typed: str) -> str | None:
        """Return the address of an entry that a link in the page's text names, or tell why there is none."""
        if self.record.leads_nowhere(kind, id_):
            self.problem(typed, f"no {kind} `{id_}`", did_you_mean(id_, self.record.ids(kind)))
            return None
        url = self.url(kind, id_)
        if url is None and self.record.get(kind, id_) is not None:
            block = {"source": "/// sources", "update": "/// updates"}.get(kind, f"/// {kind} | {id_}")
            self.problem(typed, f"no page shows the {kind} `{id_}`", f"put `{block}` on a page", follows=True)
        return url

    def cited(self, found: Sequence[Citation], typed: str) -> Markup:
        """Return the note references for a citation in the page's text, and tell of sources that are not there."""
        if not found:
            self.problem(typed, f"expected a source's id, found `{typed}`", "for example `[@wapo-2017-03-01, p. 12]`")
        known = []
        for citation in found:
            if self.record.is_unknown("source", citation.source):
                hint = hint_for(self.record, "source", citation.source)
                self.problem(f"@{citation.source}", f"no source `{citation.source}`", hint)
            elif citation.source in self.record.sources:
                known.append(citation)
        return self.cite(known)

    # --- what waits until the page stands ---

    def wait(self, later: Later, *, last: bool = False) -> Markup:
        """Return a token for something known only when the whole page stands; `last` for what needs all the notes."""
        self.later.append((later, last))
        return Markup(TOKEN.format(len(self.later) - 1))  # noqa: S704 - a number between control characters

    def cite(self, citations: Sequence[Citation], *, named: bool = False) -> Markup:
        """Return a token for references to notes; the numbers follow the order of reading (View)."""
        return self.wait(lambda: self._references(citations, named=named)) if citations else Markup()

    def _references(self, citations: Sequence[Citation], *, named: bool) -> Markup:
        parts = []
        for citation in citations:
            places = self.notes.setdefault(citation.source, [])
            number = list(self.notes).index(citation.source) + 1
            label = self.words.gettext("Note %(number)s") % {"number": number}
            link = Markup('<a class="ex-cite"{} href="#note-{}" aria-label="{}">{}</a>')
            if named:  # a list of sources; the way back from a note leads to what is said, not to such lists
                name = self.record.sources[citation.source].publisher
                parts.append(Markup("{}{}{}").format(name, APART, link.format("", number, label, number)))
            else:
                place = f"cite-{number}-{len(places) + 1}"
                places.append((place, citation.locator))
                parts.append(link.format(Markup(' id="{}"').format(place), number, label, number))
        if named:
            return self.words.listed(parts)
        return Markup('<sup class="ex-cites">{}{}</sup>').format(APART, Markup(APART).join(parts))  # noqa: S704

    def complete(self, html: str) -> str:
        """Put in place of each token what it stands for, in the order of reading, and the notes at the end."""
        html += str(self.render.withdrawn(self.host.path))
        html += str(self.render.page_corrections(self.page)) if self.page else ""
        minutes = reading_minutes(html)
        self.reading_time = self.words.ngettext("%(num)d-minute read", "%(num)d-minute read", minutes) % {
            "num": minutes
        }
        for phase in (False, True):
            html = re.sub(TOKEN_PATTERN, partial(self._meaning, last=phase), html)
        if self.notes:
            html = f"{html}\n{self.notes_section()}"
        html = f"{html}\n{self.render.page_policies(self.host.path)}"
        if "ex-link" in html or "ex-permalink" in html:
            html = f"{html}\n{self.render.cards(linked_entries(html))}"
        return html

    @staticmethod
    def without_tokens(html: str) -> str:
        """Return a piece of HTML without tokens, where it is read apart from the page."""
        return re.sub(TOKEN_PATTERN, "", html)

    def _meaning(self, token: re.Match[str], *, last: bool) -> str:
        later, waits_longer = self.later[int(token[1])]
        return str(later()) if waits_longer == last else token[0]

    def notes_section(self) -> Markup:
        """Return the page's notes."""
        return self.render.notes([(self.record.sources[id_], places) for id_, places in self.notes.items()])

    def cited_sources(self) -> Markup:
        """Return the list of the sources that the page cites, in the order of their notes."""
        return self.render.sources([self.record.sources[id_] for id_ in self.notes])

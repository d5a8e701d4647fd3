"""A converted page when all pages are there: its slots are filled, its notes numbered, its cards put at its end."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from explainer.blocks.draft import BlockSlot, CitationSlot, Draft, HeadSlot, LinkSlot, Slot
from explainer.blocks.reading import reading_minutes
from explainer.characters import shown
from explainer.html.embeds import embed_path
from explainer.html.inline import APART
from explainer.html.notes import NotePlace, Notes
from explainer.html.page_parts import PageRenderer
from explainer.html.press import Press, TemplateError
from explainer.html.source_places import place_of_locator
from explainer.problems.problem import Problem, did_you_mean
from explainer.record.contents import Contents, PlacedBlock, anchor
from explainer.record.kinds.refs import Kind
from explainer.record.marks import Citation
from explainer.site.addresses import relative_url
from explainer.site.pages import Page

LATER = "explainer-later-{}-"
LATER_PATTERN = re.compile(r"explainer-later-([0-9]+)-")
"""What stands for something that is known only when the whole page stands: the sources cited, the reading time."""

ID = re.compile(r'\s(?:id|name)="?([^\s">]+)')
WITHOUT_ADDRESS = "explainer-no-address"


@dataclass
class PageView:
    """A page as a place where entries are shown: a `View`.

    Attributes:
        press: What turns entries into HTML.
        draft: The page as it was converted.
        page: What the page says of itself.
        show: Returns the HTML of a block of ours.
        shown_by: Returns what an editor writes to show an entry of a kind on a page.
        problems: What turned out to be wrong with it.
        claimed: The anchors that stand on the page.
        linked: The entries to which its links lead, in the order in which they come.
        notes: The sources cited so far.
    """

    press: Press
    draft: Draft
    page: Page
    show: Callable[["PageView", PlacedBlock], Markup]
    shown_by: Callable[[Kind, str], str]
    problems: list[Problem] = field(default_factory=list)
    claimed: set[str] = field(default_factory=set)
    linked: dict[tuple[Kind, str], None] = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes)
    _later: list[Callable[[], Markup]] = field(default_factory=list)

    @property
    def contents(self) -> Contents:
        """What the site tells."""
        return self.press.contents

    @property
    def render(self) -> PageRenderer:
        """What turns entries into HTML here."""
        return PageRenderer(self)

    # --- addresses (View) ---

    def page_url(self, path: str) -> str:
        """Return the address of another page as seen from this one."""
        host = self.draft.host
        if host.rewrites:
            return relative_url(path, host.path) or path
        return self._address(self.contents.address_of(path)) or "#"

    def _address(self, url: str) -> str:
        """Return the address of what is at another from the site's root, as seen from this page.

        An excerpt that is made once for several pages, as mkdocs-materialx does, is seen from none of them: what it
        links to is given from the root of the server.
        """
        host = self.draft.host
        if host.excerpt_of == host.url:
            return (urlsplit(self.contents.site.url).path or "/") + url
        return relative_url(url, host.url)

    def url(self, kind: Kind, id_: str) -> str | None:
        """Return the address of an entry's home as seen from this page; None where no page shows it."""
        if kind == "question":
            page = self.contents.question(id_)
            return self.page_url(page.path) if page else None
        home = self.contents.homes.get((kind, id_))
        if home is None:
            return None
        here = home == self.page.path and self.draft.host.excerpt_of is None
        return f"{'' if here else self.page_url(home)}#{anchor(kind, id_)}"

    def linked_url(self, kind: Kind, id_: str) -> str | None:
        """Return the address of an entry for a link in a sentence, beside which its card may be shown."""
        url = self.url(kind, id_)
        if url is not None and kind != "question":
            self.linked[kind, id_] = None
        return url

    def file_url(self, path: str) -> str:
        """Return the address of a file beside the pages as seen from this one."""
        host = self.draft.host
        return relative_url(path, host.path) if host.rewrites else self._address(quote(path))

    def product_url(self, path: str) -> str:
        """Return the address of a file that is made of the record as seen from this page."""
        return self.file_url(self.contents.site.prefix + path)

    def embed_url(self, kind: str, id_: str) -> str | None:
        """Return the address of an embed as seen from this page; None where the site offers none."""
        site = self.contents.site
        return None if site.settings.embeds == "no" or not site.url else self.product_url(embed_path(kind, id_))

    def file_at(self, path: str) -> Path:
        """Return where a file beside the pages is."""
        return self.contents.site.docs / path

    def claim(self, kind: Kind, id_: str) -> str | None:
        """Return the anchor for an entry shown here; None where it stands here already, or on a page that is whole."""
        name = anchor(kind, id_)
        if name in self.claimed or self.draft.host.excerpt_of is not None:
            return None
        self.claimed.add(name)
        return name

    # --- notes (View) ---

    def is_first(self, what: str) -> bool:
        """Whether nothing of a sort was shown here before."""
        name = f"first {what}"
        self.claimed, before = self.claimed | {name}, self.claimed
        return name not in before

    def cite(self, citations: Sequence[Citation], *, named: bool = False) -> Markup:
        """Return references to notes; they are asked for in the order of reading, which is that of the numbers."""
        if not citations:
            return Markup()
        parts = []
        sources = self.contents.record.sources
        for citation in citations:
            number = self.notes.number(citation.source)
            places = self.notes[citation.source]
            label = self.press.words.gettext("Note %(number)s") % {"number": number}
            link = Markup('<a class="ex-cite"{} href="{}#note-{}" aria-label="{}">{}</a>')
            whole = self._whole()
            if named:  # a list of sources; the way back from a note leads to what is said, not to such lists
                name = self.press.words.isolated(escape(sources[citation.source].publisher))
                parts.append(Markup("{}{}{}").format(name, APART, link.format("", whole, number, label, number)))
            else:
                place = f"cite-{number}-{len(places) + 1}"
                url = citation.url or place_of_locator(sources[citation.source], citation.locator)
                places.append(NotePlace(place, citation.locator, url))
                id_ = Markup() if whole else Markup(' id="{}"').format(place)
                parts.append(link.format(id_, whole, number, label, number))
        if named:
            return self.press.words.listed(parts)
        return Markup('<sup class="ex-cites">{}{}</sup>').format(APART, Markup(APART).join(parts))  # noqa: S704

    def _whole(self) -> str:
        """Return the way to the page on which the notes stand; empty where they stand on this one."""
        of = self.draft.host.excerpt_of
        return "" if of is None else self._address(of) or "./"

    def cited_sources(self) -> Markup:
        """Return what becomes the list of the sources that the page cites, in the order of their notes."""
        return self.wait(lambda: self.render.sources([self.contents.record.sources[id_] for id_ in self.notes]))

    def wait(self, later: Callable[[], Markup]) -> Markup:
        """Return what stands for something known only when the whole page stands."""
        self._later.append(later)
        return Markup(LATER.format(len(self._later) - 1))  # noqa: S704 - a number between words

    # --- the page ---

    def complete(self, html: str) -> str:
        """Return the page's HTML with every slot filled, and what stands at its end: corrections, notes, policies.

        Args:
            html: What became of the page's text: as it was converted, or as another plugin has changed it since.
        """
        draft, render = self.draft, self.render
        html = draft.filled(html, self._fill)
        html = re.sub(rf'<a\b[^>]* href="?{WITHOUT_ADDRESS}"?[^>]*>', "<a>", html)
        if draft.host.excerpt_of is not None:
            return LATER_PATTERN.sub(lambda later: str(self._later[int(later[1])]()), html)
        html += "".join(
            str(each)
            for each in (
                render.withdrawn(self.page.path),
                render.page_method(self.page),
                render.page_corrections(self.page),
            )
        )
        self.minutes = reading_minutes(html)
        html = LATER_PATTERN.sub(lambda later: str(self._later[int(later[1])]()), html)
        if self.notes:
            sources = self.contents.record.sources
            html = f"{html}\n{render.notes([(sources[id_], places) for id_, places in self.notes.items()])}"
        html = f"{html}\n{render.page_policies(self.page.path)}"
        if "ex-link" in html or "ex-permalink" in html:
            html = f"{html}\n{render.cards(self.linked)}"
        self.ids = frozenset(ID.findall(html))
        return html

    def follow_links(self) -> None:
        """Find what is wrong with the links in the page's text, without its HTML."""
        self.draft.filled(self.draft.html, lambda slot: self._link(slot) if isinstance(slot, LinkSlot) else "")

    def _reading_time(self) -> Markup:
        said = self.press.words.ngettext("%(num)d-minute read", "%(num)d-minute read", self.minutes)
        return escape(said % {"num": self.minutes})

    def _fill(self, slot: Slot) -> str:
        match slot:
            case BlockSlot():
                return str(self._block(slot))
            case CitationSlot(citations=citations):
                return str(self.cite(citations))
            case LinkSlot():
                return self._link(slot)
            case HeadSlot(part=part):
                return str(self._head(part))

    def _head(self, part: str) -> Markup:
        if self.draft.host.excerpt_of is not None:
            return Markup()
        if part == "kicker":
            return self.render.page_kicker(self.page) if self.page.front.kicker else Markup()
        return self.render.page_summary(self.page, self.wait(self._reading_time))

    def _block(self, slot: BlockSlot) -> Markup:
        try:
            return self.show(self, slot.block).strip()
        except TemplateError as error:
            self._tell(slot, str(error))
            return Markup()

    def _link(self, slot: LinkSlot) -> str:
        """Return the address of an entry that a link in the page's text names, or tell why there is none."""
        contents, kind, id_ = self.contents, slot.kind, slot.id
        if contents.leads_nowhere(kind, id_):
            self._tell(slot, f"no {kind} {shown(id_)}", did_you_mean(id_, contents.ids(kind)))
            return WITHOUT_ADDRESS
        url = self.linked_url(kind, id_)
        if url is None and contents.record.get(kind, id_) is not None:
            hint = f"put `{self.shown_by(kind, id_)}` on a page"
            self._tell(slot, f"no page shows the {kind} `{id_}`", hint, follows=True)
        return url or WITHOUT_ADDRESS

    def _tell(self, slot: BlockSlot | LinkSlot, message: str, hint: str = "", *, follows: bool = False) -> None:
        file, line, column = self.draft.locator.place(slot.mark.line, slot.mark.column)
        self.problems.append(Problem(file, line, column, message, hint=hint, follows=follows))

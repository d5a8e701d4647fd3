"""An edition is one build: its site, its record, its pages, what each of them shows, and what is wrong with any of it.

It is made once for a build and handed to whoever works on it. While pages are converted it gives out drafts and takes
them back; when all are there, `finish` fills what they left open. Nothing about a build lives anywhere else.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property

from markdown import Markdown
from markupsafe import Markup

from explainer.blocks.converter import converter
from explainer.blocks.draft import Draft, HostPage
from explainer.blocks.extension import RecordExtension
from explainer.blocks.location import Locator, Text
from explainer.blocks.page import PageView
from explainer.blocks.page_links import dead_links, dead_policies
from explainer.blocks.registry import OURS, all_blocks, shown_by
from explainer.edtf.dates import Date, parse
from explainer.html.press import Press
from explainer.ledger.files import read_ledger
from explainer.ledger.renamed import former_names, under_new_names
from explainer.problems.problem import Problem, in_order
from explainer.publish.products.registry import all_products
from explainer.record.contents import Contents, PlacedBlock
from explainer.record.kinds.refs import Kind
from explainer.record.load import load_record
from explainer.record.published import Ledger
from explainer.record.record import Record
from explainer.record.verified import FILE, Verified, VerifiedError, read_verified
from explainer.rules.runner import check
from explainer.site.inventory import Inventory, from_disk, read_text
from explainer.site.pages import HostText, Page, read_page, title_of
from explainer.site.site import Site

Locate = Callable[[Markdown], HostPage]
"""Returns the page that an instance of Markdown converts, as the host knows it."""


@dataclass(frozen=True)
class Completed:
    """A page when all pages are there.

    Attributes:
        html: Its HTML.
        ids: The places on it.
        sources: The ids of the sources in its notes, in their order.
    """

    html: str
    ids: frozenset[str]
    sources: tuple[str, ...]


class Edition:
    """One build.

    Attributes:
        site: The site.
        record: What is known.
        blocks: The blocks by their names.
        products: What can be made beside the pages.
        problems: What is wrong so far; all of it once the edition is finished.
        contents: What the site tells, once the edition is finished; before, without pages.
        press: What turns what may be published into HTML, once the edition is finished.
    """

    def __init__(self, site: Site, locate: Locate, *, now: datetime | None = None) -> None:
        """Read the record of a site.

        Args:
            site: The site.
            locate: Returns the page that is being converted.
            now: The moment of the build; asked of the clock where it is left out.
        """
        loaded = load_record(site)
        ledger, problems = _ledger(site)
        verified, more = _verified(site)
        self.site = site
        ledger = ledger and under_new_names(ledger, former_names(loaded.record, Inventory()))
        self.record: Record = replace(loaded.record, ledger=ledger, verified=verified)
        self.blocks = all_blocks()
        self.products = all_products()
        self.problems: list[Problem] = [*loaded.problems, *problems, *more]
        self.today: Date = parse((now or datetime.now(UTC)).date().isoformat())
        self.contents = Contents(site, self.record, today=self.today)
        self.press = Press(self.contents, self.products)
        self.drafts: dict[str, Draft] = {}
        self.pages: dict[str, Page] = {}
        self.completed: dict[str, Completed] = {}
        self._locate = locate
        self._whole = self.press

    @property
    def extension(self) -> RecordExtension:
        """A new extension for an instance of Markdown that converts a page of this edition."""
        return RecordExtension(self.blocks, lambda _: self)

    def is_current(self) -> bool:
        """Whether it still says what the site's files say: a build sees one state of them."""
        return True

    # --- while pages are converted (Build) ---

    def begin(self, md: Markdown) -> Draft:
        """Return a draft for the page that a Markdown instance is about to convert."""
        return self.draft_of(self._locate(md))

    def draft_of(self, host: HostPage) -> Draft:
        """Return a draft for a page."""
        shown_as = self.site.shown_as(host.file or self.site.docs / host.path)
        return Draft(self.site, self.record, host, Locator(shown_as, host.text, self._included(host)))

    def end(self, draft: Draft) -> str:
        """Take what became of a page, and return its HTML: with slots, which are filled when all pages are there."""
        if draft.host.excerpt_of is not None:  # it is shown when all pages are there, and stands on its own
            page = self.pages.get(draft.host.path) or self._page_of(draft)
            return self._view(draft, page, self.press).complete(draft.html)
        self.drafts[draft.host.path] = draft
        self.pages[draft.host.path] = self._page_of(draft)
        return draft.html

    def add_blank(self, host: HostPage) -> None:
        """Take note of a page without text, which Python-Markdown does not convert: its front matter may say much."""
        if host.path not in self.drafts:
            self.end(self.draft_of(host))

    def _page_of(self, draft: Draft) -> Page:
        host = draft.host
        made = None if host.meta is None else HostText(host.meta, draft.body)
        page = read_page(host.path, host.url, draft.locator.file, host.text or draft.body, made)
        return page if made else replace(page, body=draft.body, title=title_of(page.front, draft.body, page.path))

    def _included(self, host: HostPage) -> Callable[[str], Text | None]:
        """Return what finds a file that a page puts in: from the site's root, its pages' folder, the page's own."""
        folders = [self.site.root, self.site.docs, (self.site.docs / host.path).parent]
        if host.file:
            folders.append(host.file.parent)

        def included(name: str) -> Text | None:
            file = next((path for folder in folders if (path := folder / name).is_file()), None)
            text = read_text(file, self.site.shown_as(file), []) if file else None
            return Text(self.site.shown_as(file), text.split("\n")) if file and text is not None else None

        return included

    # --- when all pages are there ---

    def finish(
        self,
        order: Iterable[str],
        *,
        withheld: Collection[str] = (),
        unbuilt: Collection[Page] = (),
        files: frozenset[str] | None = None,
        renders: bool = True,
    ) -> "Edition":
        """Complete the pages, and find all that is wrong.

        Args:
            order: The paths of the pages that are built, in the site's order.
            withheld: Those among them that are not for everybody: nothing else may tell of them.
            unbuilt: Pages of the site's folder that are not built here. What they alone show stays as unknown as they.
            files: The files that the host publishes, from the folder of the pages; None where none has told them.
            renders: Whether the pages are wanted. To know what is wrong, few of them need to be rendered.

        Returns:
            The edition.
        """
        built = [self.pages[path] for path in order if path in self.pages]
        published = Inventory(page for page in built if page.path not in withheld)
        if self.record.ledger and any(page.front.aliases for page in built):
            ledger = under_new_names(self.record.ledger, former_names(self.record, Inventory(built)))
            self.record = replace(self.record, ledger=ledger)
        blocks = {path: draft.blocks for path, draft in self.drafts.items()}
        everything = Contents(
            self.site,
            self.record,
            Inventory(built),
            blocks,
            self.today,
            named_files={path: draft.files for path, draft in self.drafts.items()},
            texts={path: draft.text for path, draft in self.drafts.items()},
            files=files,
            products=lambda: self._products,
        )
        hidden = self._shown_only_by([path for path in blocks if path in withheld], unbuilt, published, blocks)
        self.contents = replace(everything, record=self.record.without(hidden), pages=published)
        self.press = Press(self.contents, self.products)
        self._whole = Press(everything, self.products) if withheld else self.press
        for path, draft in self.drafts.items():
            view = self._view_of(path)
            if renders or self._may_fail(draft):
                self._complete(path, view)
            else:
                view.follow_links()
            self.problems.extend(draft.problems)
            self.problems.extend(view.problems)
            self.problems.extend(self.pages[path].document.problems)
        for draft in self.drafts.values():
            self.problems.extend(dead_links(draft, everything, self.drafts, self._places_on))
        self.problems.extend(dead_policies(everything, self.drafts, self._places_on))
        self.problems.extend(check(everything))
        self.problems = in_order(self.problems)
        return self

    def fill(self, path: str, html: str) -> str:
        """Return a page's HTML, as its host or a plugin has kept it, with every slot filled."""
        return self._view_of(path).complete(html)

    def _view_of(self, path: str) -> PageView:
        """Return a page as a place where entries are shown; one that is withheld may show what no other may."""
        press = self.press if self.contents.page(path) else self._whole
        return self._view(self.drafts[path], self.pages[path], press)

    def _view(self, draft: Draft, page: Page, press: Press) -> PageView:
        return PageView(press, draft, page, self._show, lambda kind, id_: shown_by(self.blocks, kind, id_))

    def _show(self, view: PageView, block: PlacedBlock) -> Markup:
        return self.blocks[block.name].shown(view, block)

    def _complete(self, path: str, view: PageView) -> None:
        html = view.complete(view.draft.html)
        self.completed[path] = Completed(html, view.ids, tuple(view.notes))

    def _may_fail(self, draft: Draft) -> bool:
        """Whether something on a page may turn out to be wrong when it is shown: templates and blocks of others do."""
        return bool(self.site.settings.templates) or any(self.blocks[block.name] not in OURS for block in draft.blocks)

    def _places_on(self, path: str) -> frozenset[str]:
        """Return the places on a page."""
        if path not in self.completed:
            self._complete(path, self._view_of(path))
        return self.completed[path].ids

    @cached_property
    def _products(self) -> frozenset[str]:
        """The paths of the files that are made of the record, in the folder of pages as it is published."""
        return frozenset(self.site.prefix + each.path for _, each in self.press.downloads)

    def _shown_only_by(
        self,
        withheld: Sequence[str],
        unbuilt: Collection[Page],
        published: Inventory,
        blocks: Mapping[str, Sequence[PlacedBlock]],
    ) -> set[tuple[Kind, str]]:
        """Return the entries shown whole by pages that are withheld, or not built, and by no page that is published."""
        hidden = {each for path in withheld for block in blocks[path] for each in block.shows}
        if unbuilt:
            hidden |= {each for _, found in self.collect(unbuilt) for block in found for each in block.shows}
        return hidden - {each for page in published for block in blocks.get(page.path, ()) for each in block.shows}

    # --- pages that no host converts ---

    def collect(self, pages: Iterable[Page]) -> Iterator[tuple[Page, list[PlacedBlock]]]:
        """Yield our blocks on pages that are only parsed, with the site's own extensions, and not converted."""
        drafts: list[Draft] = []
        current: list[HostPage] = []

        class Collector:
            @staticmethod
            def begin(_: Markdown) -> Draft:
                drafts.append(self.draft_of(current[-1]))
                return drafts[-1]

            @staticmethod
            def end(draft: Draft) -> str:
                return draft.html

        md = converter(self.site, RecordExtension(self.blocks, lambda _: Collector()))
        for page in pages:
            current.append(HostPage(page.path, page.url))
            lines = page.body.split("\n")
            md.reset()
            for preprocessor in md.preprocessors:
                lines = preprocessor.run(lines)
            md.parser.parseDocument(lines)
            yield page, drafts[-1].blocks


def _ledger(site: Site) -> tuple[Ledger | None, list[Problem]]:
    ledger, faults = read_ledger(site.data)
    problems = [
        Problem.at(
            site.shown_as(fault.file),
            fault.mark,
            f"the ledger of what was published cannot be read ({fault})",
            fault.hint,
        )
        for fault in faults
    ]
    return ledger, problems


def _verified(site: Site) -> tuple[Verified | None, list[Problem]]:
    file = site.shown_as(site.data / FILE)
    try:
        return read_verified(site.data), []
    except (VerifiedError, OSError) as error:
        mark = error.mark if isinstance(error, VerifiedError) else None
        message = f"what came of looking for words in the sources cannot be read ({error})"
        return None, [Problem.at(file, mark, message, "run `explainer verify`, or bring it back from git")]


# --- editions without a host that reads the pages -----------------------------------------------------------------


def edition_from_disk(site: Site, *, now: datetime | None = None, renders: bool = True) -> Edition:
    """Return the finished edition of a site whose pages are read from its folder, as MkDocs reads them by itself.

    Args:
        site: The site.
        now: The moment of the build; asked of the clock where it is left out.
        renders: Whether its pages are wanted; see `Edition.finish`.
    """
    current: list[HostPage] = []
    edition = Edition(site, lambda _: current[-1], now=now)
    inventory, problems = from_disk(site)
    edition.problems.extend(problems)
    md = converter(site, edition.extension)
    for page in inventory:
        current.append(HostPage(page.path, page.url, site.docs / page.path, page.document.text))
        md.reset().convert(page.body)
        edition.add_blank(current[-1])
    return edition.finish([page.path for page in inventory], renders=renders)

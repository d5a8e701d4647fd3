"""The Markdown extension `explainer`: which blocks, inline marks and guards there are, and in which order they run."""

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension

from explainer.blocks.anchors import PageLinks, ids_in
from explainer.blocks.base import RecordBlock
from explainer.blocks.dispute import DisputeBlock
from explainer.blocks.event import EventBlock
from explainer.blocks.guard import BlockGuard
from explainer.blocks.head import PageHead
from explainer.blocks.host import HostPage, host_page
from explainer.blocks.location import Locator
from explainer.blocks.page import ConvertedPage
from explainer.blocks.people import PeopleBlock, PersonBlock
from explainer.blocks.questions import QuestionsBlock
from explainer.blocks.quotations import QuotationCheck
from explainer.blocks.sources import SourcesBlock
from explainer.blocks.speakers import SpeakerCheck
from explainer.blocks.statement import StatementBlock
from explainer.blocks.timeline import TimelineBlock
from explainer.blocks.updates import UpdatesBlock
from explainer.edition import load
from explainer.html import inline
from explainer.problems.problem import Problem, fails, report
from explainer.site.config import site_at
from explainer.words.words import words_for

BLOCKS: tuple[type[RecordBlock[Any]], ...] = (
    TimelineBlock,
    EventBlock,
    StatementBlock,
    DisputeBlock,
    PeopleBlock,
    PersonBlock,
    SourcesBlock,
    UpdatesBlock,
    QuestionsBlock,
)


class ContentError(Exception):
    """Pages or data have problems, and no plugin collects them. The message is their report."""


class ExplainerExtension(BlocksExtension):
    """Everything that a page shows of the record.

    Args:
        problems: A list that takes the problems of pages, for a host that reports all of them at once; without it, a
            page with problems raises.
        pages: Takes the converted pages, for a host that looks at all of them at the end.
        root: The site's folder, under a host that does not say it.
        options: The options in `mkdocs.yml`; see `record.site.Settings`.
    """

    def __init__(
        self,
        *,
        problems: list[Problem] | None = None,
        pages: dict[str, ConvertedPage] | None = None,
        root: str | Path = ".",
        **options: Any,
    ) -> None:
        super().__init__()
        self.problems = problems
        self.pages: dict[str, ConvertedPage] = {} if pages is None else pages
        self.root = Path(root)
        self.options = options
        self.host: HostPage | None = None  # the page, where no host says which it is
        self.page: ConvertedPage

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register everything."""
        md.registerExtension(self)
        blocks = self.register_block_mgr(md)
        for block in BLOCKS:
            blocks.register(block, {"extension": self})
        # The text must be seen as it was typed, so before every other preprocessor.
        md.preprocessors.register(_Start(md, self), "explainer_start", 1000)
        # After footnotes (50), which parse blocks of their own; before inline patterns (20), while text is still text.
        md.treeprocessors.register(BlockGuard(md, self, {block.NAME: block for block in BLOCKS}), "explainer_guard", 25)
        inline.register(md, lambda: self.page)
        # Before MkDocs makes addresses of links to files (0).
        md.treeprocessors.register(PageLinks(md, self), "explainer_page_links", 1)
        # After inline patterns (20): what is code by now is code, and what is text is text.
        md.treeprocessors.register(QuotationCheck(md, self), "explainer_quotations", 15)
        md.treeprocessors.register(SpeakerCheck(md, self), "explainer_speakers", 14)
        # After MkDocs has taken the title from the page's first element (-1).
        md.treeprocessors.register(PageHead(md, self), "explainer_head", -30)
        md.treeprocessors.register(_TreeDone(md, self), "explainer_tree_done", -1000)
        # After raw HTML has come back from the stash (30).
        md.postprocessors.register(_End(md, self), "explainer_end", 5)

    def start(self, md: Markdown, lines: list[str]) -> None:
        """Begin a page: find the site, load the record, forget the page before."""
        host = host_page(md) or self.host or HostPage("index.md", self.root / "mkdocs.yml", directories=True)
        site = site_at(host.config_file, self.options)
        loaded = load(site)
        if fails(loaded.problems) and self.problems is None:
            raise ContentError(report(loaded.problems))
        file = site.docs / host.path
        whole = file.read_text("utf-8-sig") if file.is_file() else None
        self.page = ConvertedPage(
            site=site,
            record=loaded.record,
            words=words_for(site.language),
            host=host,
            locator=Locator(lines, site.shown_as(file), whole),
        )

    def end(self, html: str) -> str:
        """Complete a page, and report its problems."""
        page = self.page
        html = page.complete(html)
        page.anchors.ids = ids_in(html)
        self.pages[page.host.path] = page
        if page.problems:
            if self.problems is not None:
                self.problems.extend(page.problems)
            elif fails(page.problems):
                raise ContentError(report(page.problems))
        return html


class _Start(Preprocessor):
    def __init__(self, md: Markdown, extension: ExplainerExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        self.extension.start(self.md, lines)
        return lines


class _TreeDone(Treeprocessor):
    """Marks the page's tree as complete.

    The `toc` extension and MkDocs run the postprocessors on single headings before; a token means nothing there yet.
    """

    def __init__(self, md: Markdown, extension: ExplainerExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:  # noqa: ARG002
        self.extension.page.tree_done = True


class _End(Postprocessor):
    def __init__(self, md: Markdown, extension: ExplainerExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, text: str) -> str:
        page = self.extension.page
        return self.extension.end(text) if page.tree_done else page.without_tokens(text)


def makeExtension(**options: Any) -> Extension:  # noqa: N802 - Python-Markdown's name
    """Return the extension, for hosts that name it by its module."""
    return ExplainerExtension(**options)

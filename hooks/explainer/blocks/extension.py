"""The Markdown extension: which blocks, inline marks and guards there are, and in which order they run."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup
from pymdownx.blocks import BlocksExtension

from explainer.blocks.base import DRAFT
from explainer.blocks.draft import CitationSlot, Draft, LinkSlot
from explainer.blocks.guard import BlockGuard
from explainer.blocks.head import PageHead
from explainer.blocks.more import MoreBlock
from explainer.blocks.page_checks import PageChecks
from explainer.blocks.page_files import PageFiles
from explainer.blocks.page_links import PageLinks
from explainer.blocks.registry import AnyBlock
from explainer.characters import shown
from explainer.html import inline
from explainer.problems.problem import Problem
from explainer.record.kinds.refs import Kind
from explainer.record.marks import Citation, ForeignCitation, foreign_citations
from explainer.record.references import hint_for
from explainer.site.pages import open_lines

MOST_OPEN = 1_000
"""How many brackets may open in a line of a page."""

Draw = Callable[[], Draft]
"""Returns the page that is being converted."""


class Build(Protocol):
    """What a build lends to the pages that are converted for it."""

    def begin(self, md: Markdown) -> Draft:
        """Return a draft for the page that a Markdown instance is about to convert."""

    def end(self, draft: Draft) -> str:
        """Take what became of a page, and return the HTML with which its host goes on."""


class RecordExtension(BlocksExtension):
    """Everything that a page shows of the record."""

    def __init__(self, blocks: Mapping[str, AnyBlock], build: Callable[[Markdown], Build]) -> None:
        """Make the extension.

        Args:
            blocks: The blocks by their names.
            build: Returns the build for which an instance of Markdown is about to convert a page.
        """
        super().__init__()
        self.blocks = blocks
        self.build_of = build
        self.build: Build
        self.draft: Draft

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register everything."""
        md.registerExtension(self)
        draft: Draw = lambda: self.draft  # noqa: E731
        processor = self.register_block_mgr(md)
        for block in self.blocks.values():
            processor.register(block, {DRAFT: draft})
        processor.register(MoreBlock, {DRAFT: draft})
        md.preprocessors.register(_Start(md, self), "explainer_start", 1000)
        # After what other extensions put into the text (snippets: 32), before code is hidden (superfences: 25).
        md.preprocessors.register(_Read(md, draft), "explainer_read", 28)
        # After footnotes (50), which parse blocks of their own; before inline patterns (20), while text is still text.
        md.treeprocessors.register(BlockGuard(md, draft, self.blocks), "explainer_guard", 25)
        inline.register(md, lambda: _PageMarks(self.draft))
        # Before MkDocs makes addresses of links to files (0).
        md.treeprocessors.register(PageLinks(md, draft), "explainer_page_links", 1)
        md.treeprocessors.register(PageFiles(md, draft), "explainer_page_files", 1)
        # After inline patterns (20): what is code by now is code, and what is text is text.
        md.treeprocessors.register(PageChecks(md, draft), "explainer_page_checks", 15)
        # After MkDocs has taken the title from the page's first element (-1).
        md.treeprocessors.register(PageHead(md, draft), "explainer_head", -30)
        md.treeprocessors.register(_TreeDone(md, draft), "explainer_tree_done", -1000)
        # After raw HTML has come back from the stash (30).
        md.postprocessors.register(_End(md, self), "explainer_end", 5)


class _Start(Preprocessor):
    """Begins a page, and forgets the page before."""

    def __init__(self, md: Markdown, extension: RecordExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        self.extension.build = self.extension.build_of(self.md)
        self.extension.draft = self.extension.build.begin(self.md)
        return lines


class _Read(Preprocessor):
    """Reads the text as it will be parsed."""

    def __init__(self, md: Markdown, draft: Draw) -> None:
        super().__init__(md)
        self.draft = draft

    def run(self, lines: list[str]) -> list[str]:
        draft = self.draft()
        draft.locator.lines = list(lines)
        for number, line in open_lines(draft.locator.lines):
            if line.count("[") > MOST_OPEN:  # a parser looks for the end of each through all that follows
                message = f"expected at most {MOST_OPEN:,} brackets in a line, found {line.count('['):,}"
                draft.tell(Problem(draft.locator.file, number + 1, 1, message, hint="put it into a block of code"))
                lines[number] = ""
        return lines


class _PageMarks:
    """What marks become on a page: slots, since what they name may stand on a page that is not read yet."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def is_source(self, id_: str) -> bool:
        return id_ in self.draft.record.sources

    def refused(self, found: ForeignCitation) -> None:
        draft = self.draft
        before = found.before or self._before(found.typed)
        mark = draft.locator.next(before + found.typed)
        mark = mark._replace(column=mark.column + len(before)) if mark.line else draft.locator.next(found.typed)
        draft.tell(Problem.at(draft.locator.file, mark, found.message, found.hint))

    def _before(self, typed: str) -> str:
        """Return what a parser has taken off before a citation: the bar of a cell, the mark of an item."""
        alike = foreign_citations("\n".join(self.draft.locator.lines), self.is_source)
        return next((each.before for each in alike if each.typed == typed and not re.search(r"\w", each.before)), "")

    def cited(self, found: Sequence[Citation]) -> Markup:
        draft = self.draft
        for citation in found:
            if draft.record.is_unknown("source", citation.source):
                hint = hint_for(draft.record, "source", citation.source)
                draft.problem(f"@{citation.source}", f"no source {shown(citation.source)}", hint)
        known = tuple(citation for citation in found if citation.source in draft.record.sources)
        return Markup(draft.slot(CitationSlot(known))) if known else Markup()  # noqa: S704 - a word and a number

    def linked(self, kind: Kind, id_: str, typed: str) -> str:
        draft = self.draft
        return draft.slot(LinkSlot(kind, id_, typed, draft.locator.next(typed)))


class _TreeDone(Treeprocessor):
    """Marks the page's tree as complete.

    The `toc` extension and MkDocs run the postprocessors on single headings before; a slot means nothing there.
    """

    def __init__(self, md: Markdown, draft: Draw) -> None:
        super().__init__(md)
        self.draft = draft

    def run(self, root: Element) -> None:  # noqa: ARG002
        self.draft().tree_done = True


class _End(Postprocessor):
    def __init__(self, md: Markdown, extension: RecordExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, text: str) -> str:
        draft = self.extension.draft
        if not draft.tree_done:
            return draft.without_tokens(text)
        draft.html = text
        return self.extension.build.end(draft)

"""Judges a page's text while it is converted, by every rule that looks at pages."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from explainer.blocks.draft import Draft
from explainer.rules.page_tree import PageTree
from explainer.rules.runner import check_page


class PageChecks(Treeprocessor):
    """Lends the page to the rules. Runs after inline processing, when text is text and code is code."""

    def __init__(self, md: Markdown, draft: Callable[[], Draft]) -> None:
        super().__init__(md)
        self.draft = draft

    def run(self, root: Element) -> None:
        """Tell of each breach at its place."""
        draft = self.draft()
        html = [each for each in self.md.htmlStash.rawHtmlBlocks if isinstance(each, str)]
        page = PageTree(draft.record, root, html, HTML_PLACEHOLDER_RE, draft.locator.has)
        for finding, severity, check in check_page(page, draft.site.settings):
            draft.problem(finding.typed, finding.message, finding.hint, severity=severity, check=check)

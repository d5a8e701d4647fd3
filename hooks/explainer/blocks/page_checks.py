"""Judges a page's text while it is converted, by every rule that looks at pages."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER_RE, STX

from explainer.blocks.draft import Draft
from explainer.rules.page_tree import PageTree
from explainer.rules.runner import check_page

INLINE_ESCAPE = re.compile(f"{STX}([0-9]+){ETX}")
"""What stands for a character that Markdown has been told to leave alone."""

PLACEHOLDER = re.compile(f"{STX}[^{STX}{ETX}]*{ETX}")
"""What stands for something that an extension puts in last, such as a footnote's way back."""


class PageChecks(Treeprocessor):
    """Lends the page to the rules, and takes down what it says.

    Runs after inline processing, when text is text and code is code.
    """

    def __init__(self, md: Markdown, draft: Callable[[], Draft]) -> None:
        super().__init__(md)
        self.draft = draft

    def run(self, root: Element) -> None:
        """Tell of each breach at its place."""
        draft = self.draft()
        html = [each for each in self.md.htmlStash.rawHtmlBlocks if isinstance(each, str)]
        page = PageTree(draft.record, root, html, lambda: self._whole(root), draft.site.plugins, draft.locator.has)
        draft.text = tuple(" ".join(each.text.split()) for each in page.passages if each.tag != "h1")
        for finding, severity, check in check_page(page, draft.site.settings):
            draft.problem(finding.typed, finding.message, finding.hint, nth=finding.nth, severity=severity, check=check)

    def _whole(self, root: Element) -> str:
        """Return the page as HTML, with what is kept apart put back in its places."""
        html = self.md.serializer(root)
        kept = self.md.htmlStash.rawHtmlBlocks
        html = HTML_PLACEHOLDER_RE.sub(lambda found: str(kept[int(found[1])]), html)
        html = HTML_PLACEHOLDER_RE.sub(lambda found: str(kept[int(found[1])]), html)  # one may hold another
        html = self.draft().without_tokens(html)
        html = INLINE_ESCAPE.sub(lambda found: chr(int(found[1])), html.replace(AMP_SUBSTITUTE, "&"))
        return PLACEHOLDER.sub("", html)

"""The head of a page: what its front matter says stands above and beneath its headline, on any host."""

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import escape

if TYPE_CHECKING:
    from explainer.blocks.extension import ExplainerExtension


class PageHead(Treeprocessor):
    """Sets the kicker above the first heading, and the short answer or summary and the dates beneath it."""

    def __init__(self, md: Markdown, extension: "ExplainerExtension") -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        """Insert the head around the first heading, or at the top where the title is not on the page."""
        state = self.extension.page
        page = state.page
        if page is None:
            return
        at = next((n for n, element in enumerate(root) if element.tag == "h1"), -1)
        minutes = state.wait(lambda: escape(state.reading_time), last=True)
        summary = state.render.page_summary(page, minutes)
        if summary:
            root.insert(at + 1, self._stashed(summary))
        if page.front.kicker:
            root.insert(max(at, 0), self._stashed(state.render.page_kicker(page)))

    def _stashed(self, html: str) -> Element:
        element = Element("p")
        element.text = self.md.htmlStash.store(html.strip())
        return element

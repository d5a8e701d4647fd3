"""The head of a page: what its front matter says stands above and beneath its headline, on any host."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from explainer.blocks.draft import Draft, HeadSlot


class PageHead(Treeprocessor):
    """Keeps a place for the kicker above the first heading, and for the short answer, or summary, beneath it."""

    def __init__(self, md: Markdown, draft: Callable[[], Draft]) -> None:
        super().__init__(md)
        self.draft = draft

    def run(self, root: Element) -> None:
        """Keep the places around the first heading, or at the top where the title is not on the page."""
        at = next((n for n, element in enumerate(root) if element.tag == "h1"), -1)
        root.insert(at + 1, self._slot(HeadSlot("summary")))
        root.insert(max(at, 0), self._slot(HeadSlot("kicker")))

    def _slot(self, slot: HeadSlot) -> Element:
        element = Element("p")
        element.text = self.md.htmlStash.store(self.draft().block_slot(slot))
        return element

"""`/// more | What is a spring tide?`: background that opens in place, and is open on paper."""

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import Block

from explainer.blocks.base import DRAFT
from explainer.blocks.draft import Draft
from explainer.files.documents import Mark


class MoreBlock(Block):
    """Background with a headline of its own. It has content, and no options.

    It is no block of the record: what stands in it is the page's own text.
    """

    NAME = "more"
    ARGUMENT = True
    OPTIONS: dict[str, Any] = {}

    @property
    def draft(self) -> Draft:
        """The page that is being converted."""
        current: Callable[[], Draft] = self.config[DRAFT]
        return current()

    def on_create(self, parent: Element) -> Element:
        """Return the element that opens."""
        draft = self.draft
        header = draft.locator.take_header(self.NAME, self.argument or "", {})
        draft.unclosed.append((self, self.NAME, header.mark if header else Mark(0, 0)))
        details = SubElement(parent, "details", {"class": "ex-more"})
        SubElement(details, "summary").text = self.argument
        return details

    def on_end(self, block: Element) -> None:
        """Take note that it is closed."""
        del block
        self.draft.unclosed = [each for each in self.draft.unclosed if each[0] is not self]

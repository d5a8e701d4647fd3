"""A page while it is converted: what a check of its text may look at."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from explainer.record.record import Record


@dataclass(frozen=True)
class PageTree:
    """A page as a tree of HTML elements in which text is text by now, and code is code.

    Attributes:
        record: What is known.
        root: The page's elements.
        html: What is HTML already and stands outside the tree, piece by piece: what the editor has typed as HTML, and
            what other extensions have made.
        kept: Finds in the tree's text what stands in place of such a piece.
        is_typed: Whether a piece of text stands in the page's own, outside code.
    """

    record: Record
    root: Element
    html: Sequence[str]
    kept: re.Pattern[str]
    is_typed: Callable[[str], bool]

    def without_html(self, text: str) -> str:
        """Return a text of the tree without what stands in it for HTML."""
        return self.kept.sub("", text)

"""A page while it is converted: what a check of its text may look at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

from explainer.quotations.gate import Mismatch
from explainer.quotations.marks import Quotation
from explainer.quotations.reading import Passage, read_html
from explainer.record.misquoted import misquoted
from explainer.record.record import Record


@dataclass(frozen=True)
class PageTree:
    """A page as a tree of HTML elements in which text is text by now, and code is code.

    Attributes:
        record: What is known.
        root: The page's elements.
        html: What is HTML already and stands outside the tree, piece by piece: what the editor has typed as HTML, and
            what other extensions have made.
        whole: Returns the page as HTML, with these pieces in their places.
        plugins: The names of the host's plugins.
        is_typed: Whether a piece of text stands in the page's own, outside code.
    """

    record: Record
    root: Element
    html: Sequence[str]
    whole: Callable[[], str]
    plugins: Sequence[str]
    is_typed: Callable[[str], bool]

    @cached_property
    def passages(self) -> Sequence[Passage]:
        """What a reader sees of the page's text, passage by passage."""
        return read_html(self.whole())

    @cached_property
    def misquoted(self) -> Sequence[tuple[int, Quotation, Mismatch]]:
        """The quotations that the record does not bear out: the passage's number, and what comes nearest."""
        return list(misquoted(self.passages, self.record))

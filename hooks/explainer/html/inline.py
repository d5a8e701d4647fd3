"""The marks inside a sentence as Markdown processors: on pages and in the record's fields they are the same.

A host of these says what a mark becomes; the processors only find it.
"""

from collections.abc import Callable, Sequence
from re import Match
from typing import Protocol
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from explainer.record.kinds.refs import Kind
from explainer.record.marks import CITATION, Citation, citations, linked_entry

APART = "\u202f"
"""Between a word and its note, and between two notes: narrow, unbroken, and still a space to who copies or listens."""


class Marks(Protocol):
    """Says what citations and links to entries become."""

    def cited(self, found: Sequence[Citation], typed: str) -> Markup:
        """Return what stands in place of a citation; `found` is empty where it names no source."""

    def linked(self, kind: Kind, id_: str, typed: str) -> str | None:
        """Return the address of an entry; None where the link cannot be followed."""


class CitationProcessor(InlineProcessor):
    """Finds `[@source]`."""

    def __init__(self, md: Markdown, marks: Callable[[], Marks]) -> None:
        super().__init__(rf"[ \n]*{CITATION}", md)  # a number stands right behind the word before it
        self.marks = marks

    def handleMatch(self, m: Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override] # noqa: ARG002, N802
        """Return what stands in place of the citation, and where it stood."""
        html = self.marks().cited(citations(m["citation"]) or [], m[0].strip())
        return self.md.htmlStash.store(html), m.start(0), m.end(0)


class LinkProcessor(Treeprocessor):
    """Finds `<a href="event:…">`, so that every way of writing a link in Markdown works for entries too."""

    def __init__(self, md: Markdown, marks: Callable[[], Marks]) -> None:
        super().__init__(md)
        self.marks = marks

    def run(self, root: Element) -> None:
        """Give each link to an entry the address of the entry's home."""
        for link in root.iter("a"):
            if entry := linked_entry(link.get("href", "")):
                url = self.marks().linked(entry.kind, entry.id, str(entry))
                if url is None:
                    del link.attrib["href"]
                else:
                    link.set("href", url)
                    link.set(
                        "class",
                        " ".join(filter(None, [link.get("class"), f"ex-link ex-link--{entry.kind}"])),
                    )


def register(md: Markdown, marks: Callable[[], Marks]) -> None:
    """Add both processors to a Markdown instance.

    Args:
        md: The instance.
        marks: Returns the host of the marks at the time one is met: it changes with every page.

    Citations come before links and footnotes and after escapes and code. Links come last of all tree processors, after
    the host's own for relative addresses, which leaves an address with a scheme alone.
    """
    md.inlinePatterns.register(CitationProcessor(md, marks), "explainer_citations", 176)
    md.treeprocessors.register(LinkProcessor(md, marks), "explainer_links", -10)

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
from explainer.record.marks import (
    BARE_CITATION,
    CITATION,
    WORDED_CITATION,
    Citation,
    ForeignCitation,
    citations,
    foreign,
    linked_entry,
)

APART = "\u202f"
"""Between a word and its note, and between two notes: narrow, unbroken, and still a space to who copies or listens."""

SPACE = r"(?:(?<![ \n])[ \n]+)?"
"""What stands before a citation: a note's number stands right behind the word before it."""


Handled = tuple[str, int, int] | tuple[None, None, None]
"""What stands in place of a match, and from where to where; nothing where the match is none."""


class Marks(Protocol):
    """Says what citations and links to entries become."""

    def is_source(self, id_: str) -> bool:
        """Whether a source has an id."""

    def cited(self, found: Sequence[Citation]) -> Markup:
        """Return what stands in place of a citation."""

    def refused(self, found: ForeignCitation) -> None:
        """Tell of a citation that is not in our form; nothing stands in its place."""

    def linked(self, kind: Kind, id_: str, typed: str) -> str | None:
        """Return the address of an entry; None where the link cannot be followed."""


class CitationProcessor(InlineProcessor):
    """Finds citations by one of their patterns."""

    def __init__(self, pattern: str, md: Markdown, marks: Callable[[], Marks]) -> None:
        super().__init__(pattern, md)
        self.marks = marks

    def handleMatch(self, m: Match[str], data: str) -> Handled:  # type: ignore[override] # noqa: ARG002, N802
        """Return what stands in place of a citation."""
        marks = self.marks()
        html = Markup()
        if judged := foreign(m, marks.is_source):
            marks.refused(judged)
        elif "citation" in m.re.groupindex:
            html = marks.cited(citations(m["citation"]) or [])
        else:
            return None, None, None
        return self.md.htmlStash.store(html), m.start(0), m.end(0)


class BareCitationProcessor(CitationProcessor):
    r"""Finds citations without brackets, and shows `\@source` as `@source`."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: Match[str], data: str) -> Handled:  # type: ignore[override] # noqa: N802
        """Return what stands in place of a citation, or of a name that is to stay."""
        if m["escape"] and self.marks().is_source(m["id"]):
            return m[0].removeprefix("\\"), m.start(0), m.end(0)
        return super().handleMatch(m, data)


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
    """Add the processors to a Markdown instance.

    Args:
        md: The instance.
        marks: Returns the host of the marks at the time one is met: it changes with every page.

    Citations come before links and footnotes and after escapes and code; without brackets, after links and inline HTML,
    where an `@` is none of ours. Links come last of all tree processors, after the host's own for relative addresses,
    which leaves an address with a scheme alone.
    """
    md.inlinePatterns.register(CitationProcessor(f"{SPACE}{CITATION}", md, marks), "explainer_citations", 176)
    md.inlinePatterns.register(CitationProcessor(WORDED_CITATION, md, marks), "explainer_worded_citations", 175)
    md.inlinePatterns.register(BareCitationProcessor(BARE_CITATION, md, marks), "explainer_bare_citations", 85)
    md.treeprocessors.register(LinkProcessor(md, marks), "explainer_links", -10)

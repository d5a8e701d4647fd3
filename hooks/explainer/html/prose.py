"""The Markdown of the record's fields to HTML: citations and links to entries work, raw HTML does not."""

from collections.abc import Sequence
from typing import Protocol
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from explainer.html.inline import Marks, register
from explainer.record.contents import Contents
from explainer.record.kinds.refs import Kind
from explainer.record.marks import SAFE_SCHEMES, Citation, ForeignCitation


class Place(Protocol):
    """What a field's Markdown needs to know of the place where it is shown: what links and citations become there."""

    @property
    def contents(self) -> Contents:
        """What the site tells."""

    def linked_url(self, kind: Kind, id_: str) -> str | None:
        """Return the address of an entry's home for a link from here; None where no page shows it."""

    def cite(self, citations: Sequence[Citation], *, named: bool = False) -> Markup:
        """Return references to sources."""


class _FieldMarks:
    """What marks become in a field: the place where the field is shown decides. Checks have told what is wrong.

    Attributes:
        asked: Whether there was any: what has none is the same wherever it is shown.
    """

    def __init__(self, place: Place) -> None:
        self.place = place
        self.asked = False

    def is_source(self, id_: str) -> bool:
        self.asked = True
        return id_ in self.place.contents.record.sources

    def cited(self, found: Sequence[Citation]) -> Markup:
        known = [each for each in found if self.is_source(each.source)]
        return self.place.cite(known) if known else Markup()

    def refused(self, found: ForeignCitation) -> None:
        """Tell nothing: a check has."""

    def linked(self, kind: Kind, id_: str, _typed: str) -> str | None:
        self.asked = True
        return self.place.linked_url(kind, id_)


class _NoMarks:
    """What marks become where words alone are wanted: a citation goes, and of a link its words stay."""

    def is_source(self, id_: str) -> bool:
        """Take no `@name` in a sentence for a source."""
        del id_
        return False

    def cited(self, found: Sequence[Citation]) -> Markup:
        del found
        return Markup()

    def refused(self, found: ForeignCitation) -> None:
        """Tell nothing: a check has."""

    def linked(self, kind: Kind, id_: str, typed: str) -> str | None:
        del kind, id_, typed
        return None


class _SafeLinks(Treeprocessor):
    """Takes the address from every link that is not to the web, to mail or to an entry."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            address = link.get("href", "")
            is_entry = "ex-link" in link.get("class", "")
            if not is_entry and not address.lower().startswith(SAFE_SCHEMES):
                link.attrib.pop("href", None)


class FieldMarkdown:
    """Converts the Markdown of fields. It has the state of one conversion, so each thread needs its own.

    A text is shown on a page, in an embed, in a feed: what is the same in all of them is converted once.
    """

    def __init__(self) -> None:
        self._same_everywhere: dict[str, Markup] = {}
        self._plain: dict[str, str] = {}
        self._md = md = Markdown(output_format="html", extensions=["sane_lists"])
        # A fact is never HTML: without these, a tag in a field is text like any other. Images would fetch from others.
        md.preprocessors.deregister("html_block")
        for name in ("html", "image_link", "image_reference", "short_image_ref"):
            md.inlinePatterns.deregister(name)
        self._marks: Marks = _NoMarks()
        register(md, lambda: self._marks)
        md.treeprocessors.register(_SafeLinks(md), "explainer_safe_links", -20)

    def convert(self, text: str, place: Place) -> Markup:
        """Render a field's Markdown.

        Args:
            text: The Markdown.
            place: The place where it is shown: decides what links and citations become.

        Returns:
            HTML of one or more block elements.
        """
        if (kept := self._same_everywhere.get(text)) is not None:
            return kept
        marks = _FieldMarks(place)
        converted = self._converted(text, marks)
        if not marks.asked:
            self._same_everywhere[text] = converted
        return converted

    def plain(self, text: str) -> str:
        """Return a field's Markdown as plain text in one line, without references to notes."""
        if text not in self._plain:
            self._plain[text] = self._converted(text, _NoMarks()).striptags()
        return self._plain[text]

    def _converted(self, text: str, marks: Marks) -> Markup:
        self._marks = marks
        return Markup(self._md.reset().convert(text))  # noqa: S704 - HTML in the text was escaped by the parser above

    def convert_inline(self, text: str, place: Place) -> Markup:
        """Render a field's Markdown of one paragraph without the paragraph's element, to stand inside another."""
        html = self.convert(text, place)
        if html.count("<p>") == 1 and html.startswith("<p>") and html.endswith("</p>"):
            return html[3:-4]
        return html

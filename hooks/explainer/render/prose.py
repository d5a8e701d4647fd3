"""The Markdown of the record's fields to HTML: citations and links to entries work, raw HTML does not."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

from explainer.record.fields import Kind
from explainer.record.prose import SAFE_SCHEMES, Citation
from explainer.render.inline import Marks, register
from explainer.render.view import View


@dataclass(frozen=True)
class _FieldMarks:
    """What marks become in a field: the place where the field is shown decides. Checks have told what is wrong."""

    view: View

    def cited(self, found: Sequence[Citation], typed: str) -> Markup:
        known = [each for each in found if each.source in self.view.record.sources]
        return self.view.cite(known) if known else escape(typed)

    def linked(self, kind: Kind, id_: str, _typed: str) -> str | None:
        return self.view.url(kind, id_)


class _NoMarks:
    """What marks become where words alone are wanted: a citation goes, and of a link its words stay."""

    def cited(self, _found: Sequence[Citation], _typed: str) -> Markup:
        return Markup()

    def linked(self, _kind: Kind, _id: str, _typed: str) -> str | None:
        return None


class _Host:
    """Says what the marks of the field in hand become: one parser serves all fields."""

    marks: Marks


class _SafeLinks(Treeprocessor):
    """Takes the address from every link that is not to the web, to mail or to an entry."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            address = link.get("href", "")
            is_entry = "ex-link" in link.get("class", "")
            if not is_entry and not address.lower().startswith(SAFE_SCHEMES):
                link.attrib.pop("href", None)


@cache
def _markdown() -> tuple[Markdown, _Host]:
    md = Markdown(output_format="html", extensions=["sane_lists"])
    # A fact is never HTML: without these, a tag in a field is text like any other. Images would fetch from other hosts.
    md.preprocessors.deregister("html_block")
    for name in ("html", "image_link", "image_reference", "short_image_ref"):
        md.inlinePatterns.deregister(name)
    host = _Host()
    register(md, lambda: host.marks)
    md.treeprocessors.register(_SafeLinks(md), "explainer_safe_links", -20)
    return md, host


def _converted(text: str, marks: Marks) -> Markup:
    md, host = _markdown()
    host.marks = marks
    return Markup(md.reset().convert(text))  # noqa: S704 - HTML in the text was escaped by the parser above


def prose(text: str, view: View) -> Markup:
    """Render a field's Markdown.

    Args:
        text: The Markdown.
        view: The place where it is shown: decides what links and citations become.

    Returns:
        HTML of one or more block elements.
    """
    return _converted(text, _FieldMarks(view))


def plain(text: str) -> str:
    """Return a field's Markdown as plain text in one line, without references to notes."""
    return _converted(text, _NoMarks()).striptags()


def inline_prose(text: str, view: View) -> Markup:
    """Render a field's Markdown of one paragraph without the paragraph's element, to stand inside another."""
    html = prose(text, view)
    if html.count("<p>") == 1 and html.startswith("<p>") and html.endswith("</p>"):
        return html[3:-4]
    return html

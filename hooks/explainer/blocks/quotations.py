"""Quotations on a page: each of five words or more is held against the record.

A quotation is what stands between double quotation marks of any language's form, or in a blockquote. One that is not
speech is let through by a comment before it, with the reason: `<!-- allow quotation: the title of a film -->`.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from explainer.blocks.draft import Draft
from explainer.fields.validation import path_text
from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.record.queries.quoted import FEWEST_WORDS, mismatch, quotations
from explainer.record.record import Origin
from explainer.record.references import prose_of
from explainer.rules.quotations import LINK, QUOTATION, describe
from explainer.site.pages import Page

BLOCKS = {"p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "figcaption", "div"}
SILENT = {"code", "pre", "sup", "script", "style"}


class QuotationCheck(Treeprocessor):
    """Checks the quotations of a page. Runs after inline processing, when text is text and code is code."""

    def __init__(self, md: Markdown, draft: Callable[[], Draft]) -> None:
        super().__init__(md)
        self.draft = draft

    def run(self, root: Element) -> None:
        """Tell of each quotation that the record does not bear out."""
        page = self.draft()
        severity = page.site.settings.checks.get(QUOTATION.name, QUOTATION.severity)
        if severity == "off" or not page.record.has_all("statement", "source"):
            return
        for text in self._texts(root):
            for _, quoted in quotations(text):
                if found := mismatch(quoted, page.record):
                    message, hint = describe(found, page.record)
                    if found.nearest is None:
                        hint += ", or put `<!-- allow quotation: the reason -->` before them"
                    page.problem(first_words(quoted), message, hint, severity=severity, check=QUOTATION.name)

    def _texts(self, element: Element) -> Iterator[str]:
        """Yield the text of each block of the page, in order; a blockquote's is put in quotation marks."""
        for child in element:
            if child.tag == "blockquote":
                text = " ".join(self._text(child).split())
                yield text if any(True for _ in quotations(text)) else f"“{text}”"
            elif child.tag in BLOCKS and not any(
                inner.tag in BLOCKS | {"blockquote"} for inner in child.iter() if inner is not child
            ):
                yield self._text(child)
            elif child.tag not in SILENT:
                if child.tag in BLOCKS and child.text:
                    yield HTML_PLACEHOLDER_RE.sub("", child.text)
                yield from self._texts(child)

    def _text(self, element: Element) -> str:
        parts = [element.text or ""]
        for child in element:
            if child.tag not in SILENT:
                parts.append(self._text(child))
            parts.append(child.tail or "")
        return HTML_PLACEHOLDER_RE.sub("", "".join(parts))


def first_words(quoted: str) -> str:
    """Return the beginning of a quotation as it stands in one line of the file, to find it by."""
    words = quoted.strip().split("\n", 1)[0].split(" ")
    return " ".join(words[: FEWEST_WORDS - 1])


def misquoted_front_matter(page: Page, contents: Contents) -> Iterator[Problem]:
    """Yield a problem for each quotation in a page's front matter that the record does not bear out."""
    record = contents.record
    severity = contents.site.settings.checks.get(QUOTATION.name, QUOTATION.severity)
    if severity == "off" or not record.has_all("statement", "source"):
        return
    origin = Origin(page.document, ())
    for text, way in prose_of(page.front):
        for _, quoted in quotations(LINK.sub(r"\1", text)):
            if found := mismatch(quoted, record):
                message, hint = describe(found, record)
                mark = origin.find(way, first_words(quoted))
                told = Problem(origin.file, mark.line, mark.column, message, path_text("", way), hint)
                yield replace(told, severity=severity, check=QUOTATION.name)

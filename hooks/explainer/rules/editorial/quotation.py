"""Quoted words are the words that were said.

A quotation is what stands between double quotation marks of any language's form; on a page, in a blockquote as well.
One that is not speech is let through by a comment before it: `<!-- allow quotation: the title of a film -->`.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from explainer.fields.validation import path_text
from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.record.quoted import FEWEST_WORDS, Mismatch, mismatch, quotations
from explainer.record.record import Origin, Record
from explainer.record.references import prose_of
from explainer.rules.page_tree import PageTree
from explainer.rules.rule import Finding, PageFinding, Rule

LINK = re.compile(r"\[((?:[^\[\]]|\[(?:…|\.{2,3}|\w)\])*)\]\([^)]*\)")
BLOCKS = {"p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "figcaption", "div"}
SILENT = {"code", "pre", "sup", "script", "style"}


def _in_fields(contents: Contents) -> Iterator[Finding]:
    record = contents.record
    for kind, id_, way, text in contents.prose:
        for quoted, found in _misquoted(_without_links(text), record):
            yield Finding(kind, id_, way, *_describe(found, record), typed=quoted)


def _in_front_matter(contents: Contents) -> Iterator[Problem]:
    record = contents.record
    for page in contents.pages:
        origin = Origin(page.document, ())
        for text, way in prose_of(page.front):
            for quoted, found in _misquoted(_without_links(text), record):
                message, hint = _describe(found, record)
                mark = origin.find(way, _first_words(quoted))
                yield Problem(origin.file, mark.line, mark.column, message, path_text("", way), hint)


def _on_page(page: PageTree) -> Iterator[PageFinding]:
    for text in _texts(page.root, page):
        for quoted, found in _misquoted(text, page.record):
            message, hint = _describe(found, page.record)
            if found.nearest is None:
                hint += ", or put `<!-- allow quotation: the reason -->` before them"
            yield PageFinding(_first_words(quoted), message, hint)


def _misquoted(text: str, record: Record) -> Iterator[tuple[str, Mismatch]]:
    """Yield the quotations in a text that the record does not bear out, each with what comes nearest."""
    if record.has_all("statement", "source"):  # else the words may stand in what could not be read
        for _, quoted in quotations(text):
            if found := mismatch(quoted, record.quotable):
                yield quoted, found


def _describe(found: Mismatch, record: Record) -> tuple[str, str]:
    """Put a mismatch in words: the message and the hint."""
    if found.nearest is None:
        message = "no recorded statement has the quoted words"
        return message, "record them as a statement, or as `quotes` of a source"
    origin = record.origins[found.nearest.kind, found.nearest.id]
    place = f"{origin.file.as_posix()}:{origin.mark('words').line}"
    message = f"the quoted words are not those of the {found.nearest.kind} `{found.nearest.id}` ({place})"
    return message, f"the difference, [-record-] {{+quotation+}}: {found.difference}"


def _without_links(text: str) -> str:
    """Return a Markdown text with the words of its links in their place."""
    return LINK.sub(r"\1", text)


def _first_words(quoted: str) -> str:
    """Return the beginning of a quotation as it stands in one line of the file, to find it by."""
    words = quoted.strip().split("\n", 1)[0].split(" ")
    return " ".join(words[: FEWEST_WORDS - 1])


def _texts(element: Element, page: PageTree) -> Iterator[str]:
    """Yield the text of each block of the page, in order; a blockquote's is put in quotation marks."""
    for child in element:
        if child.tag == "blockquote":
            text = " ".join(_text(child, page).split())
            yield text if any(True for _ in quotations(text)) else f"“{text}”"
        elif child.tag in BLOCKS and not any(
            inner.tag in BLOCKS | {"blockquote"} for inner in child.iter() if inner is not child
        ):
            yield _text(child, page)
        elif child.tag not in SILENT:
            if child.tag in BLOCKS and child.text:
                yield page.without_html(child.text)
            yield from _texts(child, page)


def _text(element: Element, page: PageTree) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag not in SILENT:
            parts.append(_text(child, page))
        parts.append(child.tail or "")
    return page.without_html("".join(parts))


RULE = Rule(
    name="quotation",
    doc=__doc__,
    severity="error",
    says="the quoted words are not those of",
    in_record=_in_fields,
    on_page=_on_page,
    in_site=_in_front_matter,
)

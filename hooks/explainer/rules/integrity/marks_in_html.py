"""A mark that stands inside HTML is no mark: Markdown is not read there, and readers would see it as it was typed."""

import re
from collections.abc import Iterator

from explainer.record.marks import CITATION, citations, linked_entry
from explainer.rules.page_tree import PageTree
from explainer.rules.raw_html import attributes, texts
from explainer.rules.rule import Check, PageFinding

CITED = re.compile(CITATION)
LINKED = re.compile(r"(?P<words>\[[^\[\]]*\])?\((?P<address>[^\s()\[\]]+)\s*\)")
BLOCK = re.compile(r"^[ \t]*(?P<header>/{3,}[ \t]*[\w-]+.*?)[ \t]*$", re.MULTILINE)
LIKELY = re.compile(r"\[@|///|[(\"'=]\s*\w+:")
"""What HTML with a mark in it holds at the least: most has none of it, and need not be read."""

HINT = 'give the element around it `markdown="1"` (extension `md_in_html`), or write HTML'


def _left(page: PageTree) -> Iterator[PageFinding]:
    for piece in filter(LIKELY.search, page.html):
        for text in texts(piece):
            for typed, shown in _marks(text, page):
                if page.is_typed(typed):
                    message = f"`{shown}` stands in HTML, where it is left as it was typed"
                    yield PageFinding(typed, message, HINT)
        for _, _, value in attributes(piece):
            if linked_entry(value) and page.is_typed(value):
                message = f"the address `{value}` leads nowhere in HTML"
                yield PageFinding(value, message, f"write `[words]({value})` in Markdown")


def _marks(text: str, page: PageTree) -> Iterator[tuple[str, str]]:
    """Yield the marks in a text: what to find each by, and how it reads."""
    for found in CITED.finditer(text):
        if citations(found["citation"]):
            yield found[0].split("\n")[0], _in_a_line(found[0])
    for found in LINKED.finditer(text):
        entry = linked_entry(found["address"])
        # Without words before them, parentheses may hold anything.
        if entry and (found["words"] or page.record.get(entry.kind, entry.id)):
            yield f"({entry}", _in_a_line(found[0])
    for found in BLOCK.finditer(text):
        yield found["header"], found["header"]


def _in_a_line(text: str) -> str:
    return " ".join(text.split())


CHECK = Check(name="marks-in-html", doc=__doc__, on_page=_left)

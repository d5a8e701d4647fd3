"""What a reader sees of a text: its passages one by one, without markup, and where in each a link leads.

One reading for all who look for quoted words, of pages as HTML and of the record's Markdown.
"""

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

import regex

from explainer.quotations.marks import opens, pairs

SILENT = {
    "code", "pre", "kbd", "samp", "script", "style", "template", "textarea", "del", "s", "strike", "sup", "svg",
    "math",
}  # fmt: skip
"""What holds no text, what is struck, and what stands beside the text."""

INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "cite", "data", "dfn", "em", "font", "i", "img", "ins", "label", "mark",
    "q", "small", "span", "strong", "sub", "time", "u", "var", "wbr", "br", "input", "picture", "source",
}  # fmt: skip
"""What stands within a passage; every other element begins one."""

VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
}  # fmt: skip

WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")

DASH = r"\s*(?:[—–―]|--?\s)"
LONGEST_NAME = 14
"""How many words tell, behind a dash, whose words they are, and when."""


@dataclass(frozen=True)
class Passage:
    """A piece of text that a reader sees as one: a paragraph, an item, a cell, a title.

    Attributes:
        text: The text.
        links: Where in it links stand: from, to, and the address.
        lead: What the text says right before it, of which it may be a part: the paragraph over a list, the row's cells.
        tag: What it is.
        quoted: Whether it is quoted as a whole.
    """

    text: str
    links: tuple[tuple[int, int, str], ...] = ()
    lead: str = ""
    tag: str = "p"
    quoted: bool = False

    def link_at(self, start: int, end: int) -> str:
        """Return the address of the link that encloses or is enclosed by a part of the text; empty for none."""
        for a, b, address in self.links:
            if (a <= start + 1 and end - 1 <= b) or (start <= a and b <= end):
                return address
        return ""


@dataclass
class _Open:
    tag: str
    text: list[str] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)


class TolerantParser(HTMLParser):
    """Reads whatever an editor may have typed."""

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002 - the base's signature
        """Pass over `<![`, on which the base would give up: to a browser it begins a comment that ends with `>`."""
        return self.parse_bogus_comment(i, report)


class _Reader(TolerantParser):
    """Takes the passages from HTML. A blockquote is one passage, of as many paragraphs as it has."""

    def __init__(self) -> None:
        super().__init__()
        self.passages: list[Passage] = []
        self.stack: list[tuple[str, bool]] = []
        self.current = _Open("p")
        self.addresses: list[tuple[int, str]] = []
        self.lead = ""
        self.row: list[str] = []

    @property
    def silent(self) -> bool:
        return any(hidden for _, hidden in self.stack)

    @property
    def in_quote(self) -> bool:
        return any(tag == "blockquote" for tag, _ in self.stack)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        hidden = tag in SILENT or "hidden" in values or "display:none" in values.get("style", "").replace(" ", "")
        if values.get("title") and not self.silent:
            self.passages.append(Passage(values["title"], tag="title"))
        if tag in VOID:
            if not self.silent:
                self._void(tag, values)
            return
        if tag not in INLINE and tag not in SILENT:
            if next((open_ for open_, _ in reversed(self.stack) if open_ not in INLINE), "") == "p":
                self.handle_endtag("p")  # as a browser does
            self._flush(tag)
        self.stack.append((tag, hidden))
        if tag == "q":
            self.handle_data("“")
        elif tag == "a":
            self.addresses.append((self.current.length, values.get("href", "")))
        elif tag == "tr":
            self.row = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def _void(self, tag: str, values: dict[str, str]) -> None:
        if tag == "br":
            self.handle_data("\n")
        elif tag == "img" and values.get("alt"):
            self.handle_data(f" {values['alt']} ")
        elif tag == "hr":
            self._flush("p")

    def handle_endtag(self, tag: str) -> None:
        if not any(open_ == tag for open_, _ in self.stack):
            return
        if tag == "q":
            self.handle_data("”")
        elif tag == "a" and self.addresses:
            start, address = self.addresses.pop()
            self.current.links.append((start, self.current.length, address))
        elif tag not in INLINE and tag not in SILENT:
            self._flush("p" if tag != "blockquote" else tag)
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.current.add(data)

    def _flush(self, tag: str) -> None:
        """End the passage that has begun, and begin one of an element."""
        if self.in_quote and tag != "blockquote":
            if "".join(self.current.text).strip():
                self.current.add("\n\n")
            return
        text = "".join(self.current.text)
        if text.strip():
            quoted = self.in_quote
            cell = self.current.tag in {"td", "th"}
            lead = " ".join(self.row) if cell else self.lead
            self.passages.append(
                Passage(
                    text.rstrip() if not quoted else text.strip("\n"),
                    tuple(self.current.links),
                    lead,
                    self.current.tag,
                    quoted,
                )
            )
            if cell:
                self.row.append(text)
            elif not quoted and self.current.tag != "li":
                self.lead = text
        self.current = _Open(tag)


def read_html(text: str) -> list[Passage]:
    """Return the passages of a piece of HTML; paragraphs over which one quotation goes are one passage."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader._flush("p")
    return list(_over_paragraphs(reader.passages))


def read_markdown(text: str) -> list[Passage]:
    """Return the passages of a short text in Markdown, as a field holds it."""
    return list(_over_paragraphs(_plain(paragraph) for paragraph in regex.split(r"\n\s*\n", text) if paragraph.strip()))


MARKUP = regex.compile(
    r"(?P<code>`+)(?!`).*?(?<!`)(?P=code)(?!`)"
    r"|\[-?@[^\[\]]*\](?![(\[])|\[\^[^\]]+\]"  # a citation, a note
    r"|!?\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<address>[^()\s]*(?:\([^()]*\)[^()\s]*)?)(?:\s+[^)]*)?\)"
    r"|<(?P<end>/?)(?P<tag>[a-zA-Z]+)\b[^<>]*>"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?<!\w)(?P<open>\*{1,3}|_{1,3})(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3})(?!\w)|\*\*?(?=\w)"
    r"|^[ ]{0,3}(?:[-*+>]|#{1,6}|\d+\.)[ ]",
    regex.DOTALL | regex.MULTILINE,
)


def _plain(markdown: str) -> Passage:
    parts: list[str] = []
    links: list[tuple[int, int, str]] = []
    length = last = 0

    def add(text: str) -> None:
        nonlocal length
        parts.append(text)
        length += len(text)

    for found in MARKUP.finditer(markdown):
        add(html.unescape(markdown[last : found.start()]))
        last = found.end()
        if found["address"] is not None:
            start = length
            add(_plain(found["words"]).text)
            links.append((start, length, found["address"]))
        elif found["tag"] == "q":
            add("”" if found["end"] else "“")
        elif found["tag"] == "br":
            add("\n")
        elif found["escaped"]:
            add(found["escaped"])
    add(html.unescape(markdown[last:]))
    return Passage("".join(parts), tuple(links), quoted=markdown.lstrip().startswith(">"))


def _over_paragraphs(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield passages, the paragraphs over which one quotation goes as one."""
    pending: Passage | None = None
    for each in passages:
        if pending is not None:
            joined = _continued(pending, each)
            if joined:
                pending = joined
                continue
            yield pending
            pending = None
        if each.tag == "p" and not each.quoted and opens(each.text):
            pending = each
        else:
            yield each
    if pending is not None:
        yield pending


def _continued(first: Passage, second: Passage) -> Passage | None:
    """Return two paragraphs as one where a quotation that the first opens goes on in the second."""
    mark = opens(first.text)
    if not mark or second.tag != "p" or second.quoted:
        return None
    lead = len(second.text) - len(second.text.lstrip().removeprefix(mark))
    joined = f"{first.text}\n\n{second.text[lead:]}"
    at = len(first.text)
    if second.text.lstrip().startswith(mark) or any(start <= at < end for start, end in pairs(joined)):
        moved = tuple((a + at + 2 - lead, b + at + 2 - lead, address) for a, b, address in second.links)
        return replace(first, text=joined, links=first.links + moved)
    return None


def without_attribution(text: str) -> str:
    """Return a blockquote's text without what tells, behind a dash at its end, whose words they are."""
    paragraphs = [each for each in regex.split(r"\n\s*\n", text.strip()) if each.strip()]
    lines = paragraphs[-1].split("\n") if paragraphs else []
    for kept in (paragraphs[:-1], ["\n".join(lines[:-1])] if len(lines) > 1 and len(paragraphs) == 1 else []):
        last = paragraphs[-1] if kept == paragraphs[:-1] else lines[-1]
        if kept and regex.match(DASH, last) and len(last.split()) <= LONGEST_NAME:
            return "\n\n".join(kept)
    behind = regex.search(rf"(?<=[.!?”“\"»«’])\s*{DASH}\s*(?=\p{{Lu}}|\p{{Lo}})[^.!?]{{2,90}}$", text.rstrip())
    return text[: behind.start()] if behind else text


def sequence(text: str, most: int) -> tuple[str, ...]:
    """Return the first words of a text, to find it by."""
    return tuple(WORD.findall(text)[:most])


def count(words: Sequence[str], texts: Iterable[str]) -> int:
    """Return how often words stand in texts, one right after another."""
    size, found = len(words), 0
    for text in texts:
        here = WORD.findall(text)
        found += sum(tuple(here[at : at + size]) == tuple(words) for at in range(len(here) - size + 1))
    return found

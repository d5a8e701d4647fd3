"""Finds in a page's file the line that a problem is about. Markdown's parsers forget lines; this looks them up.

What is converted is not always what stands in the file: another extension or a plugin may have put text in, from a file
of its own. A line of such a text is told at its own place where it can be found, else at the line that puts it in.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path

from explainer.blocks.header import BlockHeader, block_headers
from explainer.files.documents import Mark
from explainer.site.pages import open_lines

INCLUDE = re.compile(
    r"-{1,}8<-{1,}[ \t]+[\"'](?P<snippet>[^\"':]+)"  # pymdownx.snippets
    r"|\{%-?\s*include(?:-markdown)?\s+[\"'](?P<include>[^\"']+)"  # include-markdown, and Jinja's own in macros
    r"|\{!\s*(?P<bang>[^!]+?)\s*!\}"  # markdown-include
)
"""What names a file whose text is put into the page."""


@dataclass(frozen=True)
class Text:
    """A file's text.

    Attributes:
        file: How problems name the file.
        lines: What it holds.
    """

    file: Path
    lines: Sequence[str]


ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)]|\|)\s")
"""What begins an item of a list, or a row of a table."""

MARKED_WORD = re.compile(r"[^\W_]+")
MARKUP_BETWEEN = r"(?:<[^<>]*>|&[#\w]+;|\]\([^)\s]*\)|\[-?@[^\]]*\]|[^\w<&]|_)*"
"""What may stand in a file between two words that a reader sees beside each other."""


class Locator:
    """Knows the lines of a page as they are converted, and where each of them stands in a file."""

    def __init__(self, file: Path, text: str | None, included: Callable[[str], Text | None]) -> None:
        """Know a page's own file.

        Args:
            file: How problems name it.
            text: What it holds; None where there is no file.
            included: Returns the text of a file that the page puts in, by the name that it gives; None where there is
                no such file.
        """
        self.file = file
        self.own = Text(file, text.split("\n") if text is not None else [])
        self.included = included
        self.lines: list[str] = []
        self._seen: dict[str, int] = {}
        self._used: dict[tuple[str, int, int], Mark] = {}
        self._headers: list[BlockHeader] | None = None

    def place(self, line: int, column: int) -> tuple[Path, int, int]:
        """Return where a place of the converted text stands: the file, and line and column there, counted from 1."""
        if not 1 <= line <= len(self.lines):
            return self.file, line, column
        file, at = self._origins[line - 1]
        return file, at, column if at else 0

    @cached_property
    def _origins(self) -> list[tuple[Path, int]]:
        """The file and the line from which each converted line comes."""
        first = _position(self.lines, self.own.lines)
        if first is not None:
            return [(self.file, first + n) for n in range(1, len(self.lines) + 1)]
        found: list[tuple[Path, int] | None] = _matched(self.lines, self.own, 0)
        texts = [text for text in self._texts(self.own.lines) if text]
        for text in texts:
            for n, place in enumerate(_matched(self.lines, text, 1)):
                if found[n] is None:
                    found[n] = place
        # What is found nowhere stands where something is put in: behind the last line of the page's own.
        origins, last = [], 0
        for place in found:
            if place and place[0] == self.file:
                last = place[1]
            origins.append(place or (self.file, self._including(last)))
        return origins

    def _texts(self, lines: Iterable[str], depth: int = 0) -> Iterable[Text | None]:
        """Yield the texts that lines put in, and those that these put in."""
        for line in lines:
            for found in INCLUDE.finditer(line):
                text = self.included(next(name for name in found.groups() if name))
                yield text
                if text and depth < DEEPEST:
                    yield from self._texts(text.lines, depth + 1)

    def _including(self, last: int) -> int:
        """Return the line of the page's file that puts something in, next to a line of its own."""
        lines = self.own.lines
        nearest = (n for n in range(last, len(lines)) if INCLUDE.search(lines[n]) or "{" in lines[n])
        return next(nearest, max(last - 1, 0)) + 1 if lines else 0

    def has(self, typed: str) -> bool:
        """Whether a piece of text stands in the converted lines, outside code."""
        return any(_places(line, typed) for _, line in open_lines(self.lines))

    def addresses(self, typed: str) -> list[Mark]:
        """Return where an address stands, in Markdown or in HTML, outside code."""
        whole = re.compile(rf"""(?<=[\s(<"'=,]){re.escape(typed)}(?=[\s)>"',]|$)""")
        return [
            Mark(number + 1, found.start() + 1)
            for number, line in open_lines(self.lines)
            for found in whole.finditer(line)
            if not _is_in_code(line, found.start())
        ]

    def next(self, typed: str) -> Mark:
        """Return where a piece of text stands in the converted lines, outside code; asked again, the next place."""
        wanted = self._seen.get(typed, 0)
        self._seen[typed] = wanted + 1
        first_line = typed.split("\n", 1)[0]
        places = [
            Mark(number + 1, at + 1) for number, line in open_lines(self.lines) for at in _places(line, first_line)
        ]
        return places[min(wanted, len(places) - 1)] if places else Mark(0, 0)

    def words(self, typed: str, nth: int) -> Mark:
        """Return where the text says some words for the nth time, outside code, whatever markup stands among them.

        A quotation mark at their beginning is looked for with them.
        """
        text, found = self._open_text(), MARKED_WORD.findall(typed)
        mark = re.escape(typed[:1]) if typed and not typed[0].isalnum() else ""
        for size in (len(found), min(3, len(found)), 1):
            said = re.compile(mark + MARKUP_BETWEEN.join(map(re.escape, found[:size])))
            places = [
                Mark(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
                for at in (each.start() for each in said.finditer(text))
            ]
            if places:
                return places[min(nth, len(places)) - 1]
        return Mark(0, 0)

    def _open_text(self) -> str:
        """The converted lines, those in code empty."""
        kept = [""] * len(self.lines)
        for number, line in open_lines(self.lines):
            kept[number] = line
        return "\n".join(kept)

    def allowed(self, check: str, mark: Mark) -> str:
        """Return the reason for which a breach of a check is no fault at a place; empty where none is given.

        The reason stands in a comment, `<!-- allow quotation: a proverb -->`, before the place in its own paragraph,
        item or row, or right above that. It excuses the first breach behind it, and no other.
        """
        at = mark.line - 1
        if not check or not 0 <= at < len(self.lines):
            return ""
        before = self.lines[at][: mark.column - 1]
        while at > 0 and self.lines[at - 1].strip() and not ITEM.match(self.lines[at]):
            at -= 1
            before = f"{self.lines[at]}\n{before}"
        above = next((n for n in range(at - 1, -1, -1) if self.lines[n].strip()), -1)
        if above >= 0 and self.lines[above].strip().endswith("-->") and not ITEM.match(self.lines[above]):
            at = above
            before = f"{self.lines[above]}\n{before}"
        reasons = list(re.finditer(rf"<!--\s*allow {check}:\s*(.*?)\s*-->", before, re.DOTALL))
        if not reasons:
            return ""
        place = (check, at + before.count("\n", 0, reasons[-1].start()), reasons[-1].start())
        if self._used.setdefault(place, mark) != mark:
            return ""
        return reasons[-1][1]

    @property
    def headers(self) -> list[BlockHeader]:
        """The headers of blocks that are not yet taken, in order."""
        if self._headers is None:
            self._headers = list(block_headers(self.lines, self.file))
        return self._headers

    def take_header(self, name: str, argument: str, options: object) -> BlockHeader | None:
        """Take the next header of this name, argument and options: a parser met the block.

        Args:
            name: The block's name.
            argument: Its argument, empty for none.
            options: Its options as YAML has them, to tell two blocks apart that differ in nothing else.

        Returns:
            The header; None where the text has none like it, as where a later extension has put the block in.
        """
        alike = [each for each in self.headers if each.name == name and each.argument == argument]
        taken = next((each for each in alike if each.typed_options() == options), alike[0] if alike else None)
        if taken:
            self.headers.remove(taken)
        return taken


DEEPEST = 5
"""How deep files may put in one another before a line is told at the file that begins it."""


def _position(lines: Sequence[str], whole: Sequence[str]) -> int | None:
    """Return how many lines of a file stand before the text that is converted, where that is the rest of the file."""
    begins, ends = (
        next((n for n, line in enumerate(lines) if line.strip()), 0),
        next((n for n, line in enumerate(reversed(lines)) if line.strip()), 0),
    )
    body = list(lines[begins : len(lines) - ends])
    last = next((n for n, line in enumerate(reversed(whole)) if line.strip()), 0)
    at = len(whole) - last - len(body)
    return at - begins if body and at >= 0 and list(whole[at : at + len(body)]) == body else None


def _matched(lines: Sequence[str], text: Text, shortest: int) -> list[tuple[Path, int] | None]:
    """Return for each line where it stands in a text, if it does: in order, white space at its beginning apart."""
    found: list[tuple[Path, int] | None] = [None] * len(lines)
    ours, theirs = ([line.strip() for line in each] for each in (lines, text.lines))
    for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        for n in range(block.size):
            if ours[block.a + n] or block.size > shortest:
                found[block.a + n] = (text.file, block.b + n + 1)
    return found


def _places(line: str, typed: str) -> list[int]:
    """Return where a text stands in a line outside `code`."""
    places = []
    start = line.find(typed)
    while start >= 0:
        if not _is_in_code(line, start):
            places.append(start)
        start = line.find(typed, start + 1)
    return places


def _is_in_code(line: str, at: int) -> bool:
    return line.count("`", 0, at) % 2 == 1

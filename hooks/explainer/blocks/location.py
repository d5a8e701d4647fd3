"""Finds in a page's file the line that a problem is about. Markdown's parsers forget lines; this looks them up."""

import re
from collections.abc import Sequence
from pathlib import Path

from explainer.files.documents import Mark
from explainer.site.pages import BlockHeader, block_headers, open_lines


class Locator:
    """Knows a page's text as it was handed to Markdown, and where that lies in the file.

    Args:
        lines: The text that is converted: the file without its front matter, unless another extension changed it.
        file: The page's file as problems name it.
        whole: What the file itself holds; None where there is no file.
    """

    def __init__(self, lines: Sequence[str], file: Path, whole: str | None) -> None:
        self.file = file
        self.lines = list(lines)
        self.first = self._first(whole) if whole is not None else 1
        self._seen: dict[str, int] = {}
        self._headers: list[BlockHeader] | None = None

    def _first(self, whole: str) -> int:
        """Return the line of the file at which the converted text begins: hosts take the front matter off."""
        body = "\n".join(self.lines).strip("\n")
        at = whole.rfind(body)
        if at < 0:
            return 1
        leading = next((n for n, line in enumerate(self.lines) if line.strip()), 0)
        return whole.count("\n", 0, at) + 1 - leading

    def next(self, typed: str) -> Mark:
        """Return where a piece of text stands outside code; asked again for the same text, the next place."""
        wanted = self._seen.get(typed, 0)
        self._seen[typed] = wanted + 1
        first_line = typed.split("\n", 1)[0]
        places = [
            Mark(number + self.first, at + 1)
            for number, line in open_lines(self.lines)
            for at in _places(line, first_line)
        ]
        return places[min(wanted, len(places) - 1)] if places else Mark(0, 0)

    def allowed(self, check: str, mark: Mark) -> str:
        """Return the reason for which a breach of a check is no fault at a place; empty where none is given.

        The reason stands in a comment, `<!-- allow quotation: a proverb -->`, before the place in its own paragraph, or
        right above that paragraph.
        """
        at = mark.line - self.first
        if not check or not 0 <= at < len(self.lines):
            return ""
        before = [self.lines[at][: mark.column - 1]]
        while at > 0 and self.lines[at - 1].strip():
            at -= 1
            before.insert(0, self.lines[at])
        above = next((line for line in reversed(self.lines[:at]) if line.strip()), "")
        if above.strip().endswith("-->"):
            before.insert(0, above)
        reasons = re.findall(rf"<!--\s*allow {check}:\s*(.*?)\s*-->", "\n".join(before), re.DOTALL)
        return reasons[-1] if reasons else ""

    @property
    def headers(self) -> list[BlockHeader]:
        """The headers of blocks that are not yet taken, in order."""
        if self._headers is None:
            self._headers = list(block_headers("\n".join(self.lines), self.file, self.first))
        return self._headers

    def take_header(self, name: str, argument: str, options: object) -> BlockHeader | None:
        """Take the next header of this name, argument and options: a parser met the block.

        Args:
            name: The block's name.
            argument: Its argument, empty for none.
            options: Its options as YAML has them, to tell two blocks apart that differ in nothing else.
        """
        alike = [each for each in self.headers if each.name == name and each.argument == argument]
        taken = next((each for each in alike if each.typed_options() == options), alike[0] if alike else None)
        if taken:
            self.headers.remove(taken)
        return taken


def _places(line: str, typed: str) -> list[int]:
    """Return where a text stands in a line outside `code`."""
    places = []
    start = line.find(typed)
    while start >= 0:
        if line.count("`", 0, start) % 2 == 0:
            places.append(start)
        start = line.find(typed, start + 1)
    return places

"""Changes of single words in files: what stands around them stays as it was typed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from explainer.site.pages import ENDINGS

NAME_AT = r"(?<![\w-]){}(?![\w-])"


@dataclass(frozen=True, order=True)
class Edit:
    """A name in a file, and what it becomes.

    Attributes:
        file: The file.
        line: The line, counted from 1.
        column: The column at which the name begins, or something that it ends, counted from 1.
        name: The name.
        written: What takes its place.
    """

    file: Path
    line: int
    column: int
    name: str
    written: str


class EditError(ValueError):
    """A name does not stand where it should."""


def page_files(docs: Path) -> Iterator[tuple[Path, list[str]]]:
    """Yield the files of pages, those that are not built among them, and the lines of each."""
    for file in sorted(docs.rglob("*")):
        if file.suffix in ENDINGS and file.is_file():
            yield file, file.read_text("utf-8-sig").split("\n")


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made in it.

    Raises:
        EditError: A line has no such name at the column, or behind it.
    """
    lines = text.split("\n")
    for edit in sorted(set(edits), reverse=True):
        line = lines[edit.line - 1]
        found = re.compile(NAME_AT.format(re.escape(edit.name))).search(line, max(edit.column - 1, 0))
        if found is None:
            message = f"{edit.file}:{edit.line}: expected the name `{edit.name}`"
            raise EditError(message)
        lines[edit.line - 1] = line[: found.start()] + edit.written + line[found.end() :]
    return "\n".join(lines)

"""A field of an entry, written where the entry stands: what is around it stays as it was typed, comments too."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from explainer.record.record import Origin

CELL = {
    column: re.compile(rf'(?:^|{re.escape(column)})(?P<cell>"(?:[^"]|"")*"|[^{re.escape(column)}]*)')
    for column in (",", ";", "\t")
}
"""The cells of a line of a table, by what parts them."""


class NoPlaceError(ValueError):
    """A file has no place for a field."""


def with_field(text: str, origin: Origin, name: str, value: str) -> str:
    """Return the text of a file in which an entry has a field that it did not have.

    Args:
        text: The file's text; the entry stands where it stood.
        origin: Where that is.
        name: The field.
        value: What it says: an address, a date.

    Raises:
        NoPlaceError: The file is a table without a column for it.
    """
    ending = Path(origin.file).suffix.lower()
    lines = text.split("\n")
    if ending == ".csv":
        line = origin.mark("id").line - 1
        lines[line] = with_cell(lines, line, origin.file, name, lambda _: value)
        return "\n".join(lines)
    mark = origin.document.names[(*origin.way, "id")]
    line, at = mark.line - 1, mark.column - 1
    if ending == ".json" or re.match(r"\s*(?:-\s*)?\{", lines[line]):
        key = json.dumps(name) if ending == ".json" else name
        lines[line] = f"{lines[line][:at]}{key}: {json.dumps(value)}, {lines[line][at:]}"
    else:
        lines.insert(origin.mark("id").line, f"{' ' * at}{name}: {value}")
    return "\n".join(lines)


def with_cell(lines: list[str], line: int, file: Path, name: str, written: Callable[[str], str]) -> str:
    """Return a line of a table with another cell under a name.

    Args:
        lines: The lines of the table.
        line: Which of them, from 0.
        file: How problems name the file.
        name: The name of the column.
        written: Returns what the cell says, by what it said.

    Raises:
        NoPlaceError: There is no such column.
    """
    number, column = _column(lines, name)
    if number is None:
        message = f"{file}: add a column `{name}`, and run it again"
        raise NoPlaceError(message)
    typed = lines[line]
    cells = [(each.start("cell"), each.end("cell")) for each in CELL[column].finditer(typed)]
    start, end = cells[number] if number < len(cells) else (len(typed), len(typed))
    missing = column * max(number - len(cells) + 1, 0)
    cell = written(typed[start:end].strip('"'))
    quoted = f'"{cell}"' if column in cell else cell
    return f"{typed[:start]}{missing}{quoted}{typed[end:]}"


def _column(lines: list[str], name: str) -> tuple[int | None, str]:
    """Return which column of a table has a name, counted from 0, and what parts its columns."""
    header = next((line for line in lines if line.strip() and not line.startswith("sep=")), "")
    column = max(CELL, key=header.count)
    names = [each["cell"].strip('" \ufeff') for each in CELL[column].finditer(header)]
    return (names.index(name) if name in names else None), column

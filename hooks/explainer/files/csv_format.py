"""CSV to plain values: a header with the names of fields, then an entry a row."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from explainer.files.documents import Document, Mark, Way

SEPARATOR = re.compile(r'"?sep=(?P<sign>.)"?[ \t]*', re.IGNORECASE)
"""The first line in which Excel says what parts the cells."""


def read_csv(text: str, document: Document) -> None:
    """Read CSV: a header with field names, an entry a row; `a.b` names a field inside a field.

    Lists stay one text here (`a; b`); `load` splits them, since only the models know which fields are lists. The place
    of a column's name is that of the way `(name,)` to it.
    """
    lines = text.split("\n")
    delimiter, above = dialect_of(lines)
    rows = csv.reader(io.StringIO("\n".join(lines[above:]), newline=""), delimiter=delimiter, strict=True)
    entries: list[dict[str, Any]] = []
    document.marks[()] = Mark(above + 1, 1)
    header: list[str] = []
    start = above + 1
    try:
        for row in rows:
            first, start = start, rows.line_num + above + 1
            places = list(_cell_marks(lines, first, start - 1, delimiter))
            if not header:
                header = _csv_header(row, places, document)
            elif any(cell.strip() for cell in row):
                _csv_entry(header, row, places, document, entries)
    except csv.Error as error:
        document.problem(Mark(start, 1), f"expected CSV: {error}")
        return
    if not header:
        document.problem(None, "the file is empty", document.if_empty)
        return
    document.value = entries


def dialect_of(lines: Sequence[str]) -> tuple[str, int]:
    """Return what parts the cells of a file, and how many lines stand above its header."""
    told = SEPARATOR.fullmatch(lines[0])
    first = 1 if told else 0
    above = next((n for n, line in enumerate(lines) if n >= first and line.strip()), first)
    return told["sign"] if told else max(",;\t", key=lines[above].count), above


def _csv_header(row: list[str], places: list[Mark], document: Document) -> list[str]:
    header = [cell.strip() for cell in row]
    for n, name in enumerate(header):
        if not name:
            document.problem(places[n], "expected the name of a field in the first row, found nothing")
        elif name in header[:n]:
            document.problem(places[n], f"the column `{name}` stands twice")
        elif whole := next((each for each in header if each and name.startswith(f"{each}.")), ""):
            document.problem(places[n], f"the column `{name}` names a part of the column `{whole}`", "keep one of them")
        else:
            document.names[name,] = places[n]
    return header


def _csv_entry(
    header: list[str], row: list[str], places: list[Mark], document: Document, entries: list[dict[str, Any]]
) -> None:
    way: Way = (len(entries),)
    document.marks[way] = places[0]
    entry: dict[str, Any] = {}
    if len(row) != len(header):
        document.problem(
            places[0],
            f"expected {len(header)} cells as in the first row, found {len(row)}",
            "put a cell that holds the delimiter in quotation marks",
        )
    for name, cell, place in zip(header, row, places, strict=False):
        if not cell.strip():
            continue
        *groups, last = name.split(".")
        inner, inner_way = entry, way
        for group in groups:
            if not isinstance(inner.get(group), dict):
                inner[group] = {}
            inner = inner[group]
            inner_way = (*inner_way, group)
            document.marks.setdefault(inner_way, place)
        inner[last] = cell
        document.marks[(*inner_way, last)] = document.names[(*inner_way, last)] = place
    entries.append(entry)


def _cell_marks(lines: list[str], first: int, last: int, delimiter: str) -> Iterator[Mark]:
    """Yield where each cell of the row that spans these lines begins; `csv` knows only its last line."""
    quoted = False
    for number in range(first, last + 1):
        row = lines[number - 1] if number <= len(lines) else ""
        may_open = not quoted  # a quotation mark opens a cell at its beginning alone, or comes back after itself
        if not quoted:
            yield Mark(number, 1)
        for at, character in enumerate(row):
            if character == '"' and (quoted or may_open):
                quoted, may_open = not quoted, quoted
            elif character == delimiter and not quoted:
                may_open = True
                yield Mark(number, at + 2)
            elif not quoted:
                may_open = False

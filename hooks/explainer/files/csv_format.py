"""CSV to plain values: a header with the names of fields, then an entry a row."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from explainer.files.documents import Document, Mark, Way


def read_csv(text: str, document: Document) -> None:
    """Read CSV: a header with field names, an entry a row; `a.b` names a field inside a field.

    Lists stay one text here (`a; b`); `load` splits them, since only the models know which fields are lists.
    """
    header_line = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header_line.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    entries: list[dict[str, Any]] = []
    document.marks[()] = Mark(1, 1)
    lines = text.split("\n")
    header: list[str] = []
    start = 1
    try:
        for row in rows:
            first, start = start, rows.line_num + 1
            places = list(_cell_marks(lines, first, rows.line_num, delimiter))
            if not header:
                header = _csv_header(row, places, document)
            elif any(cell.strip() for cell in row):
                _csv_entry(header, row, places, document, entries)
    except csv.Error as error:
        document.problem(Mark(start, 1), f"expected CSV: {error}")
        return
    document.value = entries


def _csv_header(row: list[str], places: list[Mark], document: Document) -> list[str]:
    header = [cell.strip() for cell in row]
    for n, name in enumerate(header):
        if not name:
            document.problem(places[n], "expected the name of a field in the first row, found nothing")
        elif name in header[:n]:
            document.problem(places[n], f"the column `{name}` stands twice")
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
            if not isinstance(inner.setdefault(group, {}), dict):
                document.problem(place, f"the column `{name}` and the column `{group}` cannot both be filled")
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

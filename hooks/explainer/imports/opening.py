"""The file to import: JSON to values, CSV and spreadsheets to rows."""

import csv
import io
import json
import re
from datetime import datetime, time
from pathlib import Path

from explainer.files.csv_format import dialect_of
from explainer.imports.old import ForeignError, Source

SHEETS = {".xlsx", ".xlsm", ".xls", ".ods"}

TEXTS = {".ics", ".ical", ".yml", ".yaml"}
"""What its format reads by itself."""

ELSEWHERE = {
    ".html": "a page of the web",
    ".htm": "a page of the web",
    ".pdf": "a document",
    ".docx": "a document",
}
"""What is not read, by its ending: as a sheet it would give nonsense."""


def opened(path: Path) -> Source:
    """Read a file.

    Raises:
        ForeignError: It is no file that can be read.
        OSError: It is not there.
    """
    if path.suffix.lower() in ELSEWHERE:
        found = ELSEWHERE[path.suffix.lower()]
        raise ForeignError(f"expected JSON, YAML, a calendar or a sheet (CSV, .xlsx, .ods), found {found}")
    if path.suffix.lower() in SHEETS:
        return Source(path, rows=_sheet(path))
    text, note = _text(path.read_bytes())
    if not text.strip():
        raise ForeignError("the file is empty")
    if path.suffix.lower() in TEXTS or text.lstrip().startswith("BEGIN:VCALENDAR"):
        return Source(path, text=text, note=note)
    if path.suffix.lower() == ".json" or text.lstrip().startswith(("{", "[", "var storyjs", "storyjs_jsonp_data")):
        body = re.sub(r"^\s*(?:var\s+)?\w+\s*=\s*", "", text).rstrip().rstrip(";")  # how version 1 was loaded
        try:
            return Source(path, value=json.loads(body), note=note)
        except json.JSONDecodeError as error:
            raise ForeignError(f"expected JSON: {error.msg} in line {error.lineno}, column {error.colno}") from None
    lines = text.split("\n")
    delimiter, above = dialect_of(lines)
    rows = csv.reader(io.StringIO("\n".join(lines[above:]), newline=""), delimiter=delimiter)
    try:
        return Source(path, rows=[[]] * above + list(rows), note=note)
    except csv.Error as error:
        raise ForeignError(f"expected CSV: {error}") from None


def _text(data: bytes) -> tuple[str, str]:
    """Return the text of a file, and what its reader must know of how it was read."""
    note = ""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
            note = "the file is not in UTF-8; it is read as Windows writes in western Europe: look at its accents"
    return text.replace("\r\n", "\n").replace("\r", "\n"), note


def _sheet(path: Path) -> list[list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - only spreadsheets need it

    try:
        rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except CalamineError as error:
        raise ForeignError(f"expected a spreadsheet: {error}") from None
    return [[_cell(each) for each in row] for row in rows]


def _cell(value: object) -> str:
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)

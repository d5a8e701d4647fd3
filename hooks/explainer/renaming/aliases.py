"""An entry's former id, written among its aliases."""

import re
from pathlib import Path

from explainer.record.record import Origin

CELL = {
    column: re.compile(rf'(?:^|{re.escape(column)})(?P<cell>"(?:[^"]|"")*"|[^{re.escape(column)}]*)')
    for column in (",", ";", "\t")
}
"""The cells of a line of a table, by what parts them."""


class AliasError(ValueError):
    """A file has no place for an alias."""


def with_alias_of_entry(text: str, origin: Origin, alias: str) -> str:
    """Return the text of a file in which an entry names a former id, besides those that it names already.

    Args:
        text: The file's text; the entry stands where it stood.
        origin: Where that is.
        alias: The id.

    Raises:
        AliasError: The file is a table without a column for aliases.
    """
    ending = Path(origin.file).suffix.lower()
    lines = text.split("\n")
    has_some = (*origin.way, "aliases") in origin.document.marks
    mark = origin.mark("aliases" if has_some else "id")
    line = lines[mark.line - 1]
    if ending == ".csv":
        number, column = _column(lines)
        if number is None:
            message = f"{origin.file}: add a column `aliases`, in which the former id can stand, and rename again"
            raise AliasError(message)
        cells = [(each.start("cell"), each.end("cell")) for each in CELL[column].finditer(line)]
        start, end = cells[number] if number < len(cells) else (len(line), len(line))
        missing = column * max(number - len(cells) + 1, 0)
        known = line[start:end].strip('"')
        cell = f"{known}; {alias}" if known else alias
        written = f'"{cell}"' if column in cell else cell
        lines[mark.line - 1] = f"{line[:start]}{missing}{written}{line[end:]}"
    elif has_some:
        at = mark.column
        if line[mark.column - 1 : mark.column] == "[":
            lines[mark.line - 1] = f"{line[:at]}{_quoted(alias, ending)}, {line[at:]}"
        else:  # items of their own lines
            lines.insert(mark.line - 1, f"{' ' * (mark.column - 1)}- {alias}")
    elif ending == ".json" or re.match(r"\s*(?:-\s*)?\{", line):
        name = origin.document.names[(*origin.way, "id")]
        at = name.column - 1
        key = '"aliases"' if ending == ".json" else "aliases"
        whole = lines[name.line - 1]
        lines[name.line - 1] = f"{whole[:at]}{key}: [{_quoted(alias, ending)}], {whole[at:]}"
    else:
        indent = " " * (origin.document.names[(*origin.way, "id")].column - 1)
        lines.insert(mark.line, f"{indent}aliases: [{alias}]")
    return "\n".join(lines)


def _column(lines: list[str]) -> tuple[int | None, str]:
    """Return which column of a table is that of aliases, counted from 0, and what parts its columns."""
    header = next((line for line in lines if line.strip() and not line.startswith("sep=")), "")
    column = max(CELL, key=header.count)
    names = [each["cell"].strip('" \ufeff') for each in CELL[column].finditer(header)]
    return (names.index("aliases") if "aliases" in names else None), column


def _quoted(alias: str, ending: str) -> str:
    return f'"{alias}"' if ending == ".json" else alias

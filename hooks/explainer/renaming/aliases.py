"""An entry's former id, written among its aliases."""

import re
from pathlib import Path

from explainer.record.entry_edits import with_cell
from explainer.record.record import Origin


def with_alias_of_entry(text: str, origin: Origin, alias: str) -> str:
    """Return the text of a file in which an entry names a former id, besides those that it names already.

    Args:
        text: The file's text; the entry stands where it stood.
        origin: Where that is.
        alias: The id.

    Raises:
        NoPlaceError: The file is a table without a column for aliases.
    """
    ending = Path(origin.file).suffix.lower()
    lines = text.split("\n")
    has_some = (*origin.way, "aliases") in origin.document.marks
    mark = origin.mark("aliases" if has_some else "id")
    line = lines[mark.line - 1]
    if ending == ".csv":
        lines[mark.line - 1] = with_cell(
            lines, mark.line - 1, origin.file, "aliases", lambda known: f"{known}; {alias}" if known else alias
        )
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


def _quoted(alias: str, ending: str) -> str:
    return f'"{alias}"' if ending == ".json" else alias

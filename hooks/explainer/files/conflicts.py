"""What a merge leaves where two have changed the same lines: both versions, between lines of git's."""

import csv
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from explainer.files.csv_format import dialect_of
from explainer.files.documents import Mark

MESSAGE = "a merge left two versions of these lines"
HINT = "keep one, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>"
KEEP_BOTH = "keep both if both are new, and take out only the lines that begin with <<<<<<<, ======= and >>>>>>>"

ID = re.compile(r"""[-\s{,]*["']?id["']?\s*:\s*["']?(?P<id>[\w-]+)""")
"""The line of YAML or JSON that names an entry."""


def conflict_in(lines: Iterable[tuple[int, str]]) -> Mark | None:
    """Return where the first conflict begins.

    Args:
        lines: The lines of a file, numbered from 0.

    Returns:
        The place; None where there is no conflict.
    """
    begins: int | None = None
    for number, line in lines:
        if begins is None and line.startswith("<<<<<<< "):
            begins = number
        elif begins is not None and line.startswith(">>>>>>> "):
            return Mark(begins + 1, 1)
    return None


def conflict_between_entries(text: str, ending: str) -> tuple[Mark, str, str] | None:
    """Return the first conflict in a file of entries, with what to say of it.

    Args:
        text: What the file holds.
        ending: What its name ends with: the entries of CSV are lines.

    Returns:
        The place, the message, with the entries that the conflict is about where that can be told, and the hint. None
        where there is no conflict.
    """
    lines = text.split("\n")
    mark = conflict_in(enumerate(lines))
    if mark is None:
        return None
    begins = mark.line - 1
    ends = _next(lines, ">>>>>>> ", begins)
    middle = _next(lines[:ends], "=======", begins)
    common = _next(lines[:middle], "|||||||", begins)  # what stood there before, where git is told to leave it
    starts = _starts(lines, ending)
    sides = ((begins, common), (middle, ends))
    ours, theirs = ([_id(lines, n, starts, ending) for n in starts if above < n < below] for above, below in sides)
    heads = [head for above, below in sides if (head := _first(lines, above)) < below]
    are_whole = all(head in starts for head in heads)
    around = [] if are_whole else [_id(lines, n, starts, ending) for n in starts if n < begins][-1:]
    touched = list(dict.fromkeys([*around, *ours, *theirs]))
    if not touched or not all(touched):
        return mark, MESSAGE, HINT
    end_whole = _first(lines, ends) in {*starts, len(lines)} and _first(lines, common) >= middle
    if are_whole and end_whole and ours and theirs and set(ours).isdisjoint(theirs):
        return mark, f"{MESSAGE}: one has {_listed(ours)}, the other {_listed(theirs)}", KEEP_BOTH
    return mark, f"{MESSAGE}, in {_listed(touched)}", HINT


def _next(lines: Sequence[str], sign: str, after: int) -> int:
    """Return the number of the next line that begins with a sign; of the end where there is none."""
    return next((n for n in range(after + 1, len(lines)) if lines[n].startswith(sign)), len(lines))


def _first(lines: Sequence[str], after: int) -> int:
    """Return the number of the next line that is not empty, or of the end."""
    return next((n for n in range(after + 1, len(lines)) if lines[n].strip(" \t]")), len(lines))


def _starts(lines: Sequence[str], ending: str) -> list[int]:
    """Return the numbers of the lines on which entries begin: all that open as deep as the first."""
    if ending == ".csv":
        _, above = dialect_of(lines)
        return [n for n in range(above + 1, len(lines)) if lines[n].strip() and not re.match("[<|=>]{7}", lines[n])]
    opening = re.compile(r"\s*\{" if ending == ".json" else r" *-(?: |$)")
    found = [(n, len(at[0])) for n, line in enumerate(lines) if (at := opening.match(line))]
    if ending == ".json" and any("{" in line for line in lines[: found[0][0] if found else None]):
        return []  # entries begin in the middle of lines
    return [n for n, indent in found if indent == found[0][1]]


def _id(lines: Sequence[str], start: int, starts: Sequence[int], ending: str) -> str:
    """Return the id of the entry that begins on a line; empty where it cannot be told."""
    if ending == ".csv":
        delimiter, above = dialect_of(lines)
        header, row = (next(csv.reader([lines[n]], delimiter=delimiter), []) for n in (above, start))
        return dict(zip(header, row, strict=False)).get("id", "")
    end = next((later for earlier, later in pairwise([*starts, len(lines)]) if earlier == start), len(lines))
    return next((found["id"] for line in lines[start:end] if (found := ID.match(line))), "")


def _listed(ids: Sequence[str]) -> str:
    named = [f"`{id_}`" for id_ in ids]
    if len(named) == 1:
        return f"the entry {named[0]}"
    return f"the entries {', '.join(named[:-1])} and {named[-1]}"

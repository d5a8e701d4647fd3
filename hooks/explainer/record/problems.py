"""A problem: what is wrong, where, and how to mend it; and how a list of problems prints."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Problem:
    """One thing that an editor has to mend.

    Attributes:
        file: The file it stands in, relative to the site's root where it lies below it.
        line: The line, counted from 1; 0 where the file as a whole is meant.
        column: The column, counted from 1; 0 where the line as a whole is meant.
        message: What was expected and what was found, in one sentence without a full stop.
        path: The way to the value inside the file's entries, as in `private-meeting: people[1]`.
        hint: The nearest right value or the next step, where there is one.
        severity: An `error` fails the build, a `warning` is only told.
    """

    file: Path
    line: int
    column: int
    message: str
    path: str = ""
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        place = ":".join([self.file.as_posix(), *(str(n) for n in (self.line, self.column) if n)])
        path = f"{self.path}: " if self.path else ""
        hint = f"; {self.hint}" if self.hint else ""
        return f"{place}: {self.severity}: {path}{self.message}{hint}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` most likely means, or None where none is near."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the hint that names the nearest known word, the whole choice where it is short, or nothing."""
    choice = list(known)
    near = nearest(word, choice)
    if near:
        return f"did you mean `{near}`?"
    if choice and len(choice) <= 12:
        return "expected one of " + ", ".join(f"`{name}`" for name in choice)
    return ""


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without repetition, by file, line and column."""
    return sorted(set(problems), key=lambda p: (p.file.as_posix(), p.line, p.column, p.path, p.message))


def count(problems: Iterable[Problem]) -> str:
    """Count problems in words: `2 errors, 1 warning`, or `no problems`."""
    severities = [problem.severity for problem in problems]
    parts = [
        f"{number} {severity}{'s' if number > 1 else ''}"
        for severity in ("error", "warning")
        if (number := severities.count(severity))
    ]
    return ", ".join(parts) or "no problems"


def report(problems: Iterable[Problem]) -> str:
    """Print problems one a line, in order, with their count beneath."""
    ordered = in_order(problems)
    return "\n".join([*(str(problem) for problem in ordered), count(ordered)])

"""A problem: what is wrong, where, and how to mend it; and how a list of problems prints."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from explainer.characters import LONGEST, plain

Severity = Literal["error", "warning", "advice"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What moves a terminal's cursor, clears its screen, begins a line or turns the direction of what follows."""

QUOTED = re.compile(r"`[^`]*`")
"""What a message shows of a file: it stays in its line, so that it cannot pass for a message of its own."""


class Mark(NamedTuple):
    """A place in a file: line and column, both counted from 1."""

    line: int
    column: int


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
        severity: An `error` fails the build; a `warning` is told, and fails a strict build; `advice` is told alone.
        check: The editorial rule that was broken; empty for what must hold on every site.
        follows: Whether it may be no more than what another error leads to, as "no page shows it" is where a block of
            some page is misspelt. Beside an error that stands for itself it is not told.
        allowed: Why this breach is no fault, where the entry says so; such a problem is told and not counted.
    """

    file: Path
    line: int
    column: int
    message: str
    path: str = ""
    hint: str = ""
    severity: Severity = "error"
    check: str = ""
    allowed: str = ""
    follows: bool = False

    @classmethod
    def at(
        cls,
        file: Path,
        mark: Mark | None,
        message: str,
        hint: str = "",
        *,
        path: str = "",
        severity: Severity = "error",
        check: str = "",
        allowed: str = "",
        follows: bool = False,
    ) -> "Problem":
        """Return the problem of a place in a file; without a mark, of the file as a whole."""
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return cls(file, line, column, message, path, hint, severity, check, allowed, follows)

    @property
    def place(self) -> str:
        """Its file, line and column, as compilers write them."""
        return ":".join([self.file.as_posix(), *(str(n) for n in (self.line, self.column) if n)])

    @property
    def text(self) -> str:
        """What it says, without its place."""
        told = f"{self.path}: {self.message}" if self.path else self.message
        return f"{told}; {self.hint}" if self.hint else told

    def __post_init__(self) -> None:
        """Name what a terminal would obey: in a message, a text of the site stands as it is."""
        for name in ("message", "path", "hint", "allowed"):
            text = getattr(self, name)
            if not text.isprintable():
                visible = CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
                visible = QUOTED.sub(lambda found: found[0].replace("\n", "↵"), visible)
                object.__setattr__(self, name, visible.replace("\n", "↵") if name == "path" else visible)

    def __str__(self) -> str:
        check = f" [{self.check}]" if self.check else ""
        if self.allowed:
            path = f"{self.path}: " if self.path else ""
            return f"{self.place}: allowed: {path}{self.message}{check}: {self.allowed}"
        return f"{self.place}: {self.severity}: {self.text}{check}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` most likely means, or None where none is near."""
    found = difflib.get_close_matches(plain(word[:LONGEST]), list(known), n=1, cutoff=0.6)
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
    """Return the problems by file, line and column, without repetition and without what may only follow from others."""
    distinct = set(problems)
    if any(problem.severity == "error" and not problem.follows for problem in distinct):
        distinct = {problem for problem in distinct if not problem.follows}
    return sorted(distinct, key=lambda p: (p.file.as_posix(), p.line, p.column, p.path, p.message))


def fails(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Whether a site with these problems must not be built: it has an error, or a warning where it is to be strict."""
    fatal = {"error", "warning"} if strict else {"error"}
    return any(problem.severity in fatal and not problem.allowed for problem in problems)


def count(problems: Iterable[Problem]) -> str:
    """Count problems in words: `2 errors, 1 warning, 1 exception`, or `no problems`."""
    told = list(problems)
    counted = [problem.severity for problem in told if not problem.allowed]
    parts = [
        f"{number} {severity}{'s' if number > 1 and severity != 'advice' else ''}"
        for severity in SEVERITIES
        if (number := counted.count(severity))
    ]
    parts = parts or ["no problems"]
    if exceptions := len(told) - len(counted):
        parts.append(f"{exceptions} exception{'s' if exceptions > 1 else ''}")
    return ", ".join(parts)


def report(problems: Iterable[Problem]) -> str:
    """Print problems one a line, in order, the exceptions last, with their count beneath."""
    ordered = sorted(in_order(problems), key=lambda problem: bool(problem.allowed))
    return "\n".join([*(str(problem) for problem in ordered), count(ordered)])

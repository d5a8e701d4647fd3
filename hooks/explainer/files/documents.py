"""A file of the record as plain values, each with the place where it stood.

Plain values are made of dict, list and str alone. The place of each value and of each field's name lies beside them,
under the way that leads there: `(3, "people", 0)`.
"""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from explainer.problems.problem import Mark, Problem

__all__ = ["Document", "Mark", "Way"]

Way = tuple[str | int, ...]
"""The way to a value: list positions and field names, from the outside in."""


@dataclass
class Document:
    """What a file holds: plain values, the marks of each, and what is wrong with it as a file.

    `if_empty` is the hint for a file that holds nothing.
    """

    file: Path
    text: str = ""
    value: Any = None
    marks: dict[Way, Mark] = field(default_factory=dict)
    names: dict[Way, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    if_empty: str = ""

    @cached_property
    def lines(self) -> list[str]:
        """The file's lines."""
        return self.text.split("\n")

    def mark(self, way: Way) -> Mark:
        """Return the place of the value at `way`, or of the nearest value around it."""
        for length in range(len(way), -1, -1):
            if found := self.marks.get(way[:length]):
                return found
        return Mark(1, 1)

    def problem(self, mark: Mark | None, message: str, hint: str = "") -> None:
        """Add a problem at a place of this file; None means the file as a whole."""
        self.problems.append(Problem.at(self.file, mark, message, hint))

"""Problems for people: file by file, each with the line that it is about."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import click

from explainer.problems.problem import Problem, count, in_order

COLOURS = {"error": "red", "warning": "yellow", "advice": "blue", "allowed": "bright_black"}


def for_people(problems: Iterable[Problem], root: Path) -> str:
    """Print problems file by file, each with the line it is about and a caret under the column.

    Args:
        problems: The problems.
        root: The site's folder, to read the lines from.

    Returns:
        Text with terminal colours, which `click.echo` takes out where there is no terminal.
    """
    ordered = sorted(in_order(problems), key=lambda problem: bool(problem.allowed))
    parts = []
    for file, group in groupby(ordered, key=lambda problem: problem.file):
        lines = _lines(root / file)
        parts.append("\n".join(_with_excerpt(problem, lines) for problem in group))
    return "\n\n".join([*parts, count(ordered)])


def _with_excerpt(problem: Problem, lines: list[str]) -> str:
    level = "allowed" if problem.allowed else problem.severity
    told = str(problem).replace(f" {level}: ", f" {click.style(level, fg=COLOURS[level], bold=True)}: ", 1)
    if not 1 <= problem.line <= len(lines):
        return told
    number = str(problem.line)
    line = lines[problem.line - 1].replace("\t", " ")
    caret = (
        f"\n {' ' * len(number)} | {' ' * (problem.column - 1)}{click.style('^', bold=True)}" if problem.column else ""
    )
    return f"{told}\n {number} | {line}{caret}"


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text("utf-8-sig").split("\n")  # what else might end a line counts for no editor
    except (OSError, UnicodeDecodeError):
        return []

"""A list of problems for those who read it: people, documents, GitHub's annotations, code scanners, programs."""

import json
from collections.abc import Callable, Iterable
from dataclasses import fields
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from explainer.problems.escaping import in_markdown
from explainer.problems.problem import Problem, count, in_order

COLOURS = {"error": "red", "warning": "yellow", "advice": "blue", "allowed": "bright_black"}

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
SARIF_LEVELS = {"error": "error", "warning": "warning", "advice": "note"}
GITHUB_LEVELS = {"error": "error", "warning": "warning", "advice": "notice"}


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
        return file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return []


def _names_from_the_top(root: Path) -> Callable[[Path], str]:
    """Return how a program that knows the repository names the files of a site: from the top, wherever the site is."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)

    def name(file: Path) -> str:
        whole = root / file
        return (whole.relative_to(top) if whole.is_relative_to(top) else file).as_posix()

    return name


def for_github(problems: Iterable[Problem], root: Path) -> str:
    """Print problems as workflow commands, which GitHub shows on the lines of a pull request.

    Source: GitHub's documentation, "Workflow commands for GitHub Actions".
    """
    name = _names_from_the_top(root)
    return "\n".join(
        _github_command(problem, name(problem.file)) for problem in in_order(problems) if not problem.allowed
    )


def _github_command(problem: Problem, file: str) -> str:
    properties = {"file": file, "line": problem.line, "col": problem.column, "title": problem.check}
    given = ",".join(f"{name}={_escaped(str(value), ',:')}" for name, value in properties.items() if value)
    return f"::{GITHUB_LEVELS[problem.severity]} {given}::{_escaped(_text(problem))}"


def _escaped(text: str, more: str = "") -> str:
    for sign in f"%\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _text(problem: Problem) -> str:
    """Return what a problem says, without its place."""
    told = f"{problem.path}: {problem.message}" if problem.path else problem.message
    return f"{told}; {problem.hint}" if problem.hint else told


def for_scanners(problems: Iterable[Problem], root: Path) -> str:
    """Print problems in SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format")."""
    ordered, name = in_order(problems), _names_from_the_top(root)
    driver = {
        "name": "explainer",
        "version": version("explainer"),
        "rules": [{"id": rule} for rule in sorted({_rule(problem) for problem in ordered})],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, name(each.file)) for each in ordered],
    }
    return json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _rule(problem: Problem) -> str:
    return problem.check or "integrity"


def _result(problem: Problem, file: str) -> dict[str, Any]:
    region = {"startLine": problem.line, "startColumn": problem.column}
    location: dict[str, Any] = {"artifactLocation": {"uri": file}}
    if problem.line:
        location["region"] = {name: value for name, value in region.items() if value}
    result: dict[str, Any] = {
        "ruleId": _rule(problem),
        "level": SARIF_LEVELS[problem.severity],
        "message": {"text": _text(problem)},
        "locations": [{"physicalLocation": location}],
    }
    if problem.allowed:
        result["suppressions"] = [{"kind": "inSource", "justification": problem.allowed}]
    return result


def for_programs(problems: Iterable[Problem], _root: Path) -> str:
    """Print problems as a JSON list of objects, one field for each thing that a problem says."""
    names = [field.name for field in fields(Problem) if field.name != "follows"]
    listed = [{name: getattr(problem, name) for name in names} for problem in in_order(problems)]
    for each in listed:
        each["file"] = each["file"].as_posix()
    return json.dumps(listed, indent=2, ensure_ascii=False)


LONGEST_MARKDOWN = 60_000
"""How many characters a list in Markdown has at most: an issue on GitHub takes 65,536."""


def for_documents(problems: Iterable[Problem], _root: Path) -> str:
    """Print problems as a list in Markdown, for an issue or a comment; nothing where there are none."""
    lines: list[str] = []
    told = [problem for problem in in_order(problems) if not problem.allowed]
    length = 0
    for n, problem in enumerate(told):
        line = f"- `{_place(problem)}` {in_markdown(_text(problem))}"
        length += len(line) + 1
        if length > LONGEST_MARKDOWN:
            lines.append(f"- … and {len(told) - n} more")
            break
        lines.append(line)
    return "\n".join([*lines, "", f"**{count(told)}**"]) if told else ""


def _place(problem: Problem) -> str:
    """Return a problem's file, line and column, in which no sign ends the code that they are shown as."""
    return ":".join([problem.file.as_posix().replace("`", "'"), *(str(n) for n in (problem.line, problem.column) if n)])


FORMATS: dict[str, Callable[[Iterable[Problem], Path], str]] = {
    "people": for_people,
    "markdown": for_documents,
    "github": for_github,
    "sarif": for_scanners,
    "json": for_programs,
}
"""The forms in which `explainer check` and `explainer links` print problems, by the name of each."""

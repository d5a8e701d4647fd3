"""Problems as GitHub's annotations: it shows each on its line of a pull request."""

from collections.abc import Iterable
from pathlib import Path

from explainer.problems.problem import Problem, in_order
from explainer.problems.reports.repository import names_from_the_top

LEVELS = {"error": "error", "warning": "warning", "advice": "notice"}


def for_github(problems: Iterable[Problem], root: Path) -> str:
    """Print problems as workflow commands, which GitHub shows on the lines of a pull request.

    Source: GitHub's documentation, "Workflow commands for GitHub Actions".
    """
    name = names_from_the_top(root)
    return "\n".join(_command(problem, name(problem.file)) for problem in in_order(problems) if not problem.allowed)


def _command(problem: Problem, file: str) -> str:
    properties = {"file": file, "line": problem.line, "col": problem.column, "title": problem.check}
    given = ",".join(f"{name}={_escaped(str(value), ',:')}" for name, value in properties.items() if value)
    return f"::{LEVELS[problem.severity]} {given}::{_escaped(problem.text)}"


def _escaped(text: str, more: str = "") -> str:
    for sign in f"%\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text

"""Problems in SARIF, which code scanners exchange."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from explainer.problems.problem import Problem, in_order
from explainer.problems.reports.repository import names_from_the_top
from explainer.version import VERSION

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "advice": "note"}


def for_scanners(problems: Iterable[Problem], root: Path) -> str:
    """Print problems in SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format")."""
    ordered, name = in_order(problems), names_from_the_top(root)
    driver = {
        "name": "explainer",
        "version": VERSION,
        "rules": [{"id": rule} for rule in sorted({_rule(problem) for problem in ordered})],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, name(each.file)) for each in ordered],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _rule(problem: Problem) -> str:
    return problem.check or "integrity"


def _result(problem: Problem, file: str) -> dict[str, Any]:
    region = {"startLine": problem.line, "startColumn": problem.column}
    location: dict[str, Any] = {"artifactLocation": {"uri": file}}
    if problem.line:
        location["region"] = {name: value for name, value in region.items() if value}
    result: dict[str, Any] = {
        "ruleId": _rule(problem),
        "level": LEVELS[problem.severity],
        "message": {"text": problem.text},
        "locations": [{"physicalLocation": location}],
    }
    if problem.allowed:
        result["suppressions"] = [{"kind": "inSource", "justification": problem.allowed}]
    return result

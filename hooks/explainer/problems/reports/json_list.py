"""Problems in JSON, for programs."""

import json
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from explainer.problems.problem import Problem, in_order


def for_programs(problems: Iterable[Problem], _root: Path) -> str:
    """Print problems as a JSON list of objects, one field for each thing that a problem says."""
    names = [field.name for field in fields(Problem) if field.name != "follows"]
    listed = [{name: getattr(problem, name) for name in names} for problem in in_order(problems)]
    for each in listed:
        each["file"] = each["file"].as_posix()
    return json.dumps(listed, indent=2, ensure_ascii=False)

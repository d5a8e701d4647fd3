"""A list of problems for those who read it: people, documents, GitHub's annotations, code scanners, programs."""

from collections.abc import Callable, Iterable
from pathlib import Path

from explainer.problems.problem import Problem
from explainer.problems.reports.github import for_github
from explainer.problems.reports.json_list import for_programs
from explainer.problems.reports.markdown_list import for_documents
from explainer.problems.reports.people import for_people
from explainer.problems.reports.sarif import for_scanners

FORMATS: dict[str, Callable[[Iterable[Problem], Path], str]] = {
    "people": for_people,
    "markdown": for_documents,
    "github": for_github,
    "sarif": for_scanners,
    "json": for_programs,
}
"""The forms in which `explainer check` and `explainer links` print problems, by the name of each."""

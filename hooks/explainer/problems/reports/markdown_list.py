"""Problems as a list in Markdown, for an issue or a comment."""

from collections.abc import Iterable
from pathlib import Path

from explainer.problems.escaping import in_markdown
from explainer.problems.problem import Problem, count, in_order

LONGEST = 60_000
"""How many characters a list in Markdown has at most: an issue on GitHub takes 65,536."""


def for_documents(problems: Iterable[Problem], _root: Path) -> str:
    """Print problems as a list in Markdown, for an issue or a comment; nothing where there are none."""
    lines: list[str] = []
    told = [problem for problem in in_order(problems) if not problem.allowed]
    length = 0
    for n, problem in enumerate(told):
        place = problem.place.replace("`", "'")  # no sign of a file's name ends the code that it is shown as
        line = f"- `{place}` {in_markdown(problem.text)}"
        length += len(line) + 1
        if length > LONGEST:
            lines.append(f"- … and {len(told) - n} more")
            break
        lines.append(line)
    return "\n".join([*lines, "", f"**{count(told)}**"]) if told else ""

"""What a merge leaves where two have changed the same lines: both versions, between lines of git's."""

from collections.abc import Iterable

from explainer.files.documents import Mark

MESSAGE = "a merge left two versions of these lines"
HINT = "keep one, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>"


def conflict_in(lines: Iterable[tuple[int, str]]) -> Mark | None:
    """Return where the first conflict begins.

    Args:
        lines: The lines of a file, numbered from 0.

    Returns:
        The place; None where there is no conflict.
    """
    begins: int | None = None
    for number, line in lines:
        if begins is None and line.startswith("<<<<<<< "):
            begins = number
        elif begins is not None and line.startswith(">>>>>>> "):
            return Mark(begins + 1, 1)
    return None

"""What a merge leaves where two have changed the same lines: both versions, between lines of git's."""

from collections.abc import Iterable

MESSAGE = "a merge left two versions of these lines"
HINT = "keep one, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>"


def conflict_in(lines: Iterable[tuple[int, str]]) -> int | None:
    """Return where the first conflict begins.

    Args:
        lines: Numbered lines.

    Returns:
        The number of the line; None where there is no conflict.
    """
    begins = None
    for number, line in lines:
        if begins is None and line.startswith("<<<<<<< "):
            begins = number
        elif begins is not None and line.startswith(">>>>>>> "):
            return begins
    return None

"""No two positions of a dispute are held by the same people: that is what readers and the ledger tell them apart by."""

from collections.abc import Iterator

from explainer.fields.validation import path_text
from explainer.problems.problem import Problem
from explainer.record.contents import Contents


def positions_are_apart(contents: Contents) -> Iterator[Problem]:
    """Yield a problem for each position whose holders, in whatever order, hold another one above it."""
    for dispute in contents.record.disputes.values():
        origin = contents.record.origins["dispute", dispute.id]
        first: dict[frozenset[str], int] = {}
        for n, position in enumerate(dispute.positions):
            holders = frozenset(position.held_by)
            steps = ("positions", n, "held_by")
            if holders in first:
                mark, line = origin.mark(*steps), origin.mark("positions", first[holders], "held_by").line
                message = f"two positions are held by the same people, the first in line {line}"
                hint = "make one position of them"
                yield Problem(origin.file, mark.line, mark.column, message, path_text(dispute.id, steps), hint)
            first.setdefault(holders, n)

"""No two positions of a dispute are held by the same people: that is what readers and the ledger tell them apart by."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Check, Finding


def _alike(contents: Contents) -> Iterator[Finding]:
    for dispute in contents.record.disputes.values():
        origin = contents.record.origins["dispute", dispute.id]
        first: dict[frozenset[str], int] = {}
        for n, position in enumerate(dispute.positions):
            holders = frozenset(position.held_by)
            if holders in first:
                line = origin.mark("positions", first[holders], "held_by").line
                message = f"two positions are held by the same people, the first in line {line}"
                yield Finding("dispute", dispute.id, ("positions", n, "held_by"), message, "make one position of them")
            first.setdefault(holders, n)


CHECK = Check(name="positions", doc=__doc__, in_record=_alike)

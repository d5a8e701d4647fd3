"""A question with one position is no dispute, or not told in full."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _one_sided(contents: Contents) -> Iterator[Finding]:
    for dispute in contents.record.disputes.values():
        if len(dispute.positions) == 1:
            yield Finding("dispute", dispute.id, ("positions",), "the dispute has one position", "add the other side's")


RULE = Rule(
    name="one-sided", doc=__doc__, severity="warning", says="the dispute has one position", in_record=_one_sided
)

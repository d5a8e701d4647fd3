"""What readers have been told changes only in the open.

A published value that changed or went, an entry that no page shows any more among them, is told of until an update
names it and the ledger has it. A build that is not strict only warns, so that an editor can see a change before it is
owned up to.
"""

from collections.abc import Iterator

from explainer.ledger.ledger import differences
from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.rules.changed import can_tell, problem
from explainer.rules.rule import Rule


def _silent(contents: Contents) -> Iterator[Problem]:
    if can_tell(contents):
        yield from (problem(each, contents) for each in differences(contents) if not each.is_rewrite)


RULE = Rule(
    name="silent-correction",
    doc=__doc__,
    severity="error",
    in_preview="warning",
    says="was published",
    in_site=_silent,
    follows=True,
)

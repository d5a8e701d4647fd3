"""A page that was published says when its text has changed: under `updated`, or by an update that names it.

The facts and quotations that it shows are the business of `silent-correction`. With `warning` or `error` the ledger
does not move before either is there.
"""

from collections.abc import Iterator

from explainer.ledger.ledger import SILENT_REWRITE, differences
from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.rules.changed import can_tell, problem
from explainer.rules.rule import Rule


def _rewritten(contents: Contents) -> Iterator[Problem]:
    if can_tell(contents):
        yield from (problem(each, contents) for each in differences(contents) if each.is_rewrite and not each.update)


RULE = Rule(
    name=SILENT_REWRITE,
    doc=__doc__,
    severity="advice",
    says="the text of the page has changed",
    in_site=_rewritten,
    follows=True,
)

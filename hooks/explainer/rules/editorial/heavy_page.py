"""A page that weighs a megabyte is long in coming on a phone, and longer in being read."""

from collections.abc import Iterator

from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.record.queries.weight import LIGHTER, MEGABYTE, pages_of
from explainer.rules.rule import Rule


def _heavy(contents: Contents) -> Iterator[Problem]:
    for page, megabytes in pages_of(MEGABYTE, contents):
        yield Problem(page.document.file, 0, 0, f"the page has about {megabytes:.1f} MB of HTML", hint=LIGHTER)


RULE = Rule(
    name="heavy-page",
    doc=__doc__,
    severity="advice",
    says="MB of HTML",
    in_site=_heavy,
)

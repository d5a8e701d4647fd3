"""A page that weighs a megabyte is long in coming on a phone, and longer in being read."""

from collections.abc import Iterator

from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.record.queries.weight import MEGABYTE, weight_of
from explainer.rules.rule import Rule


def _heavy(contents: Contents) -> Iterator[Problem]:
    for page in contents.pages:
        weight = weight_of(page.path, contents)
        if weight >= MEGABYTE:
            message = f"the page has about {weight / MEGABYTE:.1f} MB of HTML"
            hint = "show less of it: `from`, `to`, `limit`, or a page for each story"
            yield Problem(page.document.file, 0, 0, message, hint=hint)


RULE = Rule(
    name="heavy-page",
    doc=__doc__,
    severity="advice",
    says="MB of HTML",
    in_site=_heavy,
)

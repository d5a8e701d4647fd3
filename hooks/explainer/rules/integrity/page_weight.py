"""A page is one that a browser can show."""

from collections.abc import Iterator

from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.record.queries.weight import MEGABYTE, weight_of
from explainer.rules.rule import Check

MOST = 10 * MEGABYTE


def _too_heavy(contents: Contents) -> Iterator[Problem]:
    for page in contents.pages:
        weight = weight_of(page.path, contents)
        if weight >= MOST:
            message = f"the page has about {weight / MEGABYTE:.0f} MB of HTML, and no phone shows so much"
            hint = "show less of it: `from`, `to`, `limit`, or a page for each story"
            yield Problem(page.document.file, 0, 0, message, hint=hint)


CHECK = Check(name="page-weight", doc=__doc__, in_site=_too_heavy)

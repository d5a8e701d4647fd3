"""A page is one that a browser can show."""

from collections.abc import Iterator

from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.record.queries.weight import LIGHTER, MEGABYTE, pages_of
from explainer.rules.rule import Check

MOST = 10 * MEGABYTE


def _too_heavy(contents: Contents) -> Iterator[Problem]:
    for page, megabytes in pages_of(MOST, contents):
        message = f"the page has about {megabytes:.0f} MB of HTML, and no phone shows so much"
        yield Problem(page.document.file, 0, 0, message, hint=LIGHTER)


CHECK = Check(name="page-weight", doc=__doc__, in_site=_too_heavy)

"""A page cannot change before it is there: one of the dates is wrong."""

from collections.abc import Iterator

from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.rules.rule import Rule


def _updated_early(contents: Contents) -> Iterator[Problem]:
    for page in contents.pages:
        published, updated = page.front.published, page.front.updated
        if published and updated and updated.certainly_before(published):
            message = f"the page changed on {updated}, before it was published on {published}"
            mark = page.document.mark(("updated",))
            yield Problem(page.document.file, mark.line, mark.column, message, "updated")


RULE = Rule(
    name="updated-early", doc=__doc__, severity="warning", says="before it was published", in_site=_updated_early
)

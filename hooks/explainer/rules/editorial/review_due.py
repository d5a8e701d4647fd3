"""An answer that nobody looks at again grows old without a sign."""

from collections.abc import Iterator

from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.rules.rule import Rule


def _overdue(contents: Contents) -> Iterator[Problem]:
    for page in contents.pages:
        due = page.front.review_by
        if due and contents.today and due.certainly_before(contents.today):
            message = f"the page was to be reviewed by {due}"
            hint = "review it, and set `reviewed` and a new `review_by`"
            mark = page.document.mark(("review_by",))
            yield Problem(page.document.file, mark.line, mark.column, message, "review_by", hint)


RULE = Rule(name="review-due", doc=__doc__, severity="advice", says="the page was to be reviewed by", in_site=_overdue)

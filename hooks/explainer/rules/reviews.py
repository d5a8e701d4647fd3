"""A page that promised to be looked at again is looked at again."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _overdue(contents: Contents) -> Iterator[Finding]:
    for page in contents.pages:
        due = page.front.review_by
        if due and contents.today and due.certainly_before(contents.today):
            message = f"the page was to be reviewed by {due}"
            hint = "review it, and set `reviewed` and a new `review_by`"
            yield Finding("question", page.stem, ("review_by",), message, hint)


RULES = (
    Rule(
        "review-due",
        "advice",
        "the page was to be reviewed by",
        "An answer that nobody looks at again grows old without a sign.",
        _overdue,
    ),
)

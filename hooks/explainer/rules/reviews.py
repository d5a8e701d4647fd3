"""A page that promised to be looked at again is looked at again."""

from collections.abc import Iterator
from datetime import UTC, datetime

from explainer.edtf.dates import parse
from explainer.record.record import Record
from explainer.rules.rule import Finding, Rule
from explainer.site.site import Site


def _overdue(record: Record, _site: Site) -> Iterator[Finding]:
    today = parse(datetime.now(UTC).date().isoformat())
    for page in record.pages:
        due = page.front.review_by
        if due and due.certainly_before(today):
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

"""Nothing has been changed yet on a day that is still to come."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.record.kinds.update import Update
from explainer.rules.rule import Finding, Rule


def _in_the_future(contents: Contents) -> Iterator[Finding]:
    today = contents.today
    for update in contents.record.of(Update).values():
        if today and today.certainly_before(update.date):
            message = f"the update is of {update.date}, which is still to come"
            yield Finding("update", update.id, ("date",), message)


RULE = Rule(
    name="future-update", doc=__doc__, severity="warning", says="which is still to come", in_record=_in_the_future
)

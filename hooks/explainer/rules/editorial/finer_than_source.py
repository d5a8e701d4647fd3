"""No date is more exact than the source that carries it: a day is not to be had from one that says a month.

The rule reads the words that `carried_by` quotes for the date.
"""

import re
from collections.abc import Iterator

from explainer.edtf.dates import Date, Precision
from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule

NUMBER = re.compile(r"\d+")


def _finer(contents: Contents) -> Iterator[Finding]:
    for kind, entry in contents.record:
        date: Date | None = getattr(entry, "date", None)
        if date is None or date.precision not in {Precision.DAY, Precision.TIME} or date.lower is None:
            continue
        for n, carried in enumerate(getattr(entry, "carried_by", ())):
            numbers = {int(each) for each in NUMBER.findall(carried.quote or "")}
            if "date" in carried.for_ and carried.quote and date.lower[2] not in numbers:
                message = f"the date is {date}, and the quoted words of the source `{carried.source}` name no such day"
                hint = "give the month alone, or name the source that has the day"
                yield Finding(kind, entry.id, ("carried_by", n, "quote"), message, hint)


RULE = Rule(
    name="finer-than-source",
    doc=__doc__,
    severity="warning",
    says="name no such day",
    in_record=_finer,
)

"""A quotation that leaves out a "not" is worse than one that is wrong.

What a quotation leaves out, by a gap, a bracket or where it begins and ends, must not be what denies the quoted words
or leaves open whether they are so, unless the sentence around the quotation says that.
"""

from functools import partial

from explainer.quotations.gate import Mismatch
from explainer.record.record import Record
from explainer.rules import quoted
from explainer.rules.rule import Rule


def _describe(found: Mismatch, record: Record) -> tuple[str, str] | None:
    if found.fault != "turned" or found.nearest is None:
        return None
    message = f"the quotation leaves out what turns the words of {quoted.named(found.nearest, record)}"
    return message, f"the record, [-left out-]: {found.shown}; quote that too, or say it before the quotation"


RULE = Rule(
    name="turned",
    doc=__doc__,
    severity="error",
    says="the quotation leaves out what turns the words of",
    in_record=partial(quoted.in_fields, describe=_describe),
    on_page=partial(quoted.on_page, describe=_describe),
    in_site=partial(quoted.in_front_matter, describe=_describe),
)

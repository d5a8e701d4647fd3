"""Quoted words are the words that were said.

A quotation is what stands between double quotation marks of any language's form; on a page, in a blockquote as well.
One that is not speech is let through by a comment before it: `<!-- allow quotation: the title of a film -->`.
"""

from functools import partial

from explainer.quotations.gate import Mismatch
from explainer.record.record import Record
from explainer.rules import quoted
from explainer.rules.rule import Rule


def _describe(found: Mismatch, record: Record) -> tuple[str, str] | None:
    if found.fault != "other":
        return None
    if found.nearest is None:
        hint = "record them as a statement, or as `quotes` of a source"
        return "no recorded statement has the quoted words", hint
    message = f"the quoted words are not those of {quoted.named(found.nearest, record)}"
    return message, f"the difference, [-record-] {{+quotation+}}: {found.shown}"


RULE = Rule(
    name="quotation",
    doc=__doc__,
    severity="error",
    says="the quoted words are not those of",
    in_record=partial(quoted.in_fields, describe=_describe),
    on_page=partial(
        quoted.on_page, describe=_describe, otherwise="put `<!-- allow quotation: the reason -->` before them"
    ),
    in_site=partial(quoted.in_front_matter, describe=_describe),
)

"""Quoted words are those that the source prints, and not only those of the record.

The kept text of each source is searched by `explainer verify`; a title may be what a source is, and is let through.
"""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.record.queries.verification import results
from explainer.rules.rule import Finding, Rule


def _differs(contents: Contents) -> Iterator[Finding]:
    for claim, result in results(contents.record):
        if result and result.result == "differs":
            difference = f"the difference, [-source-] {{+record+}}: {result.shown}"
            message = f"the source `{claim.source}` prints other words; {difference}"
            hint = "correct them, or record what it prints as a variant; then run `explainer verify`"
            yield Finding(claim.kind, claim.id, claim.way, message, hint)
        elif result and result.result == "not there":
            message = f"the kept text of the source `{claim.source}` does not have the words"
            hint = "name the source that prints them, or keep the whole of this one with `explainer archive`"
            yield Finding(claim.kind, claim.id, claim.way, message, hint)


RULE = Rule(
    name="differs",
    doc=__doc__,
    severity="error",
    says="the source",
    in_record=_differs,
)

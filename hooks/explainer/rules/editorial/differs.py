"""Quoted words are those that the source prints, and not only those of the record.

The kept text of each source is searched by `explainer verify`; a title may be what a source is, and is let through.
"""

from collections.abc import Iterator

from explainer.record.claims import claims_of
from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _differs(contents: Contents) -> Iterator[Finding]:
    verified = contents.record.verified
    if verified is None:
        return
    for claim in (claim for _, entry in contents.record for claim in claims_of(entry) if not claim.is_title):
        result = verified.of(claim)
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

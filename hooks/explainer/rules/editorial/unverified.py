"""Words that nobody has looked for in their source may be wrong in the record, too.

The rule speaks on sites that keep evidence: those on which `explainer verify` was run.
"""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.record.queries.verification import results
from explainer.rules.rule import Finding, Rule


def _unverified(contents: Contents) -> Iterator[Finding]:
    if contents.record.verified is None:
        return
    for claim, result in results(contents.record):
        if result is None or result.result == "unchecked":
            message = f"nobody has looked for the words in the source `{claim.source}`"
            hint = f"run `explainer archive {claim.source}`, then `explainer verify`"
            yield Finding(claim.kind, claim.id, claim.way, message, hint)


RULE = Rule(
    name="unverified",
    doc=__doc__,
    severity="advice",
    says="nobody has looked for the words in the source",
    in_record=_unverified,
)

"""Words that nobody has looked for in their source may be wrong in the record, too.

The rule speaks on sites that keep evidence: those on which `explainer verify` was run.
"""

from collections.abc import Iterator

from explainer.record.claims import claims_of
from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _unverified(contents: Contents) -> Iterator[Finding]:
    verified = contents.record.verified
    if verified is None:
        return
    for claim in (claim for _, entry in contents.record for claim in claims_of(entry) if not claim.is_title):
        result = verified.of(claim)
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

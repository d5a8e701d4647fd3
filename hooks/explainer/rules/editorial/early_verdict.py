"""Nothing can be judged that had not been said."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _too_early(contents: Contents) -> Iterator[Finding]:
    for dispute in contents.record.disputes.values():
        verdict = dispute.verdict
        claim = contents.record.statements.get(verdict.claim or "") if verdict else None
        if verdict and claim and verdict.date.certainly_before(claim.date):
            message = f"the verdict is of {verdict.date}, before the claim of {claim.date}"
            yield Finding("dispute", dispute.id, ("verdict", "date"), message)


RULE = Rule(name="early-verdict", doc=__doc__, severity="warning", says="the verdict is of", in_record=_too_early)

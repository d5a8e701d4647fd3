"""A fact-check rates a claim that a reader can see, in words that a reader can see."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _half_rated(contents: Contents) -> Iterator[Finding]:
    for dispute in contents.record.disputes.values():
        verdict = dispute.verdict
        if verdict and bool(verdict.claim) != bool(verdict.rating):
            there, missing = ("rating", "claim") if verdict.rating else ("claim", "rating")
            message = f"the verdict has a `{there}` and no `{missing}`"
            hint = "name the statement that is rated" if verdict.rating else "say how true it was found to be"
            yield Finding("dispute", dispute.id, ("verdict", there), message, hint)


RULE = Rule(name="half-rated", doc=__doc__, severity="warning", says="the verdict has a", in_record=_half_rated)

"""A dispute has sides, and whoever it is about is heard."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _one_sided(contents: Contents) -> Iterator[Finding]:
    for dispute in contents.record.disputes.values():
        if len(dispute.positions) == 1:
            yield Finding("dispute", dispute.id, ("positions",), "the dispute has one position", "add the other side's")


def _unheard(contents: Contents) -> Iterator[Finding]:
    speakers = {statement.speaker for statement in contents.record.statements.values()}
    for dispute in contents.record.disputes.values():
        for n, person in enumerate(dispute.about):
            if person not in speakers and dispute.reply is None:
                message = f"no statement of `{person}` is recorded, whom the dispute is about"
                yield Finding(
                    "dispute", dispute.id, ("about", n), message, "add one, or `reply: sought`, `declined` or `none`"
                )


def _half_rated(contents: Contents) -> Iterator[Finding]:
    for dispute in contents.record.disputes.values():
        verdict = dispute.verdict
        if verdict and bool(verdict.claim) != bool(verdict.rating):
            there, missing = ("rating", "claim") if verdict.rating else ("claim", "rating")
            message = f"the verdict has a `{there}` and no `{missing}`"
            hint = "name the statement that is rated" if verdict.rating else "say how true it was found to be"
            yield Finding("dispute", dispute.id, ("verdict", there), message, hint)


RULES = (
    Rule(
        "one-sided",
        "warning",
        "the dispute has one position",
        "A question with one position is no dispute, or not told in full.",
        _one_sided,
    ),
    Rule(
        "unheard",
        "warning",
        "whom the dispute is about",
        "Whoever is accused is heard, or the reader is told why not.",
        _unheard,
        follows=True,
    ),
    Rule(
        "half-rated",
        "warning",
        "the verdict has a",
        "A fact-check rates a claim that a reader can see, in words that a reader can see.",
        _half_rated,
    ),
)

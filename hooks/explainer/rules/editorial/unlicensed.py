"""A picture without its licence is one that nobody else may show, and that a lawyer asks about."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _unlicensed(contents: Contents) -> Iterator[Finding]:
    for medium in contents.record.media.values():
        if not medium.licence:
            message = "the medium has no `licence`"
            yield Finding("medium", medium.id, ("credit",), message, "say under what rights it is shown")


RULE = Rule(
    name="unlicensed",
    doc=__doc__,
    severity="advice",
    says="the medium has no `licence`",
    in_record=_unlicensed,
)

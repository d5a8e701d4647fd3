"""Whoever is accused is heard, or the reader is told why not."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _unheard(contents: Contents) -> Iterator[Finding]:
    speakers = {statement.speaker for statement in contents.record.statements.values()}
    hint = "add one, or `reply: sought`, `declined` or `none`"
    for dispute in contents.record.disputes.values():
        for n, person in enumerate(dispute.about):
            if person not in speakers and dispute.reply is None:
                message = f"no statement of `{person}` is recorded, whom the dispute is about"
                yield Finding("dispute", dispute.id, ("about", n), message, hint)


RULE = Rule(
    name="unheard",
    doc=__doc__,
    severity="warning",
    says="whom the dispute is about",
    in_record=_unheard,
    follows=True,
)

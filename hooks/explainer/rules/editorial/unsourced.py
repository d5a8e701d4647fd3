"""A fact that no source carries is an assertion of ours."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _unsourced(contents: Contents) -> Iterator[Finding]:
    record, hint = contents.record, "add `sources:` with the id of a source"
    for event in record.events.values():
        if not event.sources:
            yield Finding("event", event.id, (), "the event has no source", hint)
    for statement in record.statements.values():
        if not statement.sources:
            yield Finding("statement", statement.id, (), "the statement has no source", hint)
    for dispute in record.disputes.values():
        for n, position in enumerate(dispute.positions):
            if not position.sources:
                yield Finding("dispute", dispute.id, ("positions", n), "the position has no source", hint)


RULE = Rule(name="unsourced", doc=__doc__, severity="error", says="has no source", in_record=_unsourced)

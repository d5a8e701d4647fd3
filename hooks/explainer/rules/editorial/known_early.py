"""Nothing is public before it happens: one of the dates is wrong."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _known_early(contents: Contents) -> Iterator[Finding]:
    for event in contents.record.events.values():
        if event.known and event.known.certainly_before(event.date):
            line = contents.record.origins["event", event.id].mark("date").line
            message = f"it became public on {event.known}, before it happened on {event.date} (line {line})"
            yield Finding("event", event.id, ("known",), message)


RULE = Rule(name="known-early", doc=__doc__, severity="warning", says="before it happened", in_record=_known_early)

"""What was not there yet cannot have been mended: one of the dates is wrong."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.record.kinds.update import Update
from explainer.rules.rule import Finding, Rule


def _too_early(contents: Contents) -> Iterator[Finding]:
    for update in contents.record.of(Update).values():
        for n, ref in enumerate(update.entries):
            page = contents.question(ref.id) if ref.kind == "question" else None
            event = contents.record.events.get(ref.id) if ref.kind == "event" else None
            told = page is not None and page.front.updated is not None  # `updated-early` tells of the page itself
            there = page.front.published if page and not told else event.added if event else None
            if there and update.date.certainly_before(there):
                message = f"the update is of {update.date}, before {ref} was published on {there}"
                yield Finding("update", update.id, ("entries", n), message)


RULE = Rule(name="early-update", doc=__doc__, severity="warning", says="the update is of", in_record=_too_early)

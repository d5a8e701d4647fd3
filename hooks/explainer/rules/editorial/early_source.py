"""A source cannot report what had not happened yet."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _early_source(contents: Contents) -> Iterator[Finding]:
    record = contents.record
    for kind, entries in (("event", record.events), ("statement", record.statements)):
        for entry in entries.values():
            for n, id_ in enumerate(entry.sources):
                source = record.sources.get(id_)
                if source and source.date and source.date.certainly_before(entry.date):
                    origin = record.origins["source", id_]
                    place = f"{origin.file.as_posix()}:{origin.mark('date').line}"
                    message = f"the source `{id_}` is of {source.date} ({place}), before the {kind} of {entry.date}"
                    yield Finding(kind, entry.id, ("sources", n), message)


RULE = Rule(name="early-source", doc=__doc__, severity="warning", says="before the event", in_record=_early_source)

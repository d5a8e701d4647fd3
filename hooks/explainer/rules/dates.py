"""Dates agree: nothing is known before it happened, told before it was said, or later than the story."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _known_early(contents: Contents) -> Iterator[Finding]:
    for event in contents.record.events.values():
        if event.known and event.known.certainly_before(event.date):
            line = contents.record.origins["event", event.id].mark("date").line
            message = f"it became public on {event.known}, before it happened on {event.date} (line {line})"
            yield Finding("event", event.id, ("known",), message)


def _early_source(contents: Contents) -> Iterator[Finding]:
    for kind, entries in (("event", contents.record.events), ("statement", contents.record.statements)):
        for entry in entries.values():
            for n, id_ in enumerate(entry.sources):
                source = contents.record.sources.get(id_)
                if source and source.date and source.date.certainly_before(entry.date):
                    origin = contents.record.origins["source", id_]
                    place = f"{origin.file.as_posix()}:{origin.mark('date').line}"
                    message = f"the source `{id_}` is of {source.date} ({place}), before the {kind} of {entry.date}"
                    yield Finding(kind, entry.id, ("sources", n), message)  # type: ignore[arg-type]


def _late(contents: Contents) -> Iterator[Finding]:
    as_of = contents.site.settings.as_of
    if as_of is None:
        return
    place = f"{contents.site.config.file.as_posix()}:{contents.site.config.mark((*contents.site.way, 'as_of')).line}"
    for kind, entries in (("event", contents.record.events), ("statement", contents.record.statements)):
        for entry in entries.values():
            if as_of.certainly_before(entry.date):
                message = f"the {kind} of {entry.date} lies after {as_of}, up to which the site tells ({place})"
                yield Finding(kind, entry.id, ("date",), message)  # type: ignore[arg-type]


def _updated_early(contents: Contents) -> Iterator[Finding]:
    for page in contents.pages:
        published, updated = page.front.published, page.front.updated
        if published and updated and updated.certainly_before(published):
            message = f"the page changed on {updated}, before it was published on {published}"
            yield Finding("question", page.stem, ("updated",), message)


def _without_role(contents: Contents) -> Iterator[Finding]:
    for statement in contents.record.statements.values():
        speaker = contents.record.people.get(statement.speaker)
        if speaker and speaker.roles and not speaker.roles_at(statement.date):
            origin = contents.record.origins["person", speaker.id]
            place = f"{origin.file.as_posix()}:{origin.mark('roles').line}"
            message = f"`{speaker.id}` held no recorded role on {statement.date} ({place})"
            yield Finding("statement", statement.id, ("speaker",), message)


RULES = (
    Rule(
        "known-early",
        "warning",
        "before it happened",
        "Nothing is public before it happens: one of the dates is wrong.",
        _known_early,
    ),
    Rule(
        "early-source",
        "warning",
        "before the event",
        "A source cannot report what had not happened yet.",
        _early_source,
    ),
    Rule(
        "after-as-of",
        "warning",
        "up to which the site tells",
        "The site promises to tell the story up to a day, and no further.",
        _late,
    ),
    Rule(
        "updated-early",
        "warning",
        "before it was published",
        "A page cannot change before it is there: one of the dates is wrong.",
        _updated_early,
    ),
    Rule(
        "without-role", "warning", "held no recorded role", "A reader must know as what somebody spoke.", _without_role
    ),
)

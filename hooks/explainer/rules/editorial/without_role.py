"""A reader must know as what somebody spoke."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _without_role(contents: Contents) -> Iterator[Finding]:
    record = contents.record
    for statement in record.statements.values():
        speaker = record.people.get(statement.speaker)
        if speaker and speaker.roles and not speaker.roles_at(statement.date):
            origin = record.origins["person", speaker.id]
            place = f"{origin.file.as_posix()}:{origin.mark('roles').line}"
            message = f"`{speaker.id}` held no recorded role on {statement.date} ({place})"
            yield Finding("statement", statement.id, ("speaker",), message)


RULE = Rule(name="without-role", doc=__doc__, severity="warning", says="held no recorded role", in_record=_without_role)

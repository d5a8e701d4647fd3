"""Nobody leaves an office before having it."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _backward(contents: Contents) -> Iterator[Finding]:
    for person in contents.record.people.values():
        for n, role in enumerate(person.roles):
            if role.from_ and role.to and role.to.certainly_before(role.from_):
                message = f"the role ends on {role.to}, before it begins on {role.from_}"
                yield Finding("person", person.id, ("roles", n, "to"), message)


RULE = Rule(name="backward-role", doc=__doc__, severity="error", says="before it begins", in_record=_backward)

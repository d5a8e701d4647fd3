"""People and organisations: who acts and speaks."""

from typing import Literal

from pydantic import Field

from explainer.edtf.dates import Date
from explainer.fields.model import Model
from explainer.fields.types import EdtfDate, Markdown, Text
from explainer.record.kinds.kind import Entry, EntryKind
from explainer.record.refs import SourceRef


class Role(Model):
    """An office or part that a person held for a time."""

    title: Text
    """The office or part, as it is put after a name."""
    from_: EdtfDate | None = Field(default=None, alias="from")
    """When it began (EDTF); left out where the sources do not say."""
    to: EdtfDate | None = None
    """When it ended (EDTF); left out where it lasts or the sources do not say."""


class Person(Entry):
    """Somebody who acts or speaks in the story, or an organisation that does."""

    name: Text
    """The name as readers know it."""
    kind: Literal["person", "organisation"] = "person"
    """Whether this is a person or an organisation."""
    roles: list[Role] = []
    """Offices and parts, each with its time, so that a page can show the role held *then*."""
    bio: Markdown | None = None
    """Who this is, in a sentence or two (Markdown)."""
    sources: list[SourceRef] = []
    """Where that is stated: ids of sources."""

    def roles_at(self, date: Date) -> list[Role]:
        """Return the roles that this person may have held on a date, in the order of the record.

        A role without `from` or `to` has no known beginning or end, so it is not ruled out on that side.
        """
        return [
            role
            for role in self.roles
            if not (role.from_ and date.certainly_before(role.from_))
            and not (role.to and role.to.certainly_before(date))
        ]


KIND = EntryKind(name="person", model=Person, collection="people")

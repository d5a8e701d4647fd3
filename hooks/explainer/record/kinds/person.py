"""People and organisations: who acts and speaks."""

from typing import Annotated, Literal

from pydantic import Field

from explainer.edtf.dates import Date, End
from explainer.fields.named import N_, Kept, ngettext_noop
from explainer.fields.types import EdtfDate, Markdown, Text
from explainer.record.kinds.carried import Carried
from explainer.record.kinds.kind import Called, Entry, EntryKind, InWords, Words
from explainer.record.kinds.refs import MediumRef, SourceRef


class Role(InWords):
    """An office or part that a person held for a time."""

    title: Text
    """The office or part, as it is put after a name."""
    from_: EdtfDate | None = Field(default=None, alias="from")
    """When it began (EDTF); left out where the sources do not say."""
    to: EdtfDate | None = None
    """When it ended (EDTF); left out where it lasts or the sources do not say."""

    def term(self, words: Words) -> str:
        """Return the time for which it was held, such as "since February 2017"; empty where that is unknown."""
        if self.from_ is None and self.to is None:
            return ""
        return words.span(self.from_ or End.OPEN, self.to or End.OPEN)

    def in_words(self, words: Words) -> str:
        """Return the role with its time."""
        term = self.term(words)
        return words.aside(self.title, term) if term else self.title


PERSON_TYPES = {
    "person": N_("person"),
    "organisation": N_("organisation"),
}
"""Whether an entry is a person or an organisation, in words."""


class Person(Entry):
    """Somebody who acts or speaks in the story, or an organisation that does."""

    name: Annotated[Text, Kept(N_("Name"))]
    """The name as readers know it."""
    kind: Annotated[Literal["person", "organisation"], Kept(N_("Kind"), PERSON_TYPES)] = "person"
    """Whether this is a person or an organisation."""
    roles: Annotated[list[Role], Kept(N_("Role"))] = []
    """Offices and parts, each with its time, so that a page can show the role held *then*."""
    bio: Annotated[Markdown | None, Kept(N_("Text"))] = None
    """Who this is, in a sentence or two (Markdown)."""
    portrait: Annotated[MediumRef | None, Kept(N_("Portrait"))] = None
    """A picture of them: the id of a medium."""
    sources: Annotated[list[SourceRef], Kept(N_("Sources"), may="grow")] = []
    """Where that is stated: ids of sources."""
    carried_by: Annotated[list[Carried], Kept(N_("Which source carries what"), may="grow")] = []
    """Which of them carries which fields, where not each carries all."""

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


KIND = EntryKind(
    name="person",
    model=Person,
    collection="people",
    called=Called(N_("Person"), ngettext_noop("%(num)d person", "%(num)d people")),
    label=lambda person, _: person.name,
    former_label=lambda fields, _: str(fields.get("name") or ""),
    home="people.md",
)

"""Terms: words that a reader new to a story may not know."""

from typing import Annotated

from explainer.fields.named import N_, Free, Kept, ngettext_noop
from explainer.fields.types import Markdown, Text
from explainer.record.kinds.kind import Called, Entry, EntryKind
from explainer.record.kinds.refs import SourceRef


class Term(Entry):
    """A term, and what it means."""

    term: Annotated[Text, Kept(N_("Term"))]
    """The term as it is looked up: `spring tide`."""
    forms: Annotated[list[Text], Free(N_("Other forms"), because="they are how it is found")] = []
    """Other forms of it: the plural, an abbreviation."""
    definition: Annotated[Markdown, Kept(N_("Meaning"))]
    """What it means, in a sentence or two (Markdown)."""
    sources: Annotated[list[SourceRef], Kept(N_("Sources"), may="grow")] = []
    """Where that is stated: ids of sources."""


KIND = EntryKind(
    name="term",
    model=Term,
    collection="terms",
    called=Called(N_("Term"), ngettext_noop("%(num)d term", "%(num)d terms")),
    label=lambda term, _: term.term,
    former_label=lambda fields, _: str(fields.get("term") or ""),
)

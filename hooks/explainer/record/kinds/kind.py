"""What a kind of entry says of itself, so that nobody else needs to know it by its name."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Generic, Protocol, TypeVar

from pydantic import BaseModel

from explainer.edtf.dates import Date, End
from explainer.fields.model import Model
from explainer.fields.named import N_, Free, ngettext_noop
from explainer.fields.types import Id, Text


class Entry(Model):
    """One entry of a collection."""

    id: Id
    """The entry's name for good: lower-case letters, digits, hyphens. It is the permalink and is never reused."""
    aliases: Annotated[list[Id], Free(N_("Former names"), because="a rename corrects nothing")] = []
    """Ids that it had before: links to them, and embeds of them, lead to it. `explainer rename` writes them."""
    allow: Annotated[dict[Text, Text], Free(N_("Exemptions"), because="it tells the editors, and no reader")] = {}
    """Checks that this entry is exempt from, each with the reason: `unheard: he could not be reached`."""


E = TypeVar("E", bound=Entry)


class Words(Protocol):
    """The language of the site, as far as a kind puts something in words."""

    def gettext(self, message: str) -> str:
        """Return a message of the generator in this language."""

    def date(self, date: Date) -> str:
        """Return a date in words."""

    def span(self, start: Date | End, end: Date | End) -> str:
        """Return the time from one date to another in words."""

    def colon(self, label: str, text: str) -> str:
        """Return a label, a colon, and what it names."""

    def aside(self, text: str, remark: str) -> str:
        """Return a text with a remark in brackets."""


class InWords(Model):
    """A group of fields that has words of its own, where readers are told that it changed."""

    def in_words(self, words: Words) -> str:
        """Return what the group says."""
        raise NotImplementedError


@dataclass(frozen=True)
class Called:
    """What readers are told a kind is called, as messages for the catalogues.

    Attributes:
        one: Its name: `Event`.
        counted: A number of them, for one and for many: `%(num)d event`, `%(num)d events`.
    """

    one: str
    counted: tuple[str, str]


PAGES = {
    "question": Called(N_("Question"), ngettext_noop("%(num)d question", "%(num)d questions")),
    "page": Called(N_("Page"), ngettext_noop("%(num)d page", "%(num)d pages")),
}
"""What pages are called: they change and are told of as entries are, those that ask a question and all others."""


def told_apart(ids: Iterable[str]) -> str:
    """Return the name of a part that is told from others by some ids, in whatever order they were typed."""
    return "+".join(sorted(ids))


@dataclass(frozen=True)
class Part:
    """A part of an entry that readers were told by itself, so that the ledger keeps it and a comparison tells it so.

    Attributes:
        name: What the ledger calls it: `position`.
        field: The field of the entry that holds it, or several of them: `positions`.
        told_by: The field of ids by which it is told from the others; empty where an entry has one of them at most.
    """

    name: str
    field: str
    told_by: str = ""

    def of(self, entry: Entry) -> Iterator[tuple[str, BaseModel]]:
        """Yield each such part of an entry, and by what it is told from the others."""
        if self.told_by:
            for part in getattr(entry, self.field):
                yield told_apart(getattr(part, self.told_by)), part
        elif (part := getattr(entry, self.field)) is not None:
            yield "", part


@dataclass(frozen=True, kw_only=True, eq=False)
class EntryKind(Generic[E]):
    """A kind of entry.

    Attributes:
        name: What ids and addresses call it: `event`.
        model: The class of its entries.
        collection: The name of its file, or folder of files, in the folder of the record: `timeline`.
        called: What readers are told that it is called.
        label: Returns what an entry is called where it is only named.
        headline: Returns what an entry is told from others by, in a list of many; None where that is its label.
        former_label: Returns what an entry that was withdrawn was called, by the fields that the ledger keeps of it;
            None where the ledger keeps none.
        parts: What the ledger keeps by itself.
        home: The page where its entries are at home, where the options name none; None for the first that shows one.
    """

    name: str
    model: type[E]
    collection: str
    called: Called
    label: Callable[[E, Words], str]
    headline: Callable[[E, Words], str] | None = None
    former_label: Callable[[Mapping[str, Any], Words], str] | None = None
    parts: tuple[Part, ...] = ()
    home: str | None = None


LONGEST = 80
"""How many characters of a text stand for it in a list."""


def shortened(text: str) -> str:
    """Return the beginning of a text, cut between two words where it is long."""
    if len(text) <= LONGEST:
        return text
    beginning, space, _ = text[:LONGEST].rpartition(" ")
    return f"{beginning} …" if space else f"{text[:LONGEST]}…"

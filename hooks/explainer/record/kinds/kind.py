"""What a kind of entry says of itself, so that nobody else needs to know it by its name."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from explainer.fields.model import Model
from explainer.fields.types import Id, Text


class Entry(Model):
    """One entry of a collection."""

    id: Id
    """The entry's name for good: lower-case letters, digits, hyphens. It is the permalink and is never reused."""
    allow: dict[Text, Text] = {}
    """Checks that this entry is exempt from, each with the reason: `unheard: he could not be reached`."""


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, kw_only=True)
class EntryKind(Generic[E]):
    """A kind of entry.

    Attributes:
        name: What ids and addresses call it: `event`.
        model: The class of its entries.
        collection: The name of its file, or folder of files, in the folder of the record: `timeline`.
    """

    name: str
    model: type[E]
    collection: str

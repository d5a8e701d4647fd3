"""What was published of the record: the ledger as a value. `ledger/` reads, compares and moves it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import BaseModel

from explainer.fields.named import Kept, marked
from explainer.record.kinds.kind import Part
from explainer.record.kinds.refs import QUESTION, EntryRef, Kind
from explainer.record.kinds.registry import AnyKind, all_kinds
from explainer.record.shape import shape_of
from explainer.site.front_matter import FrontMatter

FILE = "published.json"
"""The ledger's file, in the folder of the record."""

ANSWER = "answer"
"""What the ledger calls what it keeps of a question page."""


@dataclass(frozen=True)
class Sort:
    """A sort of thing that the ledger keeps: entries of a kind, parts of entries, the answers of question pages.

    Attributes:
        model: The class whose marked fields are kept.
        named_by: What an update names it by: the kind of its entry, or a question page.
        part: Which part of an entry it is; None for one that is no part.
    """

    model: type[BaseModel]
    named_by: Kind
    part: Part | None = None

    @property
    def fields(self) -> dict[str, Kept]:
        """The fields that are kept, by their names in files."""
        return dict(marked(self.model, Kept))


def sorts() -> Mapping[str, Sort]:
    """Return all that the ledger keeps, by what it calls each."""
    return _sorts(tuple(all_kinds().values()))


@cache
def _sorts(kinds: tuple[AnyKind, ...]) -> Mapping[str, Sort]:
    found: dict[str, Sort] = {}
    for kind in kinds:
        if any(marked(kind.model, Kept)):
            found[kind.name] = Sort(kind.model, kind.name)
        for part in kind.parts:
            group = shape_of(kind.model, part.field).group
            if group is not None:
                found[part.name] = Sort(group, kind.name, part)
    return {**found, ANSWER: Sort(FrontMatter, QUESTION)}


@dataclass(frozen=True)
class Key:
    """The name under which the ledger keeps something: `event:private-meeting`, `position:who-knew/ada+charles`.

    Attributes:
        sort: What sort of thing it is.
        id: The id of the entry, or of the page.
        part: What tells a part of an entry from the others; empty for what is no part, or the only one.
    """

    sort: str
    id: str
    part: str = ""

    @classmethod
    def parse(cls, text: str) -> "Key":
        """Read a name as the ledger's file has it. A page's id may hold slashes, an entry's none."""
        sort, _, id_ = text.partition(":")
        known = sorts().get(sort)
        if known and known.part and known.part.told_by:
            id_, _, part = id_.partition("/")
            return cls(sort, id_, part)
        return cls(sort, id_)

    def __str__(self) -> str:
        return f"{self.sort}:{self.id}/{self.part}" if self.part else f"{self.sort}:{self.id}"

    @property
    def named_by(self) -> EntryRef:
        """How an update names what it stands for: a part is its entry's, an answer its page's."""
        return EntryRef(sorts()[self.sort].named_by, self.id)


@dataclass(frozen=True)
class History:
    """One change of something published: the update that owns up to it, the field, what it said before and after."""

    update: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Published:
    """What was published of an entry.

    Attributes:
        fields: The fields that carry meaning, as JSON has them.
        page: The page on which it is or was at home.
        history: How it changed since, the oldest first.
        withdrawn: The id of the update under which it was taken back; empty while it stands.
    """

    fields: Mapping[str, Any]
    page: str | None = None
    history: tuple[History, ...] = ()
    withdrawn: str = ""


@dataclass(frozen=True)
class Ledger:
    """What was published, by its name there, and the updates that had been made by then."""

    entries: Mapping[Key, Published] = field(default_factory=dict)
    updates: tuple[str, ...] = ()

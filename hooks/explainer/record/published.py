"""What was published of the record: the ledger as a value. `ledger/` reads, compares and moves it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Annotated, Any

from pydantic import BaseModel

from explainer.fields.named import N_, Kept, marked
from explainer.fields.types import Text
from explainer.record.kinds.kind import Part
from explainer.record.kinds.refs import QUESTION, EntryRef, Kind
from explainer.record.kinds.registry import AnyKind, all_kinds
from explainer.record.shape import shape_of
from explainer.site.front_matter import FrontMatter

FOLDER = "published"
"""The ledger's folder, in the folder of the record."""

OLD_FILE = "published.json"
"""What the ledger was before it had a file for each thing that it keeps."""

PAGE = "page"
"""What the ledger calls what it keeps of a page."""

UPDATE = "update"
"""What it calls an update: one that it keeps owns up to nothing more."""

TEXT = "text"
"""What it calls the text of a page, which a rule of its own looks after."""


class PageSaid(FrontMatter):
    """What a page tells its readers: above its text, and in it."""

    text: Annotated[list[Text], Kept(N_("Text"))] = []
    """The text, passage by passage, as a reader sees it; what blocks of ours show is not part of it."""


@dataclass(frozen=True)
class Sort:
    """A sort of thing that the ledger keeps: entries of a kind, parts of entries, pages.

    Attributes:
        model: The class whose marked fields are kept.
        named_by: What an update names it by: the kind of its entry, or a page.
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
    return {**found, PAGE: Sort(PageSaid, QUESTION)}


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
        """How an update names what it stands for: a part is its entry's."""
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
        fields: The fields that carry meaning, as JSON has them. One that is missing was not kept when it was published.
        page: The page on which it is or was at home.
        history: How it changed since, the oldest first.
        withdrawn: The id of the update under which it was taken back; empty while it stands.
    """

    fields: Mapping[str, Any]
    page: str | None = None
    history: tuple[History, ...] = ()
    withdrawn: str = ""


@dataclass(frozen=True, eq=False)
class Ledger:
    """What was published, by its name there."""

    entries: Mapping[Key, Published] = field(default_factory=dict)

    @cached_property
    def updates(self) -> frozenset[str]:
        """The ids of the updates that were made by then."""
        return frozenset(key.id for key in self.entries if key.sort == UPDATE)

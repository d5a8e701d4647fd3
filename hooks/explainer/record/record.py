"""The record: all that is known, as one value that never changes."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from explainer.files.documents import Document, Mark, Way
from explainer.quotations.gate import Corpus
from explainer.quotations.telling import Names
from explainer.record.kinds.dispute import Dispute
from explainer.record.kinds.event import Event
from explainer.record.kinds.kind import E, Entry
from explainer.record.kinds.medium import Medium
from explainer.record.kinds.person import Person
from explainer.record.kinds.place import Place
from explainer.record.kinds.refs import EntryRef, Kind
from explainer.record.kinds.registry import all_kinds, kind_of
from explainer.record.kinds.source import Source
from explainer.record.kinds.statement import Statement
from explainer.record.kinds.term import Term
from explainer.record.kinds.update import Update
from explainer.record.published import Ledger, Published
from explainer.record.quotable import recorded_words
from explainer.record.verified import Verified

NO_WORD_BEFORE, NO_WORD_BEHIND = r"(?<!\w)", r"(?!\w)"
"""What tells a word from the longer one that it is a part of."""


@dataclass(frozen=True)
class Origin:
    """Where an entry stands: its file and the way to it there."""

    document: Document
    way: Way

    def mark(self, *steps: str | int) -> Mark:
        """Return the place of a value inside the entry."""
        return self.document.mark((*self.way, *steps))

    def find(self, steps: Way, typed: str, before: str = "") -> Mark:
        """Return the place of a piece of a value's text: a long text begins lines above it.

        Args:
            steps: The way to the value inside the entry.
            typed: The piece.
            before: What stands before it on its line, to tell it from others that are alike.
        """
        start = self.mark(*steps)
        lines = self.document.lines
        for lead in dict.fromkeys((before, "")):  # a text that is folded in its file has other lines there
            text = lead + typed
            whole = re.compile(
                rf"{NO_WORD_BEFORE * text[:1].isalnum()}{re.escape(text)}{NO_WORD_BEHIND * text[-1:].isalnum()}"
            )
            for number in range(start.line, len(lines) + 1):
                found = whole.search(lines[number - 1], start.column - 1 if number == start.line else 0)
                if found:
                    return Mark(number, found.start() + len(lead) + 1)
        return start

    @property
    def file(self) -> Path:
        """The entry's file, as problems name it."""
        return self.document.file


@dataclass(frozen=True, eq=False)
class Record:
    """What is known: the entries of each kind by id, in the order of their files.

    Attributes:
        entries: The entries by kind, then by id.
        origins: Where each entry stands.
        broken: Ids of entries that have problems and were left out. A reference to one is not a second problem.
        unreadable: Kinds with a file that could not be read: what ids it holds is not known.
        missing: Kinds that have no file at all.
        ledger: What was published; None where the site keeps no ledger.
        verified: What came of looking for its words in the sources; None where nobody has looked.
    """

    entries: Mapping[Kind, Mapping[str, Entry]] = field(default_factory=dict)
    origins: Mapping[tuple[Kind, str], Origin] = field(default_factory=dict)
    broken: frozenset[tuple[Kind, str]] = frozenset()
    unreadable: frozenset[Kind] = frozenset()
    missing: frozenset[Kind] = frozenset()
    ledger: Ledger | None = None
    verified: Verified | None = None

    def of(self, model: type[E]) -> Mapping[str, E]:
        """Return the entries of a kind by their ids, by the class of these entries."""
        return self.entries.get(kind_of(model).name, MappingProxyType({}))  # type: ignore[return-value]

    def find(self, model: type[E], id_: str | None) -> E | None:
        """Return an entry, by its class and its id; None where there is none."""
        return self.of(model).get(id_ or "")

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """The events by id."""
        return self.of(Event)

    @cached_property
    def events_by_story(self) -> Mapping[str, Sequence[Event]]:
        """The events of each story that some event names, in the order of the record."""
        by_story: dict[str, list[Event]] = defaultdict(list)
        for event in self.events.values():
            if event.story:
                by_story[event.story].append(event)
        return dict(by_story)

    @cached_property
    def event_tags(self) -> Collection[str]:
        """The tags that some event has."""
        return {tag for event in self.events.values() for tag in event.tags}

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """The people and organisations by id."""
        return self.of(Person)

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """The statements by id."""
        return self.of(Statement)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources by id."""
        return self.of(Source)

    @cached_property
    def disputes(self) -> Mapping[str, Dispute]:
        """The disputes by id."""
        return self.of(Dispute)

    @cached_property
    def media(self) -> Mapping[str, Medium]:
        """The media by id."""
        return self.of(Medium)

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """The places by id."""
        return self.of(Place)

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """The terms by id."""
        return self.of(Term)

    @cached_property
    def updates(self) -> Mapping[str, Update]:
        """The updates that readers are told of, by id."""
        return {id_: update for id_, update in self.of(Update).items() if update.is_told}

    @cached_property
    def names(self) -> Names:
        """By which names people are called."""
        return Names({person.id: (person.name, person.kind == "person") for person in self.people.values()})

    @cached_property
    def quotable(self) -> Corpus:
        """The words that may be quoted."""
        return Corpus(tuple(recorded_words(self.statements.values(), self.sources.values())))

    def newest_updates(self) -> list[Update]:
        """Return the updates, the newest first: of one day, the last in the file, to which editors add at the end."""
        return sorted(self.updates.values(), key=lambda update: update.date)[::-1]

    def get(self, kind: Kind, id_: str) -> Entry | None:
        """Return an entry, or None where there is none of that kind and id."""
        return self.entries.get(kind, {}).get(id_)

    def ids(self, kind: Kind) -> list[str]:
        """Return the ids of a kind, in the order of the files."""
        return list(self.entries.get(kind, {}))

    def has_all(self, *kinds: Kind) -> bool:
        """Whether all that the files hold of some kinds is in the record."""
        return self.unreadable.isdisjoint(kinds) and not any(kind in kinds for kind, _ in self.broken)

    def is_unknown(self, kind: Kind, id_: str) -> bool:
        """Whether an id is certainly wrong: no entry has it, and no broken or unread one may.

        What was withdrawn is unknown, too: nothing can be told of it. See `leads_nowhere`.
        """
        return (
            id_ not in self.entries.get(kind, {})
            and (kind, id_) not in self.broken
            and kind not in self.unreadable
            and kind not in self.missing
        )

    def leads_nowhere(self, kind: Kind, id_: str) -> bool:
        """Whether a link to an id is certainly dead; what was withdrawn has a note in its old place."""
        return self.is_unknown(kind, id_) and self.withdrawn(kind, id_) is None

    @cached_property
    def _published(self) -> Mapping[EntryRef, Published]:
        """What was published, by the name that an update would give it: of parts alone, the first."""
        kept = self.ledger.entries if self.ledger else {}
        found: dict[EntryRef, Published] = {}
        for key in sorted(kept, key=lambda key: key.sort != key.named_by.kind):
            found.setdefault(key.named_by, kept[key])
        return found

    def published(self, kind: Kind, id_: str) -> Published | None:
        """Return what was published of an entry or a question page, whether it still stands or not."""
        return self._published.get(EntryRef(kind, id_))

    def withdrawn(self, kind: Kind, id_: str) -> Published | None:
        """Return what was published of an entry that is no longer in the record.

        The ledger keeps some entries by their parts: of these, the first stands for the entry.
        """
        return None if self.get(kind, id_) else self.published(kind, id_)

    def without(self, withheld: Collection[tuple[Kind, str]]) -> "Record":
        """Return the record without some entries, as it may be published while pages that show them are withheld."""
        if not withheld:
            return self
        kept = {
            kind: MappingProxyType({id_: entry for id_, entry in found.items() if (kind, id_) not in withheld})
            for kind, found in self.entries.items()
        }
        return replace(self, entries=MappingProxyType(kept))

    def __iter__(self) -> Iterator[tuple[Kind, Entry]]:
        for kind in all_kinds():
            for entry in self.entries.get(kind, {}).values():
                yield kind, entry

"""All that a site tells: its record, its pages, and which of these shows what."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from explainer.edtf.dates import Date
from explainer.fields.model import Model
from explainer.files.documents import Way
from explainer.quotations.gate import Mismatch
from explainer.quotations.marks import Quotation
from explainer.quotations.reading import Passage, read_markdown
from explainer.record.kinds.event import Event
from explainer.record.kinds.kind import Entry
from explainer.record.kinds.refs import Kind
from explainer.record.kinds.registry import all_kinds
from explainer.record.kinds.statement import Statement
from explainer.record.kinds.update import Update
from explainer.record.marks import Mention, mentions
from explainer.record.misquoted import misquoted
from explainer.record.published import History, Key, Published
from explainer.record.record import Record
from explainer.record.references import plain_texts_of, prose_of
from explainer.site.addresses import page_url
from explainer.site.inventory import Inventory
from explainer.site.pages import Page
from explainer.site.site import Site


@dataclass(frozen=True)
class PlacedBlock:
    """A block of ours on a page, as it was really built.

    Attributes:
        name: Its name, such as `timeline`.
        argument: What stands behind the bar; empty where there is none.
        options: Its options; None where these are wrong.
        kind: The kind of the entries that it shows; None for one that shows no entries.
        shows: The entries that it shows whole, so that a link to them is answered there.
        number: How many blocks of its name stand before it on the page.
    """

    name: str
    argument: str
    options: Model | None
    kind: Kind | None
    shows: tuple[tuple[Kind, str], ...] = ()
    number: int = 0


@dataclass(frozen=True)
class NamedFile:
    """A file of the site that a page shows, or offers to fetch.

    Attributes:
        typed: Its address as it was typed.
        folder: The folder from which that address is counted, from the folder of the pages.
        paths: Where the file may be, from the folder of the pages: as the host understands the address, then as a
            browser does. The file at one of them is the one that readers get.
        place: Returns the file, line and column where the address stands; None where the editor has not typed it.
    """

    typed: str
    folder: str
    paths: tuple[str, ...]
    place: Callable[[], tuple[Path, int, int] | None]


def anchor(kind: Kind, id_: str) -> str:
    """Return the fragment of an entry's permalink.

    The kind is part of it because an id is unique in its collection alone, and a page may show several kinds.
    """
    return f"{kind}-{id_}"


@dataclass(frozen=True, eq=False)
class Contents:
    """What a site tells, as one value that never changes.

    Attributes:
        site: The site.
        record: What is known.
        pages: The pages that are built, in the site's order.
        blocks: Our blocks on each page, by its path, in the order of the page.
        today: The day of the build (UTC); asked for once, where the build begins.
        named_files: The files that each page names, by its path.
        texts: The text of each page as a reader sees it, passage by passage, by its path; without what blocks show.
        files: The files that the host publishes, from the folder of the pages; None where no host has told them.
        products: Returns the paths of the files that are made of the record, which its publisher knows.
    """

    site: Site
    record: Record
    pages: Inventory = field(default_factory=Inventory)
    blocks: Mapping[str, Sequence[PlacedBlock]] = field(default_factory=dict)
    today: Date | None = None
    named_files: Mapping[str, Sequence[NamedFile]] = field(default_factory=dict)
    texts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    files: frozenset[str] | None = None
    products: Callable[[], frozenset[str]] = frozenset

    # --- pages ---

    def page(self, path: str) -> Page | None:
        """Return the page at a path from the folder of pages, or None."""
        return self.pages.page(path)

    def question(self, id_: str) -> Page | None:
        """Return the page that a question's id names, or None."""
        return self.pages.named(id_)

    def address_of(self, path: str) -> str:
        """Return the address of a page from the site's root; of one that is not built, the one it would have."""
        page = self.page(path)
        return page.url if page else page_url(path, directories=self.site.directories)

    def shown_on(self, path: str) -> Iterator[tuple[Kind, str]]:
        """Yield the entries that a page shows whole."""
        for block in self.blocks.get(path, ()):
            for kind, id_ in block.shows:
                if self.record.get(kind, id_) is not None:
                    yield kind, id_

    def home_page(self, kind: Kind) -> str | None:
        """Return the page on which a kind of entry has its place, be it there or not; None for wherever it is shown."""
        page: str | None = self.site.settings.pages.get(kind, all_kinds()[kind].home)
        return page

    @cached_property
    def homes(self) -> dict[tuple[Kind, str], str]:
        """The page where each entry is at home, by its path, for the entries that some page shows.

        That is the page the options name for its kind, if it shows the entry; else the first page, in the site's order,
        that does. What was withdrawn keeps its address while its page is there.
        """
        at_home: dict[tuple[Kind, str], str] = {}
        for page in self.pages:
            for kind, id_ in self.shown_on(page.path):
                if self.home_page(kind) == page.path:
                    at_home[kind, id_] = page.path
                else:
                    at_home.setdefault((kind, id_), page.path)
        for key, published in self.record.ledger.entries.items() if self.record.ledger else ():
            if published.page and self.page(published.page):
                at_home.setdefault((key.sort, key.id), published.page)
        return at_home

    # --- entries and questions ---

    def first_name(self, kind: Kind, id_: str) -> str:
        """Return the id that an entry or a question page had when it was published: what was told by it goes on."""
        page = self.question(id_) if kind == "question" else None
        entry = None if page else self.record.get(kind, id_)
        former: Sequence[str] = page.front.aliases if page else entry.aliases if entry else ()
        return former[0] if former else id_

    def ids(self, kind: Kind) -> list[str]:
        """Return the ids of a kind: of entries in the order of the files, of questions in that of the site."""
        return [page.stem for page in self.pages.questions] if kind == "question" else self.record.ids(kind)

    def is_unknown(self, kind: Kind, id_: str) -> bool:
        """Whether an id is certainly wrong: no entry has it, and no broken or unread one may.

        What was withdrawn is unknown, too: nothing can be told of it. See `leads_nowhere`.
        """
        return self.question(id_) is None if kind == "question" else self.record.is_unknown(kind, id_)

    def leads_nowhere(self, kind: Kind, id_: str) -> bool:
        """Whether a link to an id is certainly dead; what was withdrawn has a note in its old place."""
        return self.is_unknown(kind, id_) and self.withdrawn(kind, id_) is None

    def withdrawn(self, kind: Kind, id_: str) -> Published | None:
        """Return what was published of an entry or a question page that is no longer there."""
        if kind == "question":
            return None if self.question(id_) else self.record.published(kind, id_)
        return self.record.withdrawn(kind, id_)

    # --- what the record's own Markdown says ---

    @cached_property
    def prose(self) -> Sequence[tuple[Kind, str, Way, str]]:
        """The texts of entries that are Markdown: the entry's kind and id, the way to the text in it, and the text."""
        return [(kind, entry.id, way, text) for kind, entry in self.record for text, way in prose_of(entry)]

    @cached_property
    def mentions(self) -> Sequence[tuple[Kind, str, Way, Mention]]:
        """What these texts cite and link to: the entry's kind and id, the way to the text in it, and the mention."""
        return [(kind, id_, way, mention) for kind, id_, way, text in self.prose for mention in mentions(text)]

    @cached_property
    def read_prose(self) -> Sequence[tuple[Kind, str, Way, Sequence[Passage]]]:
        """These texts as a reader sees them, passage by passage."""
        return [(kind, id_, way, read_markdown(text)) for kind, id_, way, text in self.prose]

    @cached_property
    def read_prose_above(self) -> Sequence[tuple[Page, Way, Sequence[Passage]]]:
        """What pages say in Markdown above their texts, as a reader sees it: the page, and the way to the value."""
        return [(page, way, read_markdown(text)) for page in self.pages for text, way in prose_of(page.front)]

    @cached_property
    def misquoted(self) -> Sequence[tuple[Kind, str, Way, Quotation, Mismatch]]:
        """The quotations in entries that the record does not bear out, and what comes nearest."""
        read = list(self.read_prose)
        read += [
            (kind, each.id, way, [Passage(text)]) for kind, each in self.record for text, way in plain_texts_of(each)
        ]
        return [
            (kind, id_, way, quoted, found)
            for kind, id_, way, passages in read
            for _, quoted, found in misquoted(passages, self.record)
        ]

    @cached_property
    def misquoted_above(self) -> Sequence[tuple[Page, Way, Quotation, Mismatch]]:
        """The same of what pages say of themselves above their texts."""
        read = list(self.read_prose_above)
        read += [(page, way, [Passage(text)]) for page in self.pages for text, way in plain_texts_of(page.front)]
        return [
            (page, way, quoted, found)
            for page, way, passages in read
            for _, quoted, found in misquoted(passages, self.record)
        ]

    @cached_property
    def cited_in_answers(self) -> frozenset[tuple[Kind, str]]:
        """The entries to which short answers link."""
        answers = (page.front.answer for page in self.pages.questions if page.front.answer)
        return frozenset((each.kind, each.id) for answer in answers for each in mentions(answer))

    # --- what bears on what ---

    @cached_property
    def _updates(self) -> Mapping[tuple[Kind, str], list[Update]]:
        named: dict[tuple[Kind, str], list[Update]] = defaultdict(list)
        for update in self.record.updates.values():
            for ref in dict.fromkeys(update.entries):
                named[ref.kind, ref.id].append(update)
        return named

    def updates_naming(self, kind: Kind, id_: str) -> Sequence[Update]:
        """Return the updates that touch an entry or a page, in the order of their file."""
        return self._updates.get((kind, id_), ())

    @cached_property
    def _histories(self) -> Mapping[str, list[tuple[Key, History]]]:
        by_update: dict[str, list[tuple[Key, History]]] = defaultdict(list)
        for key, published in self.record.ledger.entries.items() if self.record.ledger else ():
            for change in published.history:
                by_update[change.update].append((key, change))
        return by_update

    def changes_under(self, update: str) -> Sequence[tuple[Key, History]]:
        """Return what was published and changed under an update: the entry's name in the ledger, and the change."""
        return self._histories.get(update, ())

    @cached_property
    def _withdrawn(self) -> Mapping[str, list[tuple[Key, Published]]]:
        by_page: dict[str, list[tuple[Key, Published]]] = defaultdict(list)
        for key, published in self.record.ledger.entries.items() if self.record.ledger else ():
            if published.withdrawn and published.page:
                by_page[published.page].append((key, published))
        return by_page

    def withdrawn_from(self, path: str) -> Sequence[tuple[Key, Published]]:
        """Return what was shown on a page and was withdrawn: its name in the ledger, and what was published."""
        return self._withdrawn.get(path, ())

    @cached_property
    def _said_and_done(self) -> Mapping[str, list[Event | Statement]]:
        of_person: dict[str, list[Event | Statement]] = defaultdict(list)
        for statement in self.record.statements.values():
            of_person[statement.speaker].append(statement)
        for event in self.record.events.values():
            for person in dict.fromkeys(event.people):
                of_person[person].append(event)
        return of_person

    def said_and_done(self, person: str) -> list[Event | Statement]:
        """Return what a person said, and the events in which they are, by date."""
        return sorted(self._said_and_done.get(person, ()), key=lambda each: each.date)

    @cached_property
    def _events_about(self) -> Mapping[str, list[Event]]:
        about: dict[str, list[Event]] = defaultdict(list)
        for event in self.record.events.values():
            for subject in (*(f"person {id_}" for id_ in event.people), *(f"tag {tag}" for tag in event.tags)):
                about[subject].append(event)
        return about

    def events_about(self, people: set[str], tags: set[str]) -> list[Event]:
        """Return the events with one of some people or one of some tags, in the order of the record."""
        subjects = (*(f"person {id_}" for id_ in people), *(f"tag {tag}" for tag in tags))
        ids = {event.id for subject in subjects for event in self._events_about.get(subject, ())}
        return sorted((self.record.events[id_] for id_ in ids), key=lambda event: self._places[event.id])

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {id_: place for place, id_ in enumerate(self.record.events)}

    @cached_property
    def stories(self) -> list[str]:
        """The names of the stories that the site names, sorted."""
        return sorted(self.record.events_by_story.keys() | self.pages.stories)

    def story_of(self, kind: Kind, id_: str) -> str | None:
        """Return the story that an event or a question page belongs to; None where it names none."""
        if kind == "question":
            page = self.question(id_)
            return page.front.story if page else None
        entry: Entry | None = self.record.get(kind, id_)
        return getattr(entry, "story", None)

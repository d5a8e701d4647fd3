"""An entry to HTML: one function for each kind of thing shown. Pages, embeds and feeds use the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from markupsafe import Markup

from explainer.edtf.dates import Date
from explainer.html import glance_words
from explainer.html.corrections import corrections_of, corrections_under
from explainer.html.facets import facets
from explainer.html.glance import Form, Lanes, Names, glance
from explainer.html.media import MapRenderer
from explainer.record.kinds.dispute import Dispute
from explainer.record.kinds.event import Event, Status
from explainer.record.kinds.kind import Entry
from explainer.record.kinds.person import Person, Role
from explainer.record.kinds.refs import Kind
from explainer.record.kinds.source import Source
from explainer.record.kinds.statement import Statement
from explainer.record.kinds.update import Update
from explainer.record.marks import Citation
from explainer.record.published import Key
from explainer.record.queries.by_then import by_then, known_by
from explainer.record.queries.key_events import key_events
from explainer.record.queries.verification import checked_on, counted
from explainer.site.pages import Page
from explainer.words import labels

Group = Literal["year", "month", "none"]

LONG = 100
"""A browser lays out a list of so many events at once; of a longer one, only what is near the screen."""


class Place(NamedTuple):
    """A page, or a place on one, as a link needs it."""

    url: str
    title: Markup


@dataclass(frozen=True)
class Renderer(MapRenderer):
    """Fills the templates for one place."""

    def checked(self, statement: Statement) -> Date | None:
        """Return on which day a statement's words were last found in a source; None where they were in none."""
        return checked_on(self.record, statement)

    def carried(self, entry: Entry) -> list[tuple[str, Markup]]:
        """Return which of an entry's sources carries what: the names of fields in words, and the source."""
        return [
            (
                str(self.words.listed(labels.field_name(type(entry), name, self.words) for name in each.for_)),
                self.view.cite([Citation(each.source, each.locator or "")], named=True),
            )
            for each in getattr(entry, "carried_by", ())
            if each.source in self.record.sources
        ]

    def verification(self) -> Markup:
        """Render how many of the recorded words were found in the kept texts of their sources."""
        return self.fill("verification.html", results=counted(self.record))

    def timeline(
        self,
        events: Sequence[Event],
        *,
        group: Group = "none",
        heading: int = 3,
        layout: Literal["list", "brief"] = "list",
        all_url: str | None = None,
        as_known: Date | None = None,
        embed: str = "",
        is_whole: bool = False,
        total: int = 0,
    ) -> Markup:
        """Render events as an ordered list.

        Args:
            events: The events, in the order in which they are shown.
            group: What headings divide them: the year, the month, or none.
            heading: The level of an event's heading, or of a group's where there are groups.
            layout: `list` shows each event whole, `brief` its date and headline with a link to its home.
            all_url: Where the whole timeline is, for a brief one.
            as_known: The date on which what is shown was known, where what became public later is left out.
            embed: The name of its embed; empty where none is offered.
            is_whole: Whether this is the timeline, with which its data are offered, and not a choice from it.
            total: How many events there are, for a brief list that has room for some of them alone; 0 for one of all.
        """
        groups: dict[str, list[Event]] = {}
        for event in events:
            groups.setdefault(self._group(event.date, group), []).append(event)
        return self.fill(
            f"timeline-{layout}.html",
            groups=list(groups.items()),
            facets=facets(events, self.record, self.words),
            heading=heading,
            is_long=len(events) > LONG,
            all_url=all_url,
            as_known=as_known,
            embed=embed,
            data=self.view.press.downloads_beside("event") if is_whole else [],
            total=total,
        )

    def glance(
        self,
        events: Sequence[Event],
        *,
        lanes: Lanes = "none",
        table: bool = True,
        all_url: str | None = None,
        as_known: Date | None = None,
        embed: str = "",
        form: Form = "auto",
        window: tuple[Date | None, Date | None] = (None, None),
    ) -> Markup:
        """Render events as a drawing, with a table that says the same.

        Args:
            events: The events.
            lanes: Whether each person's or each tag's events are drawn apart.
            table: Whether a table beneath, and on a phone a list in its place, say the same; not where a list does.
            all_url: Where the whole timeline is, if not on this page.
            as_known: The date on which what is shown was known, where what became public later is left out.
            embed: The name of its embed; empty where none is offered.
            form: Whether the scale is true to time, broken where nothing happened for long, or even.
            window: The first and the last day that are drawn.
        """
        words = self.words
        key = key_events(events, self.view.contents)
        names: Names | None = None
        if lanes == "people":
            names = lambda event: [person.name for person in self._people(event.people)]  # noqa: E731
        elif lanes == "tags":
            names = lambda event: event.tags  # noqa: E731
        drawing = glance(
            events,
            names=names,
            until=self.as_of,
            mirrored=words.runs_from_the_right,
            form=form,
            window=window,
            key=key,
        )
        return self.fill(
            "timeline-glance.html",
            events=sorted(events, key=_date_of),
            upright=glance_words.upright(events, key, words) if table else [],
            statuses=[status for status in get_args(Status) if any(event.status == status for event in events)],
            glance=drawing,
            ticks=glance_words.ticks(drawing, words) if drawing else [],
            table=table,
            summary=glance_words.summary(events, drawing, words) if drawing else "",
            all_url=all_url,
            as_known=as_known,
            embed=embed,
        )

    def _group(self, date: Date, group: Group) -> str:
        return "" if group == "none" else labels.group_of(date, group, self.words)

    def event(self, event: Event, *, heading: int = 3, in_list: bool = False) -> Markup:
        """Render one event; `in_list` where a timeline is around it."""
        return self.fill("event.html", event=event, heading=heading, in_list=in_list)

    def statement(self, statement: Statement, *, heading: int = 3) -> Markup:
        """Render a statement: the words, and who said them when, where and in answer to what; 0 for no heading."""
        speaker = self.record.people.get(statement.speaker)
        return self.fill("statement.html", statement=statement, speaker=speaker, heading=heading)

    def by_then(self, statement: Statement, as_known: Date | None = None) -> Markup:
        """Render what had happened when a statement was made; nothing where the record has nothing that bears on it.

        Args:
            statement: The statement.
            as_known: A date; what became public after it is left out, and the reader is told so.
        """
        events = self.view.contents.events_about({statement.speaker, *statement.people}, set(statement.tags))
        happened = by_then(statement, (each for each in events if as_known is None or known_by(each, as_known)))
        if not (happened.public or happened.hidden):
            return Markup()
        return self.fill("by-then.html", happened=happened, as_known=as_known)

    def dispute(self, dispute: Dispute, *, heading: int = 3) -> Markup:
        """Render a dispute: the question, and the positions side by side, equal in all but their words."""
        return self.fill("dispute.html", dispute=dispute, heading=heading)

    def people(self, people: Sequence[Person], *, heading: int = 3, layout: str = "list") -> Markup:
        """Render people: each whole (`list`), or a row of names and roles with links to their home (`row`)."""
        return self.fill(f"people-{layout}.html", cast=people, heading=heading)

    def person(self, person: Person, *, heading: int = 3) -> Markup:
        """Render one person: name, roles with their times, who this is, what they said, the events they are in."""
        said_and_done = self.view.contents.said_and_done(person.id)
        return self.fill("person.html", person=person, heading=heading, said_and_done=said_and_done)

    def sources(self, sources: Sequence[Source], *, is_whole: bool = False) -> Markup:
        """Render a list of sources; `is_whole` where it is all of them, with which the record's data are offered."""
        return self.fill(
            "sources.html", sources=sources, data=self.view.press.downloads_beside("source") if is_whole else []
        )

    def source(self, source: Source) -> Markup:
        """Render one source in a line: publisher, title, author, date, address, archived copy."""
        return self.fill("source.html", source=source)

    def updates(self, updates: Sequence[Update]) -> Markup:
        """Render updates to what was published, in the order given, each with all that it changed."""
        changes = {
            update.id: [(change, self.named(change.key)) for change in corrections_under(update, self.view.press)]
            for update in updates
        }
        return self.fill(
            "updates.html", updates=updates, changes=changes, feeds=self.view.press.downloads_beside("update")
        )

    def named(self, key: Key) -> str:
        """Return what a name of the ledger stands for, in words."""
        return self.entry_label(key.named_by.kind, key.named_by.id)

    def corrections(self, sort: str, id_: str, part: str = "") -> Markup:
        """Render the corrections of an entry, of a part of it or of an answer; nothing where it stands as published."""
        found = list(corrections_of(Key(sort, id_, part), self.view.press))
        return self.fill("corrections.html", corrections=found) if found else Markup()

    def questions(self, pages: Sequence[Page]) -> Markup:
        """Render the list of questions, each with its short answer."""
        return self.fill("questions.html", pages=pages)

    def embed(self, title: str, body: Markup, *, path: str, origin: str, named: bool) -> str:
        """Render an embed: a whole HTML page.

        Args:
            title: What it shows, in plain text.
            body: What it shows.
            path: Where the embed itself is, from the site's root.
            origin: The address of its place on the site, as seen from the embed.
            named: Whether the body begins with a heading that says what it is.
        """
        return str(self.fill("embed.html", title=title, body=body, path=path, origin=origin, named=named))

    def moved(self, title: str, *, url: str, whole: str) -> str:
        """Render what stands at a former address of a page.

        Args:
            title: The page's title, in plain text.
            url: Its address, as seen from there.
            whole: Its whole address, for search engines.
        """
        return str(self.fill("moved.html", title=title, url=url, whole=whole, update=None))

    def gone(self, update: Update | None, *, url: str) -> str:
        """Render what stands at the address of a page that was withdrawn.

        Args:
            update: What says so; None where that is not known.
            url: The address of the front page, as seen from there.
        """
        title = self.view.press.words.gettext("Withdrawn")
        return str(self.fill("moved.html", title=title, url=url, whole="", update=update))

    def _place(self, named: str | None) -> Place | None:
        """Return a page, or a place on one, that an option names; None where there is no such page."""
        path, _, fragment = (named or "").partition("#")
        page = self.view.contents.page(path)
        if page is None:
            return None
        url = self.view.page_url(path)
        return Place(f"{url.removesuffix('#')}#{fragment}" if fragment else url, self.inline_prose(page.title))

    def present_roles(self, person: Person) -> list[Role]:
        """Return the roles a person holds on the day up to which the site tells its story; without one, the last."""
        as_of = self.as_of
        return person.roles_at(as_of) if as_of else person.roles[-1:]

    def role_row(self, person: Person) -> str:
        """Return a person's roles as a row of names shows them: where none is held any more, the last with its time."""
        held, words = self.present_roles(person), self.words
        if held or not person.roles:
            return words.listed(role.title for role in held)
        last = person.roles[-1]
        return " · ".join(filter(None, (last.title, last.term(words))))

    def entry_label(self, kind: Kind, id_: str) -> str:
        """Return what an entry is called in a list of links."""
        label = labels.label_of(kind, id_, self.view.contents, self.words)
        return self.inline_prose(label).striptags() if kind == "question" else label


def _date_of(entry: Event | Statement) -> Date:
    return entry.date

"""Embeds: a page of its own for each event, statement, dispute and timeline, to be shown in a frame on another site.

It needs no script, carries the corrections of what it shows, and names and links its origin.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from markupsafe import Markup, escape

from explainer.html.embeds import EMBEDDED, embed_path, timeline_id
from explainer.html.glance import Form, Lanes
from explainer.html.inline import APART
from explainer.html.notes import Notes
from explainer.html.press import Press
from explainer.publish.view import FileView
from explainer.record.contents import PlacedBlock
from explainer.record.kinds.dispute import Dispute
from explainer.record.kinds.event import Event
from explainer.record.kinds.refs import Kind
from explainer.record.kinds.statement import Statement
from explainer.record.marks import Citation
from explainer.record.queries.selection import Selection, select
from explainer.site.pages import Page

LARGEST = 20_000 - 4_000
"""How many bytes an embed may have: 20 KB, less its style."""

MOST_DRAWN = 40
"""A timeline of more events is a list alone: their marks would be many and small."""

FEWEST_LISTED = 6
"""A drawing leaves room for so many of its events in the list beneath."""


@dataclass
class _EmbedView(FileView):
    """An embed as a place where entries are shown: its links lead to the site, its notes are its own."""

    notes: Notes = field(default_factory=Notes)

    def cite(self, citations: Sequence[Citation], *, named: bool = False) -> Markup:
        parts = []
        for citation in citations:
            number = self.notes.number(citation.source)
            label = self.words.gettext("Note %(number)s") % {"number": number}
            link = Markup('<a class="ex-cite" href="#note-{}" target="_self" aria-label="{}">{}</a>').format(
                number, label, number
            )
            name = self.words.isolated(escape(self.record.sources[citation.source].publisher)) + APART if named else ""
            parts.append(Markup("{}{}").format(name, link))
        if named:
            return self.words.listed(parts)
        return Markup('<sup class="ex-cites">{}{}</sup>').format(APART, Markup(APART).join(parts))  # noqa: S704


def embeds(press: Press) -> Iterator[tuple[str, str]]:
    """Yield the embeds of a site: the path of each from the site's root, and its HTML.

    An entry has one where a page shows it: an embed leads there, and publishes nothing that the pages do not.
    """
    contents = press.contents
    if press.site.settings.embeds == "no":
        return
    for kind, id_ in contents.homes:
        if kind in EMBEDDED and press.record.get(kind, id_):
            entry = press.record.get(kind, id_)
            for name in (id_, *(entry.aliases if entry else ())):
                view = _EmbedView(press, press.site.prefix + embed_path(kind, name))
                yield embed_path(kind, name), _entry(view, kind, id_)
    for page in contents.pages:
        for block in contents.blocks.get(page.path, ()):
            if isinstance(block.options, Selection):
                yield embed_path("timeline", timeline_id(page.stem, block.number)), _timeline(press, page, block)


def _entry(view: _EmbedView, kind: Kind, id_: str) -> str:
    render = view.render
    title = render.entry_label(kind, id_)
    match view.record.get(kind, id_):
        case Event() as event:
            body = render.event(event, heading=1)
        case Statement() as statement:
            body = render.statement(statement, heading=0)
            speaker = view.record.people[statement.speaker].name
            title = view.words.commas([speaker, view.words.date(statement.date)])
        case Dispute() as dispute:
            body = render.dispute(dispute, heading=1)
    return render.embed(title, body, path=view.path or "", origin=view.url(kind, id_) or "", named=kind != "statement")


def _timeline(press: Press, page: Page, block: PlacedBlock) -> str:
    """Return the embed of a page's timeline: all of it, or as many of its events as the limit allows."""
    selection = cast("Selection", block.options)
    events = select(press.record, selection)
    path = press.site.prefix + embed_path("timeline", timeline_id(page.stem, block.number))

    @cache  # what was tried need not be rendered again
    def embed(drawing: Markup, shown: int) -> str:
        view = _EmbedView(press, path)
        origin = view.page_url(page.path)
        left_out = shown < len(events)
        listed = view.render.timeline(
            events[:shown],
            layout="brief",
            all_url=origin if left_out else None,
            as_known=None if drawing else selection.as_known,
            total=len(events) if left_out else 0,
        )
        return view.render.embed(page.title, drawing + listed, path=path, origin=origin, named=False)

    def fits(drawing: Markup, shown: int) -> bool:
        return len(embed(drawing, shown).encode()) <= LARGEST

    def drawings() -> Iterator[Markup]:
        """Yield the drawings from the fullest to none: one that leaves no room for a list gives way."""
        if len(events) <= MOST_DRAWN and any(event.date.is_placed for event in events):
            render = _EmbedView(press, path).render
            for lanes in dict.fromkeys((cast("Lanes", getattr(selection, "lanes", "none")), "none")):
                form, window = cast("Form", getattr(selection, "scale", "auto")), (selection.from_, selection.to)
                yield render.glance(
                    events, lanes=lanes, table=False, as_known=selection.as_known, form=form, window=window
                )
        yield Markup()

    drawing = next(each for each in drawings() if not each or fits(each, min(FEWEST_LISTED, len(events))))
    shown = len(events)
    if not fits(drawing, shown):
        shown = max(1, bisect(range(1, shown), x=False, key=lambda number: not fits(drawing, number)))
    return embed(drawing, shown)

"""The timeline at a glance: where each event's mark stands in a drawing, and which of them have their names there.

This says where everything is; `templates/timeline-glance.html` draws it. Places along the time are per cent of the
width, so that the drawing fits every screen without its text growing or shrinking; places across a lane are CSS pixels.
What is text, the lanes' labels and the scale's, has its room from the style, in the measure of the text.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from explainer.edtf.dates import Date, Day, Precision
from explainer.html.broken_scale import BrokenScale, broken_scale
from explainer.html.even_scale import EvenScale
from explainer.html.glance_names import Name, placed
from explainer.html.scale import Scale, Tick, ordinal, scale_for
from explainer.record.kinds.event import Event

Lanes = Literal["none", "people", "tags"]

Form = Literal["auto", "time", "broken", "even"]

FEWEST_FOR_BREAKS = 6
"""Fewer events are drawn true to time: a scale of seven pieces says nothing of them."""

MIRRORED = {"start": "end", "end": "start"}

SIZES = (24, 16, 10, 6)
"""How large a mark may be: as a finger needs it (WCAG 2.2, 2.5.8), or smaller where there are very many."""

NARROW = 300
"""The width in pixels for which marks are kept apart: a small phone's. On a wider screen they stand wider apart."""

HIGHEST = 300
"""How high the marks may stand upon one another, in pixels, before they are drawn smaller."""

NEAR_BEGINNING = 0.8
"""How far from the beginning of a span the line to its name stands, in per cent at the most."""

FADE = 6
DENSITIES = (0.32, 0.2, 0.08)
"""Over how many per cent of the width an open end fades, and how dense its pieces are, from the band outwards."""


@dataclass(frozen=True)
class Mark:
    """An event in the drawing.

    Attributes:
        event: The event.
        x: Where it begins, in per cent.
        width: How long it lasts or may have lasted, in per cent; 0 for a day, which is drawn at `x`.
        y: Its middle, in pixels from the top of its lane.
        fades_before: Whether its beginning is open or unknown.
        fades_after: Whether its end is.
        name: Its name in the drawing, if it has one there.
    """

    event: Event
    x: float
    width: float
    y: float = 0
    fades_before: bool = False
    fades_after: bool = False
    name: Name | None = None

    @property
    def is_day(self) -> bool:
        """Whether it is drawn as a mark and not as a band."""
        return not self.width

    @property
    def middle(self) -> float:
        """Its middle along the time, in per cent."""
        return round(self.x + self.width / 2, 2)

    @property
    def named_at(self) -> float:
        """Where the line to its name stands: a span has it near its beginning."""
        return round(self.x + min(self.width / 2, NEAR_BEGINNING), 2)

    def bands(self) -> Iterator[tuple[float, float, float]]:
        """Yield the pieces of its band: where each begins and how wide it is, in per cent, and how dense (1: whole)."""
        before, after = (min(FADE, self.width / 3) if fades else 0 for fades in (self.fades_before, self.fades_after))
        yield round(self.x + before, 2), round(self.width - before - after, 2), 1
        for n, density in enumerate(DENSITIES, 1):
            if before:
                yield round(self.x + before * (3 - n) / 3, 2), round(before / 3, 2), density
            if after:
                yield round(self.x + self.width - after * (4 - n) / 3, 2), round(after / 3, 2), density

    def mirrored(self) -> "Mark":
        """Return the mark for a page that runs from right to left."""
        x = round(100 - self.x - self.width, 2)
        name = self.name and replace(self.name, x=round(100 - self.name.x, 2), anchor=MIRRORED[self.name.anchor])
        return replace(self, x=x, fades_before=self.fades_after, fades_after=self.fades_before, name=name)


@dataclass(frozen=True)
class Lane:
    """Marks under one label.

    Attributes:
        label: A person's name or a tag; empty for what no lane holds, and where no lanes were asked for.
        marks: The events' marks.
        height: How high they stand upon one another, in pixels.
    """

    label: str
    marks: Sequence[Mark]
    height: float


@dataclass(frozen=True)
class Glance:
    """The whole drawing.

    Attributes:
        lanes: The lanes from top to bottom.
        ticks: The ticks of the scale.
        step: How many months lie between two ticks; 0 where a week does.
        size: How large the marks are, in pixels.
        undated: How many events have no known date and are not drawn.
        gap: The events between which the longest time passed; None where there are fewer than two.
        breaks: Where time is left out, in per cent.
        lines: How many lines of names stand above the marks.
    """

    lanes: Sequence[Lane]
    ticks: Sequence[Tick]
    step: int
    size: int
    undated: int
    gap: tuple[Event, Event] | None
    breaks: Sequence[float] = ()
    lines: int = 0


Names = Callable[[Event], Iterable[str]]


def glance(
    events: Iterable[Event],
    *,
    names: Names | None = None,
    until: Date | None = None,
    mirrored: bool = False,
    form: Form = "auto",
    window: tuple[Date | None, Date | None] = (None, None),
    key: Sequence[str] = (),
) -> Glance | None:
    """Lay out events along a scale.

    Args:
        events: The events.
        names: The labels of the lanes in which an event stands, where lanes are asked for.
        until: The day up to which the site tells its story: what is still going on is drawn up to it.
        mirrored: Whether time runs from right to left, as the page does.
        form: Whether the scale is true to time, broken where nothing happened for long, or even; `auto` for broken
            where that says more.
        window: The first and the last day that are drawn, where these are given.
        key: The ids of the events whose names stand in the drawing, the most important first.

    Returns:
        The drawing, or None where no event has a known date.
    """
    all_of_them = sorted(events, key=lambda event: event.date)
    dated = [event for event in all_of_them if event.date.is_placed]
    if not dated:
        return None
    scale = _scale(dated, until, form, window)
    ticks = scale.ticks()
    lanes, size = _stack({name: [_mark(event, scale) for event in each] for name, each in _by_lane(dated, names)})
    breaks = tuple(scale.breaks)
    if len(lanes) == 1:
        lanes = [_named(lanes[0], key)]
    if mirrored:
        breaks = tuple(round(100 - each, 2) for each in breaks)
        ticks = [replace(tick, x=round(100 - tick.x, 2)) for tick in ticks]
        lanes = [replace(lane, marks=[mark.mirrored() for mark in lane.marks]) for lane in lanes]
    lines = max((mark.name.line + 1 for lane in lanes for mark in lane.marks if mark.name), default=0)
    undated = len(all_of_them) - len(dated)
    return Glance(lanes, ticks, scale.step, size, undated, _longest_gap(dated), breaks, lines)


def _named(lane: Lane, key: Sequence[str]) -> Lane:
    """Return a lane whose key events have their names, where there is room."""
    marks = {mark.event.id: mark for mark in lane.marks}
    wanted = [marks[id_] for id_ in key if id_ in marks]
    names = dict(
        zip((mark.event.id for mark in wanted), placed([(m.event.title, m.named_at) for m in wanted]), strict=True)
    )
    return replace(lane, marks=[replace(mark, name=names.get(mark.event.id)) for mark in lane.marks])


def _by_lane(events: Sequence[Event], names: Names | None) -> Iterator[tuple[str, list[Event]]]:
    """Yield each lane's name and its events: the fullest lane first, what belongs in none last."""
    if names is None:
        yield "", list(events)
        return
    lanes: dict[str, list[Event]] = {}
    for event in events:
        for name in names(event):
            lanes.setdefault(name, []).append(event)
    yield from sorted(lanes.items(), key=lambda lane: -len(lane[1]))
    if rest := [event for event in events if not list(names(event))]:
        yield "", rest


def _scale(
    events: Sequence[Event], until: Date | None, form: Form, window: tuple[Date | None, Date | None]
) -> Scale | BrokenScale | EvenScale:
    days: list[Day] = [day for event in events for day in (event.date.lower, event.date.upper) if day]
    if until and until.upper and any(event.date.upper is None for event in events):
        days.append(until.upper)
    first, last = window
    low = first.lower if first and first.lower else min(days)
    high = last.upper if last and last.upper else max(days)
    points = sorted(
        {point for event in events for point in _points(event) if ordinal(low) <= point <= ordinal(high) + 1}
    )
    if form == "even" and points:
        return EvenScale(points)
    may_break = form == "broken" or (form == "auto" and len(events) >= FEWEST_FOR_BREAKS)
    return (may_break and broken_scale(points)) or scale_for(low, high)


def _points(event: Event) -> Iterator[float]:
    """Yield when an event began and ended, as far as that is known, by the numbers of the days."""
    lower, upper = event.date.lower, event.date.upper
    if event.date.precision in {Precision.DAY, Precision.TIME} and lower:
        yield _moment(event.date)
    elif not event.date.is_interval and lower and upper:  # a month, a year: some day of it
        yield (ordinal(lower) + ordinal(upper) + 1) / 2
    else:
        yield from (ordinal(each) + n for n, each in enumerate((lower, upper)) if each)


def _moment(date: Date) -> float:
    """Return the number of a day with its time, as a part of the day; its middle where no time is known."""
    number = float(ordinal(date.lower)) if date.lower else 0.0
    if not date.time:
        return number + 0.5
    hours, minutes = (int(each) for each in date.time.split(":")[:2])
    return number + (hours * 60 + minutes) / (24 * 60)


def _mark(event: Event, scale: Scale | BrokenScale | EvenScale) -> Mark:
    lower, upper = event.date.lower, event.date.upper
    begins = max(ordinal(lower), scale.first) if lower else scale.first
    ends = min(ordinal(upper) + 1, scale.end) if upper else scale.end
    if event.date.precision in {Precision.DAY, Precision.TIME}:
        return Mark(event, scale.x(_moment(event.date)), 0)
    x = scale.x(begins)
    cut_before = lower is not None and ordinal(lower) < scale.first
    cut_after = upper is not None and ordinal(upper) + 1 > scale.end
    width = max(round(scale.x(ends) - x, 2), 0.5)
    return Mark(event, x, width, fades_before=lower is None or cut_before, fades_after=upper is None or cut_after)


def _stack(lanes: Mapping[str, Sequence[Mark]]) -> tuple[list[Lane], int]:
    """Stand marks that would cover one another upon one another.

    Returns:
        The lanes, and the size of the marks.
    """
    for size in SIZES:
        rows = {name: _rows(marks, size * 100 / NARROW) for name, marks in lanes.items()}
        if sum(max(each, default=-1) + 1 for each in rows.values()) * size <= HIGHEST:
            break
    stacked = []
    for name, marks in lanes.items():
        placed = [replace(mark, y=(row + 0.5) * size) for mark, row in zip(marks, rows[name], strict=True)]
        stacked.append(Lane(name, placed, (max(rows[name]) + 1) * size))
    return stacked, size


def _rows(marks: Sequence[Mark], width: float) -> list[int]:
    """Return the row of each mark: the first in which it covers no other. Marks take `width` per cent at the least."""
    taken: list[float] = []
    rows = []
    for mark in marks:
        half = max(width, mark.width) / 2
        begins, ends = mark.middle - half, mark.middle + half
        row = next((n for n, free_from in enumerate(taken) if free_from <= begins), len(taken))
        taken[row:] = [ends, *taken[row + 1 :]]
        rows.append(row)
    return rows


def _longest_gap(events: Sequence[Event]) -> tuple[Event, Event] | None:
    """Return the two events between which the most days passed without any other."""
    longest, found = 1, None
    latest: Event | None = None
    for event in events:
        if latest and latest.date.upper and event.date.lower:
            days = ordinal(event.date.lower) - ordinal(latest.date.upper)
            if days > longest:
                longest, found = days, (latest, event)
        if latest is None or (latest.date.upper and (not event.date.upper or event.date.upper > latest.date.upper)):
            latest = event
    return found

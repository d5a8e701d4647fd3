"""The timeline at a glance: where each event's mark stands in a drawing that is true to scale.

This says where everything is; `templates/timeline-glance.html` draws it. Places along the time are per cent of the
width, so that the drawing fits every screen without its text growing or shrinking; places across a lane are CSS pixels.
What is text, the lanes' labels and the scale's, has its room from the style, in the measure of the text.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from explainer.edtf.dates import Date, Day, Precision
from explainer.html.scale import Scale, Tick, ordinal, scale_for
from explainer.record.kinds.event import Event

Lanes = Literal["none", "people", "tags"]

SIZES = (24, 16, 10, 6)
"""How large a mark may be: as a finger needs it (WCAG 2.2, 2.5.8), or smaller where there are very many."""

NARROW = 300
"""The width in pixels for which marks are kept apart: a small phone's. On a wider screen they stand wider apart."""

HIGHEST = 300
"""How high the marks may stand upon one another, in pixels, before they are drawn smaller."""

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
    """

    event: Event
    x: float
    width: float
    y: float = 0
    fades_before: bool = False
    fades_after: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it is drawn as a mark and not as a band."""
        return not self.width

    @property
    def middle(self) -> float:
        """Its middle along the time, in per cent."""
        return round(self.x + self.width / 2, 2)

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
        return replace(self, x=x, fades_before=self.fades_after, fades_after=self.fades_before)


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
    """

    lanes: Sequence[Lane]
    ticks: Sequence[Tick]
    step: int
    size: int
    undated: int
    gap: tuple[Event, Event] | None


Names = Callable[[Event], Iterable[str]]


def glance(
    events: Iterable[Event], *, names: Names | None = None, until: Date | None = None, mirrored: bool = False
) -> Glance | None:
    """Lay out events along a scale.

    Args:
        events: The events.
        names: The labels of the lanes in which an event stands, where lanes are asked for.
        until: The day up to which the site tells its story: what is still going on is drawn up to it.
        mirrored: Whether time runs from right to left, as the page does.

    Returns:
        The drawing, or None where no event has a known date.
    """
    all_of_them = sorted(events, key=lambda event: event.date)
    dated = [event for event in all_of_them if event.date.is_placed]
    if not dated:
        return None
    scale = _scale(dated, until)
    ticks = scale.ticks()
    lanes, size = _stack({name: [_mark(event, scale) for event in each] for name, each in _by_lane(dated, names)})
    if mirrored:
        ticks = [replace(tick, x=round(100 - tick.x, 2)) for tick in ticks]
        lanes = [replace(lane, marks=[mark.mirrored() for mark in lane.marks]) for lane in lanes]
    return Glance(lanes, ticks, scale.step, size, len(all_of_them) - len(dated), _longest_gap(dated))


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


def _scale(events: Sequence[Event], until: Date | None) -> Scale:
    days: list[Day] = [day for event in events for day in (event.date.lower, event.date.upper) if day]
    if until and until.upper and any(event.date.upper is None for event in events):
        days.append(until.upper)
    return scale_for(min(days), max(days))


def _mark(event: Event, scale: Scale) -> Mark:
    lower, upper = event.date.lower, event.date.upper
    begins = ordinal(lower) if lower else scale.first
    ends = ordinal(upper) + 1 if upper else scale.end
    if event.date.precision in {Precision.DAY, Precision.TIME}:
        return Mark(event, scale.x(begins + 0.5), 0)
    x = scale.x(begins)
    return Mark(event, x, round(scale.x(ends) - x, 2), fades_before=lower is None, fades_after=upper is None)


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

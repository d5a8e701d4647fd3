"""What a drawn timeline says in words: the labels of its ticks, and a summary for who does not see it."""

from collections.abc import Sequence
from typing import NamedTuple

from explainer.edtf.dates import Date, End
from explainer.html.glance import Glance
from explainer.html.scale import Tick, ordinal
from explainer.record.kinds.event import Event
from explainer.words.words import Words

MONTHS_IN_YEAR = 12


def ticks(drawing: Glance, words: Words) -> list[tuple[Tick, str, str]]:
    """Return the ticks of a drawn timeline, each with its label and, where a year begins or at first, the year."""
    labelled = []
    for n, tick in enumerate(drawing.ticks):
        year = words.year(tick.day)
        if tick.step >= MONTHS_IN_YEAR:
            labelled.append((tick, year, ""))
            continue
        label = words.month_name(tick.day) if tick.step else words.day_of_month(tick.day)
        begins = n == 0 or tick.day.year != drawing.ticks[n - 1].day.year
        labelled.append((tick, label, year if begins else ""))
    return labelled


class UprightEvent(NamedTuple):
    """An event in the drawing as it stands on a phone, where time runs down.

    Attributes:
        event: The event.
        is_key: Whether it is a key event.
        left_out: How many events lie between it and the one before that are not named; 0 for none.
        since: How long after the one before it happened, in words; empty where that is a few days.
    """

    event: Event
    is_key: bool
    left_out: int
    since: str


MOST_UPRIGHT = 12
"""So many events stand on a phone each with its name; of more, the key events."""

LONG_DAYS = 21
"""From how many days on it is said how long nothing happened."""


def upright(events: Sequence[Event], key: Sequence[str], words: Words) -> list[UprightEvent]:
    """Return the events of a drawing in the order of time, for a screen that has no room for names beside marks."""
    ordered = sorted((event for event in events if event.date.is_placed), key=lambda event: event.date.sort_key)
    named: list[UprightEvent] = []
    left_out, last = 0, None
    for event in ordered:
        if len(ordered) > MOST_UPRIGHT and event.id not in key:
            left_out += 1
            continue
        days = ordinal(event.date.lower) - ordinal(last) if event.date.lower and last else 0
        named.append(UprightEvent(event, event.id in key, left_out, words.duration(days) if days > LONG_DAYS else ""))
        left_out, last = 0, event.date.upper or event.date.lower or last
    return named


def summary(events: Sequence[Event], drawing: Glance, words: Words) -> str:
    """Return what a drawn timeline shows, for who does not see it: how many events, from when, the widest gap."""
    said = [
        words.ngettext("%(num)d event, %(span)s.", "%(num)d events, %(span)s.", len(events))
        % {"num": len(events), "span": _time_of([event.date for event in events if event.date.is_placed], words)}
    ]
    if drawing.gap:
        before, after = drawing.gap
        said.append(
            words.gettext("The longest time without one: from %(before)s to %(after)s.")
            % {"before": words.date(_end_of(before.date)), "after": words.date(_start_of(after.date))}
        )
    if drawing.undated:
        said.append(
            words.ngettext(
                "%(num)d has no known date and is not drawn.",
                "%(num)d have no known date and are not drawn.",
                drawing.undated,
            )
            % {"num": drawing.undated}
        )
    return words.sentences(said)


def _time_of(dates: Sequence[Date], words: Words) -> str:
    """Return from when to when dates lie; where both ends are open, from the first to the last that is known."""
    if len(dates) == 1:
        return words.date(dates[0])
    first, last = min(dates), max(dates, key=lambda date: date.upper or (float("inf"), 0, 0))
    start, end = first.start or first, last.end or last
    if isinstance(start, End) and isinstance(end, End):
        known = [each for date in dates for each in (date.start or date, date.end or date) if isinstance(each, Date)]
        start, end = min(known), max(known, key=lambda date: date.upper or (0, 0, 0))
    return words.span(start, end)


def _start_of(date: Date) -> Date:
    return date.start if isinstance(date.start, Date) else date


def _end_of(date: Date) -> Date:
    return date.end if isinstance(date.end, Date) else date

"""A scale of time that is broken openly: where nothing happened for long, time is left out, and a sign says so.

Each piece has a measure of its own, by how much happened in it, and its own ticks. What is left out has no width but
that of the sign.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor
from statistics import median

from explainer.edtf.dates import Day
from explainer.html.scale import MARGIN, MONTHS, Tick, day_of, ordinal

LONG = 8
"""How many times as long as the time between two events is usually, it is left out."""

SHARE = 0.06
"""Which share of the whole that time must be at the least."""

MOST_PIECES = 7
GAP = 3.0
"""How wide the sign is, in per cent."""

NARROWEST = 6.0
"""How wide a piece is at the least, in per cent."""

OF_TICK = 8.0
"""How many per cent a tick with its label takes."""

DAYS = (1, 2, 7)
"""How many days may lie between two ticks, where a month is too much."""

DAYS_IN_MONTH = 30.4


@dataclass(frozen=True)
class Piece:
    """A piece of the scale.

    Attributes:
        first: The number of its first day; may lie within one.
        end: The number at its end.
        left: Where it begins, in per cent of the width.
        width: How wide it is, in per cent.
    """

    first: float
    end: float
    left: float
    width: float

    def x(self, number: float) -> float:
        """Return how far along a day lies, in per cent of the whole width."""
        share = (number - self.first) / (self.end - self.first)
        return self.left + min(max(share, 0), 1) * self.width

    def ticks(self) -> list[Tick]:
        """Return the ticks: as many as there is room for, and one at the least."""
        most = max(floor(self.width / OF_TICK), 1)
        days = self.end - self.first
        for step in DAYS:
            if days / step <= most:
                numbers = range(ceil(self.first), ceil(self.end), step)
                return [Tick(round(self.x(n), 2), day_of(n), 0) for n in numbers]
        for months in MONTHS:
            found = _months(self.first, self.end, months)
            if 0 < len(found) <= most and days / DAYS_IN_MONTH / months <= most:
                return [Tick(round(self.x(ordinal(day)), 2), day, 0, months) for day in found]
        return [Tick(round(self.x(self.first), 2), day_of(floor(self.first)), 0, 1 if days > DAYS[-1] else 0)]


@dataclass(frozen=True)
class BrokenScale:
    """The pieces, from the earliest to the latest."""

    pieces: Sequence[Piece]

    @property
    def first(self) -> float:
        """The number of the first day."""
        return self.pieces[0].first

    @property
    def end(self) -> float:
        """The number of the day after the last."""
        return self.pieces[-1].end

    @property
    def step(self) -> int:
        """Return 1: labels name months and days."""
        return 1

    def x(self, number: float) -> float:
        """Return how far along a day lies, in per cent; one that is left out lies at the sign."""
        for piece in self.pieces:
            if number <= piece.end:
                return round(piece.x(number) if number >= piece.first else piece.left - GAP / 2, 2)
        return round(self.pieces[-1].x(self.end), 2)

    def ticks(self) -> list[Tick]:
        """Return the ticks of all pieces, and one at the end."""
        last = self.pieces[-1]
        end = Tick(round(last.x(last.end), 2), day_of(ceil(last.end)), 0, 1)
        return [*(tick for piece in self.pieces for tick in piece.ticks()), end]

    @property
    def breaks(self) -> list[float]:
        """Where time is left out: the middle of each sign, in per cent."""
        return [round(after.left - GAP / 2, 2) for _, after in pairwise(self.pieces)]


def broken_scale(points: Sequence[float]) -> BrokenScale | None:
    """Return a scale that leaves out the times in which nothing happened for long; None where there are none.

    Args:
        points: The days on which something began or ended, by their numbers: whole, or with the time of day.
    """
    groups = [sorted(set(points))]
    while len(groups) < MOST_PIECES:
        number, at, gap = max((_longest(group, n) for n, group in enumerate(groups)), key=lambda found: found[2])
        if not gap:
            break
        groups[number : number + 1] = [groups[number][:at], groups[number][at:]]
    if len(groups) == 1:
        return None
    weights = [len(group) for group in groups]
    room = 100 - 2 * MARGIN - GAP * (len(groups) - 1)
    free = room - NARROWEST * len(groups)
    widths = [NARROWEST + free * weight / sum(weights) for weight in weights]
    pieces, left = [], MARGIN
    for group, width in zip(groups, widths, strict=True):
        margin = max((group[-1] - group[0]) * 0.04, 0.5)
        pieces.append(Piece(group[0] - margin, group[-1] + margin, left, width))
        left += width + GAP
    return BrokenScale(pieces)


def _longest(group: Sequence[float], number: int) -> tuple[int, int, float]:
    """Return the number of a group of days, and where the longest time lies that may be left out: 0 for none."""
    gaps = [after - before for before, after in pairwise(group)]
    if len(gaps) < 2:
        return number, 0, 0
    least = max(LONG * median(gaps), SHARE * (group[-1] - group[0]), 1)
    at = max(range(len(gaps)), key=gaps.__getitem__)
    return number, at + 1, gaps[at] if gaps[at] > least else 0


def _months(first: float, end: float, step: int) -> list[Day]:
    start, last = day_of(ceil(first)), day_of(floor(end))
    months = range(start.year * 12 + start.month - 1, last.year * 12 + last.month)
    found = [Day(month // 12, month % 12 + 1, 1) for month in months if month % step == 0]
    return [day for day in found if first <= ordinal(day) < end]

"""A scale of time, true to the day: how far along it a day lies, and where its ticks stand.

Days are counted in the proleptic Gregorian calendar from 1 March of the year 0, without Python's limits on years.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, cycle
from math import ceil, floor
from operator import mul

from explainer.edtf.dates import Day

MONTHS = (1, 3, 12, 60, 120, 300, 600, 1_200, 3_000, 6_000, 12_000, 60_000, 120_000)
"""How many months may lie between two ticks: a month, a quarter, a year, 5, 10, 25, 50, 100 years and so on.

Beyond, each step is five times and twice the last, in turn.
"""

WEEK = 7
MOST_TICKS = 14
"""More than these cannot be told apart on a phone."""

MANY_LABELS, FEW_LABELS = 7, 4
"""More labels than these overprint one another: on a phone, and on a phone with text of twice its size."""

MARGIN = 3.0
"""What the scale leaves free at each end, in per cent of its width, for a mark to be drawn whole."""


def ordinal(day: Day) -> int:
    """Return the number of a day (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil)."""
    year = day.year - (day.month <= 2)
    of_year = (153 * ((day.month + 9) % 12) + 2) // 5 + day.day - 1
    return 365 * year + floor(year / 4) - floor(year / 100) + floor(year / 400) + of_year


@dataclass(frozen=True)
class Tick:
    """A place on the scale.

    Attributes:
        x: How far along, in per cent of the width.
        day: The day that begins there.
        rank: Whether its label gives way: 0 never, 1 where there is very little room, 2 where there is little.
        step: How many months lie between it and the next; 0 for days or weeks.
    """

    x: float
    day: Day
    rank: int
    step: int = 0


@dataclass(frozen=True)
class Scale:
    """The time from one day to the beginning of another, laid out from 0 to 100 per cent.

    Attributes:
        first: The number of the first day.
        end: The number of the day after the last.
        step: How many months lie between two ticks; 0 where a week does.
    """

    first: int
    end: int
    step: int

    def x(self, number: float) -> float:
        """Return how far along a day lies, in per cent."""
        share = (number - self.first) / (self.end - self.first)
        return round(MARGIN + share * (100 - 2 * MARGIN), 2)

    def ticks(self) -> list[Tick]:
        """Return the ticks in order."""
        days = self._weeks() if not self.step else self._months()
        return [Tick(self.x(ordinal(day)), day, _rank(n, len(days) - 1), self.step) for n, day in enumerate(days)]

    @property
    def breaks(self) -> Sequence[float]:
        """Where time is left out: nowhere."""
        return ()

    def _weeks(self) -> list[Day]:
        return [day_of(number) for number in range(self.first, self.end + 1, WEEK)]

    def _months(self) -> list[Day]:
        first, end = day_of(self.first), day_of(self.end)
        months = range(first.year * 12 + first.month - 1, end.year * 12 + end.month, self.step)
        return [Day(month // 12, month % 12 + 1, 1) for month in months]


def _rank(number: int, labels: int) -> int:
    """Return the rank of a tick's label, by the tick's number and by how many have one: the last tick has none.

    The last label gives way early: nothing is behind it into which it may reach.
    """
    if labels <= FEW_LABELS:
        return 0
    if number % 2:
        return 2 if labels > MANY_LABELS else 1
    return 1 if number == labels - 1 or (number % 4 and labels > MANY_LABELS) else 0


def scale_for(first: Day, last: Day) -> Scale:
    """Return the scale that holds two days and everything between, and begins and ends at a tick."""
    if ordinal(last) - ordinal(first) < WEEK * 8:
        start = ordinal(first)
        return Scale(start, start + WEEK * max(1, ceil((ordinal(last) + 1 - start) / WEEK)), 0)
    begins, ends = (day.year * 12 + day.month - 1 for day in (first, last))
    for step in chain(MONTHS, accumulate(cycle((5, 2)), mul, initial=MONTHS[-1])):
        low, high = begins // step * step, (ends // step + 1) * step
        if (high - low) // step < MOST_TICKS:
            break
    return Scale(ordinal(Day(low // 12, low % 12 + 1, 1)), ordinal(Day(high // 12, high % 12 + 1, 1)), step)


def day_of(number: int) -> Day:
    """Return the day of a number: `ordinal` the other way (Hinnant, civil_from_days)."""
    era, of_era = divmod(number, 146_097)
    year = (of_era - of_era // 1_460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    return Day(year + era * 400 + (month >= 10), month + 3 if month < 10 else month - 9, day)

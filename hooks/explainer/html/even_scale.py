"""A scale on which every day that something happened has as much room: it tells the order, and not the time."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from explainer.html.scale import MARGIN, Tick, day_of

MOST_TICKS = 8


@dataclass(frozen=True)
class EvenScale:
    """Days, evenly apart.

    Attributes:
        points: The days on which something began or ended, by their numbers, in their order.
    """

    points: Sequence[float]

    @property
    def first(self) -> float:
        """The number of the first day."""
        return self.points[0]

    @property
    def end(self) -> float:
        """The number of the last."""
        return self.points[-1]

    @property
    def step(self) -> int:
        """Return 1: labels name months."""
        return 1

    def x(self, number: float) -> float:
        """Return how far along a day lies, in per cent; one between two days lies in the middle of them."""
        place = (bisect_left(self.points, number) + bisect_right(self.points, number) - 1) / 2
        share = min(max(place, 0), len(self.points) - 1) / max(len(self.points) - 1, 1)
        return round(MARGIN + share * (100 - 2 * MARGIN), 2)

    def ticks(self) -> list[Tick]:
        """Return some of the days, and the last."""
        every = max(-(-len(self.points) // MOST_TICKS), 1)
        chosen = [*self.points[:-1:every], self.points[-1]]
        return [Tick(self.x(each), day_of(int(each)), n % 2, 1) for n, each in enumerate(chosen)]

    @property
    def breaks(self) -> Sequence[float]:
        """Where time is left out: everywhere, so that no sign says it."""
        return ()

"""A locator map: where places are, drawn at the build, without tiles and without a script.

Shapes are drawn in a frame of their own measure, and grow with the map; marks and names stand at per cent of it and are
of the size of the text, so that they are legible on a phone.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from explainer.html.land import Line, Point, Scale, Window, land, line_within, within
from explainer.record.kinds.place import Place
from explainer.record.queries.distance import KM_OF_DEGREE, turned

WIDTH = 640
"""How wide the frame is, in units; as wide in pixels as a map is in a column of text."""

ASPECTS = {"wide": 2.0, "even": 4 / 3, "tall": 0.8}
"""How many times as wide as high a map may be."""

NARROWEST = 1.6
"""How many degrees a map spans at the least: what is nearer needs a plan of its own."""

MARGIN = 0.22
"""Which share of what the places span is left free around them."""

WORLD = 100
"""From how many degrees on a map is one of the world."""

COARSE = 45
"""From how many degrees on the coarse shapes do."""

NEAREST = 0.9
"""How near two points of a line may be, in units, before one is left out."""

LETTER, LINE = 8.4, 18
"""How wide a letter of a name is, and how high a line, in pixels."""

MARK = 12
"""How large a mark is, from its middle, in pixels."""

Side = Literal["end", "start", "above", "below", ""]


@dataclass(frozen=True)
class PlacedMark:
    """A place on a map.

    Attributes:
        place: The place.
        number: Its number in the list beneath, from 1.
        x: Where it is, in per cent from the left.
        y: In per cent from the top.
        side: On which side its name stands; empty where there is no room for it.
    """

    place: Place
    number: int
    x: float
    y: float
    side: Side


@dataclass(frozen=True)
class Locator:
    """A map.

    Attributes:
        aspect: How wide it is for its height: `world`, `wide`, `even` or `tall`.
        height: How high its frame is, in units.
        land: The land, as the path of an SVG.
        borders: The borders, likewise; empty where none are asked for.
        marks: The places.
        kilometres: How long the bar of the scale is; 0 for a map of the world, which has no one scale.
        bar: How long it is in per cent of the width.
        inset: The world in small, and the frame of the map in it (x, y, width, height in per cent); None on one of it.
        corner: In which corner the inset leaves the places free: `start` or `end`.
    """

    aspect: str
    height: float
    land: str
    borders: str
    marks: Sequence[PlacedMark]
    kilometres: int
    bar: float
    inset: tuple[str, tuple[float, float, float, float]] | None
    corner: Literal["start", "end"]


class _Projection:
    """From degrees to units: even over a region, and Equal Earth over the world."""

    def __init__(self, window: Window, width: float) -> None:
        self.middle = (window.west + window.east) / 2
        self.parallel = (window.south + window.north) / 2
        self.is_world = window.east - window.west >= WORLD
        left, top = self._raw(window.west, window.north)
        right, bottom = self._raw(window.east, window.south)
        if self.is_world:  # it is widest at the equator
            widest = min(max(0, window.south), window.north)
            left, right = self._raw(window.west, widest)[0], self._raw(window.east, widest)[0]
        self.scale = width / (right - left)
        self.left, self.top = left, top
        self.height = (bottom - top) * self.scale

    def _raw(self, longitude: float, latitude: float) -> Point:
        if not self.is_world:
            return (longitude - self.middle) * math.cos(math.radians(self.parallel)), -latitude
        # Šavrič, Patterson and Jenny, "The Equal Earth map projection", 2018
        a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
        t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
        slope = 9 * a4 * t**8 + 7 * a3 * t**6 + 3 * a2 * t**2 + a1
        x = 2 * math.sqrt(3) * math.radians(longitude - self.middle) * math.cos(t) / (3 * slope)
        return math.degrees(x), -math.degrees(a4 * t**9 + a3 * t**7 + a2 * t**3 + a1 * t)

    def at(self, longitude: float, latitude: float) -> Point:
        x, y = self._raw(longitude, latitude)
        return (x - self.left) * self.scale, (y - self.top) * self.scale


def locator(places: Sequence[Place], *, borders: bool = False) -> Locator:
    """Lay out a map of some places.

    Args:
        places: The places, one at the least.
        borders: Whether borders of countries are drawn: some are disputed, and a drawing takes sides.
    """
    longitudes = turned([place.at[1] for place in places])
    latitudes = [place.at[0] for place in places]
    aspect, window = _window(longitudes, latitudes)
    projection = _Projection(window, WIDTH)
    scale: Scale = "110m" if window.east - window.west > COARSE else "50m"
    shapes = land(scale)
    rings = (part for ring in shapes.rings for part in within(ring, window))
    lines = (part for line in shapes.borders for part in line_within(line, window)) if borders else ()
    points = [projection.at(*each) for each in zip(longitudes, latitudes, strict=True)]
    height = projection.height
    marks = [
        PlacedMark(place, n, round(x / WIDTH * 100, 2), round(y / height * 100, 2), side)
        for n, (place, (x, y), side) in enumerate(zip(places, points, _sides(places, points, height), strict=True), 1)
    ]
    kilometres, bar = (0, 0.0) if projection.is_world else _bar(window)
    low_at_end = sum(mark.x > 60 and mark.y > 60 for mark in marks)
    low_at_start = sum(mark.x < 40 and mark.y > 60 for mark in marks)
    return Locator(
        aspect,
        round(height, 1),
        _path(rings, projection, closed=True),
        _path(lines, projection, closed=False),
        marks,
        kilometres,
        bar,
        None if projection.is_world else _inset(window),
        "start" if low_at_end > low_at_start else "end",
    )


def _window(longitudes: Sequence[float], latitudes: Sequence[float]) -> tuple[str, Window]:
    """Return how wide a map is for its height, and what of the globe it shows: the places, and room around them."""
    west, east, south, north = min(longitudes), max(longitudes), min(latitudes), max(latitudes)
    middle, parallel = (west + east) / 2, (south + north) / 2
    if east - west > WORLD * 0.8:  # the whole of it
        return "world", Window(middle - 180, -58, middle + 180, 78)
    shrink = max(math.cos(math.radians(parallel)), 0.2)
    across = max((east - west) * (1 + 2 * MARGIN), NARROWEST / shrink)
    up = max((north - south) * (1 + 2 * MARGIN), NARROWEST)
    shape = math.log(across * shrink / up)
    aspect = min(ASPECTS, key=lambda name: abs(math.log(ASPECTS[name]) - shape)) if up > NARROWEST else "even"
    across = max(across, up * ASPECTS[aspect] / shrink)
    up = max(up, across * shrink / ASPECTS[aspect])
    return aspect, Window(middle - across / 2, parallel - up / 2, middle + across / 2, parallel + up / 2)


def _path(lines: Iterable[Line], projection: _Projection, *, closed: bool) -> str:
    """Return lines as the path of an SVG, without points that nobody could tell apart."""
    parts = []
    for line in lines:
        kept: list[Point] = []
        for each in line:
            x, y = projection.at(*each)
            if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= NEAREST:
                kept.append((x, y))
        if len(kept) > (2 if closed else 1):
            written = " ".join(f"{x:.1f},{y:.1f}" for x, y in kept)
            parts.append(f"M{written}{'z' if closed else ''}")
    return "".join(parts)


def _sides(places: Sequence[Place], points: Sequence[Point], height: float) -> list[Side]:
    """Return on which side each name stands: where it meets neither a mark nor another name nor the edge."""
    taken = [(x - MARK, y - MARK, x + MARK, y + MARK) for x, y in points]
    sides: list[Side] = []
    for place, (x, y) in zip(places, points, strict=True):
        width = len(place.name) * LETTER
        boxes: dict[Side, tuple[float, float, float, float]] = {
            "end": (x + MARK, y - LINE / 2, x + MARK + width, y + LINE / 2),
            "start": (x - MARK - width, y - LINE / 2, x - MARK, y + LINE / 2),
            "above": (x - width / 2, y - MARK - LINE, x + width / 2, y - MARK),
            "below": (x - width / 2, y + MARK, x + width / 2, y + MARK + LINE),
        }
        free = (
            side for side, box in boxes.items() if _fits(box, height) and not any(_meet(box, each) for each in taken)
        )
        side: Side = next(free, "")
        if side:
            taken.append(boxes[side])
        sides.append(side)
    return sides


def _fits(box: tuple[float, float, float, float], height: float) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= WIDTH and box[3] <= height


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _bar(window: Window) -> tuple[int, float]:
    """Return a round number of kilometres, and how long it is in per cent of the width."""
    parallel = math.radians((window.south + window.north) / 2)
    whole = (window.east - window.west) * math.cos(parallel) * KM_OF_DEGREE
    steps = [step * 10**power for power in range(5) for step in (1, 2, 5)]
    kilometres = max((each for each in steps if each <= whole / 4), default=1)
    return kilometres, round(kilometres / whole * 100, 2)


def _inset(window: Window) -> tuple[str, tuple[float, float, float, float]]:
    """Return the world in small, and where the map lies on it."""
    middle = (window.west + window.east) / 2
    whole = Window(middle - 180, -58, middle + 180, 78)
    projection = _Projection(whole, 100)
    rings = (part for ring in land("110m").rings for part in within(ring, whole))
    left, top = projection.at(window.west, min(window.north, whole.north))
    right, bottom = projection.at(window.east, max(window.south, whole.south))
    wide, high = max(right - left, 3), max(bottom - top, 3)
    frame = (round((left + right - wide) / 2, 1), round((top + bottom - high) / 2, 1), round(wide, 1), round(high, 1))
    return _path(rings, projection, closed=True), frame

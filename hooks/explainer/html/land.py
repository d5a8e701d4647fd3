"""The shapes of the land, as lines over a part of the globe: Natural Earth's, which are in the public domain.

Longitudes run on over the 180th meridian, so that a map may have any of them in its middle.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

SHAPES = Path(__file__).with_name("shapes")

Scale = Literal["110m", "50m"]
"""How much is left out: 1 to 110 million, or 1 to 50 million."""

Point = tuple[float, float]
"""A longitude and a latitude in degrees."""

Line = Sequence[Point]


@dataclass(frozen=True)
class Window:
    """A part of the globe: from west to east and from south to north, in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class Land:
    """The shapes of a scale.

    Attributes:
        rings: What bounds land, each closed.
        borders: What bounds countries against each other.
    """

    rings: tuple[Line, ...]
    borders: tuple[Line, ...]


@cache
def land(scale: Scale) -> Land:
    """Read the shapes of a scale (TopoJSON: arcs are quantised, and each point is told from the one before)."""
    content = json.loads((SHAPES / f"{scale}.json").read_text("utf-8"))
    (across, up), (west, south) = content["scale"], content["translate"]
    arcs: list[list[Point]] = []
    for arc in content["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * across + west, y * up + south))
        arcs.append(points)

    def ring(indices: Sequence[int]) -> Line:
        points: list[Point] = []
        for n in indices:
            points.extend(arcs[n] if n >= 0 else arcs[~n][::-1])
        return tuple(_running_on(points))

    rings = tuple(ring(indices) for indices in content["land"])
    return Land(rings, tuple(tuple(_running_on(arcs[n])) for n in content["borders"]))


def _running_on(points: Sequence[Point]) -> Iterator[Point]:
    """Yield points whose longitudes do not jump at the 180th meridian."""
    shift, last = 0.0, points[0][0]
    for longitude, latitude in points:
        if longitude - last > 180:
            shift -= 360
        elif last - longitude > 180:
            shift += 360
        last = longitude
        yield longitude + shift, latitude


def within(ring: Line, window: Window) -> Iterator[Line]:
    """Yield what of a closed shape lies in a window, on whichever turn of the globe (Sutherland and Hodgman, 1974)."""
    lowest, highest = min(x for x, _ in ring), max(x for x, _ in ring)
    for turn in (-360, 0, 360):
        if highest + turn < window.west or lowest + turn > window.east:
            continue
        points: list[Point] = [(x + turn, y) for x, y in ring]
        for axis, bound, sign in (
            (0, window.west, 1),
            (0, window.east, -1),
            (1, window.south, 1),
            (1, window.north, -1),
        ):
            points = list(_cut(points, axis, bound, sign))
        if len(points) > 2:
            yield points


def _cut(points: Sequence[Point], axis: int, bound: float, sign: int) -> Iterator[Point]:
    for n, here in enumerate(points):
        before = points[n - 1]
        is_in, was_in = ((each[axis] - bound) * sign >= 0 for each in (here, before))
        if is_in != was_in:
            share = (bound - before[axis]) / (here[axis] - before[axis])
            yield before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])
        if is_in:
            yield here


def line_within(line: Line, window: Window) -> Iterator[Line]:
    """Yield the pieces of an open line that lie in a window."""
    for turn in (-360, 0, 360):
        piece: list[Point] = []
        for x, y in line:
            if window.west <= x + turn <= window.east and window.south <= y <= window.north:
                piece.append((x + turn, y))
            elif piece:
                yield piece
                piece = []
        if len(piece) > 1:
            yield piece

"""The names of key events in a drawn timeline: none covers another, and a line leads from each to its mark."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 640
"""The width in pixels for which names are laid out; a narrower drawing has none, and a list instead."""

LETTER = 6.7
"""How wide a letter of a name is, in pixels."""

LINE = 20
"""How high a line of names is, in pixels."""

MOST_LINES = 6
EDGE = 2.0
"""How far a name may reach beyond the scale, in per cent."""

HALF_LINE = 0.3
"""How much room a line to a mark takes to either side, in per cent."""

LONGEST = 38
"""How many letters of a name stand in the drawing."""


@dataclass(frozen=True)
class Name:
    """A name in the drawing.

    Attributes:
        text: What is written.
        x: Where its line to the mark stands, in per cent.
        line: In which line it stands, from 0, the nearest to the marks.
        anchor: Which end of the text stands at `x`: `start` or `end`.
    """

    text: str
    x: float
    line: int
    anchor: str


def cut(text: str) -> str:
    """Return a name as it stands in the drawing, cut between two words where it is long."""
    if len(text) <= LONGEST:
        return text
    beginning = text[: LONGEST - 1].rpartition(" ")[0]
    return f"{beginning or text[: LONGEST - 2]} …"


def placed(wanted: Sequence[tuple[str, float]]) -> list[Name | None]:
    """Place names above a drawing.

    A name begins over its mark and runs on from there. So what comes later stands lower, and no line to a mark crosses
    a name; those near the end run the other way.

    Args:
        wanted: Each name, and where its mark stands in per cent, the most important first.

    Returns:
        For each name where it stands; None for one for which there is no room.
    """
    taken: list[list[tuple[float, float]]] = [[] for _ in range(MOST_LINES)]
    found: dict[int, Name] = {}
    for n in sorted(range(len(wanted)), key=lambda n: -wanted[n][1]):
        text, x = wanted[n]
        written = cut(text)
        width = len(written) * LETTER * 100 / WIDTH
        boxes = {"start": (x - 0.2, x + width + 1), "end": (x - width - 1, x + 0.2)}
        places = (
            (line, anchor)
            for anchor, box in boxes.items()
            if box[0] >= -EDGE and box[1] <= 100 + EDGE
            for line in range(MOST_LINES)
            if _is_free(taken, line, box, x)
        )
        line, anchor = min(places, key=lambda place: (place[0], place[1] == "end"), default=(-1, ""))
        if anchor:
            taken[line].append(boxes[anchor])
            for below in taken[:line]:
                below.append((x - HALF_LINE, x + HALF_LINE))
            found[n] = Name(written, x, line, anchor)
    return [found.get(n) for n in range(len(wanted))]


def _is_free(taken: Sequence[Sequence[tuple[float, float]]], line: int, box: tuple[float, float], x: float) -> bool:
    """Whether neither a name's text nor the line to its mark meets what is there."""
    if any(one[0] < box[1] and box[0] < one[1] for one in taken[line]):
        return False
    return not any(one[0] < x < one[1] for below in taken[:line] for one in below)

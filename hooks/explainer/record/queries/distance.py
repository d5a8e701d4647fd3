"""How far places lie apart."""

import math
from collections.abc import Sequence
from itertools import pairwise

from explainer.record.kinds.place import Place

KM_OF_DEGREE = 111.32
"""How many kilometres a degree of a meridian has."""


def turned(longitudes: Sequence[float]) -> list[float]:
    """Return longitudes on that turn of the globe on which they lie nearest together."""
    ordered = sorted(set(longitudes))
    gaps = [(b - a, b) for a, b in pairwise(ordered)]
    around = (ordered[0] + 360 - ordered[-1], ordered[0])
    _, first = max([*gaps, around], key=lambda gap: gap[0])
    return [each if each >= first else each + 360 for each in longitudes]


def span_of(places: Sequence[Place]) -> float:
    """Return how far places lie apart, in kilometres: along a meridian or along their parallel, whichever is more."""
    longitudes = turned([place.at[1] for place in places])
    latitudes = [place.at[0] for place in places]
    middle = math.radians(sum(latitudes) / len(latitudes))
    across = (max(longitudes) - min(longitudes)) * math.cos(middle)
    return max(across, max(latitudes) - min(latitudes)) * KM_OF_DEGREE

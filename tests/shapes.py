"""The shapes of the land for locator maps, out of npm's `world-atlas`: `python -m tests.shapes FOLDER`.

The package has Natural Earth's shapes, which are in the public domain, as TopoJSON. Kept are the arcs, which of them bound
land, and which are borders between two countries; names of countries are not.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.building import REPOSITORY

SHAPES = REPOSITORY / "hooks" / "explainer" / "html" / "shapes"


def main(folder: Path) -> None:
    """Write the shapes of both scales."""
    for scale in ("110m", "50m"):
        topology = json.loads((folder / f"countries-{scale}.json").read_text("utf-8"))
        used: Counter[int] = Counter()
        for country in topology["objects"]["countries"]["geometries"]:
            used.update({arc if arc >= 0 else ~arc for arc in _arcs(country)})
        [land] = topology["objects"]["land"]["geometries"]
        shapes = {
            "scale": topology["transform"]["scale"],
            "translate": topology["transform"]["translate"],
            "arcs": topology["arcs"],
            "land": [ring for polygon in land["arcs"] for ring in polygon],
            "borders": sorted(arc for arc, times in used.items() if times > 1),
        }
        text = json.dumps(shapes, separators=(",", ":"))
        (SHAPES / f"{scale}.json").write_text(text + "\n", "utf-8")


def _arcs(geometry: dict[str, Any]) -> Iterator[int]:
    pending: list[Any] = [geometry.get("arcs", [])]
    while pending:
        each = pending.pop()
        if isinstance(each, int):
            yield each
        else:
            pending.extend(each)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

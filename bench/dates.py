"""A thousand ISO dates, read by us and by the `edtf` library in the same run.

python -m bench.dates
"""

import time
from collections.abc import Callable
from datetime import date, timedelta

from explainer.edtf.dates import parse

DATES = [str(date(2014, 1, 1) + timedelta(days=n)) for n in range(1000)]
ROUNDS = 5


def milliseconds(read: Callable[[str], object]) -> float:
    """Return the least time of some rounds for reading all dates."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for text in DATES:
            read(text)
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def main() -> None:
    """Print the times and their ratio."""
    ours = milliseconds(parse)
    print(f"explainer: {ours:8.2f} ms for {len(DATES)} dates")
    try:
        from edtf import parse_edtf  # noqa: PLC0415 - only this measurement needs it
    except ImportError:
        print("edtf:      not installed; `.venv/bin/pip install edtf` to compare")
        return
    theirs = milliseconds(parse_edtf)
    print(f"edtf:      {theirs:8.2f} ms, {theirs / ours:.0f} times as long")


if __name__ == "__main__":
    main()

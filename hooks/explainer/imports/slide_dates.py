"""The date of a TimelineJS slide: its parts, and what its readers saw instead of them."""

import re
from collections.abc import Mapping

from explainer.imports.dates import Reading, read_date
from explainer.imports.times import time_of
from explainer.imports.when import When, before_christ, four, is_date, put_together, span

Parts = Mapping[str, str]


def slide_date(start: Parts, end: Parts, displayed: str, reading: Reading) -> When:
    """Return the date of a slide.

    Args:
        start: year, month, day and time of its beginning, as they stand in the file.
        end: The same of its end; empty where it has none.
        displayed: What readers saw in place of the date; empty where they saw the date.
        reading: How dates are read.
    """
    first, last = _one(start, reading), _one(end, reading) if end.get("year") else When("")
    typed = " ".join(filter(None, (first.typed, last.typed and f"– {last.typed}", displayed)))
    if not first.edtf or (end.get("year") and not last.edtf):
        return When(typed, question=first.question or last.question)
    date = span(first.edtf, last.edtf) if last.edtf else first.edtf
    if not date:
        return When(typed, question=f"the end lies before the beginning: {first.edtf}, {last.edtf}")
    lost = "; ".join(filter(None, (first.lost, last.lost)))
    if last.edtf and "T" in first.edtf + last.edtf:
        lost = f"{first.edtf} – {last.edtf}"  # spans of EDTF have no times of day
    if displayed:
        seen = read_date(displayed, reading)
        vaguer = seen.edtf.rstrip("~?%") in {date[:4], date[:7], date} and seen.edtf and "/" not in date
        return When(
            typed,
            seen.edtf if vaguer else date,
            "display date" if vaguer else "year, month, day",
            lost="" if vaguer else displayed,
        )
    return When(typed, date, "year, month, day", lost=lost)


def _one(parts: Parts, reading: Reading) -> When:
    year, month, day = (re.sub(r"\.0$", "", parts.get(name, "").strip()) for name in ("year", "month", "day"))
    typed = " ".join(filter(None, (year, month, day, parts.get("time", ""))))
    if not re.fullmatch(r"-?\d+", year):
        return read_date(typed, reading)
    # A year below 0 is shown as BCE by TimelineJS, with its own number: -44 is 44 BC.
    edtf = before_christ(-int(year)) if int(year) < 0 else four(int(year))
    number = int(month) if month.isdecimal() else reading.month(month) if month else 0
    if month and not number:
        return When(typed, question=f"`{month}` is no month")
    if day and (not day.isdecimal() or not number):
        return When(typed, question=f"the day `{day}` has no month, or is no number")
    edtf = put_together(edtf, number, int(day or 0))
    if not edtf:
        return When(typed, question=f"there is no day `{typed}`")
    time = parts.get("time", "").strip()
    if time and day:
        clock, lost = time_of(time, edtf)
        return When(typed, edtf + clock if is_date(edtf + clock) else edtf, lost=lost)
    return When(typed, edtf, lost=time)

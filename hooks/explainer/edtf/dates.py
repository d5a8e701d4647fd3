"""EDTF dates: parse, compare, bounds.

EDTF (ISO 8601-2:2019, clauses 4 to 6 and the Library of Congress' specification of 2019-02-04) is the standard for
dates that are no more exact than what is known. This is its level 0 and level 1, complete: years, long years, months,
days, times with zone, seasons, unspecified digits, the marks `?` `~` `%`, and intervals. Nothing is rolled over and
nothing is guessed: 30 February is an error.
"""

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import total_ordering
from typing import NamedTuple

from explainer.edtf.hints import diagnose

LONGEST = 40
"""No date of levels 0 and 1 that means anything to a reader is longer."""

LEAP_MONTH, MONTHS = 2, 12
LAST_DAY = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
"""The plain dates that nearly every event has, on a path of their own."""

DATE = re.compile(r"(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<mark>[?~%])?")
LONG_YEAR = re.compile(r"Y(?P<year>-?[1-9][0-9]{4,})")
TIME = re.compile(
    r"(?P<date>-?[0-9]{4}-[0-9]{2}-[0-9]{2})T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})(?P<zone>.*)"
)
ZONE = re.compile(r"Z|(?P<sign>[+-])(?P<hours>[0-9]{2})(?::(?P<minutes>[0-9]{2}))?")
UNSPECIFIED_YEAR = re.compile(r"-?[0-9]*X*")
"""Level 1 leaves out digits from the right alone."""

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""Spring to winter as the months that EDTF's own examples and test suites take; winter ends in the year after."""


class DateError(ValueError):
    """A text is not a date of EDTF's level 0 or 1.

    Attributes:
        hint: What to write instead; empty where nobody can tell.
        beyond_level_1: Whether the text is, or looks like, EDTF of level 2.
    """

    def __init__(self, message: str, hint: str = "", *, beyond_level_1: bool = False) -> None:
        super().__init__(message)
        self.hint = hint
        self.beyond_level_1 = beyond_level_1


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar with a year 0, as ISO 8601 counts: 44 BC is the year -43."""

    year: int
    month: int
    day: int


class Precision(Enum):
    """How exact a date is."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    INTERVAL = "interval"
    UNKNOWN = "unknown"


class End(Enum):
    """What stands at an end of an interval where no date does."""

    OPEN = ".."
    UNKNOWN = ""


_ALWAYS, _NEVER = (float("-inf"), 0, 0), (float("inf"), 0, 0)
"""Before and after every day."""


@total_ordering
@dataclass(frozen=True, slots=True)
class Date:
    """A date as EDTF has it.

    Two dates are equal where they are written alike. They are ordered for a reader who goes down a timeline:

    1. By the first day that a date may mean. A month is not its first day, but nothing of it lies before.
    2. Of two that may begin on the same day, the one whose beginning is not exact first: 2016-09, then 2016-09-01. So
       what is only known to the month stands above the days of that month, and no day above what may have come before
       it. Of two whose beginning is not exact, what may last longer first: 2016/.., then 2016/2018, then 2016.
    3. What begins on the same known day: what has no time, then by the time, as it was at the place, and then spans,
       which go on when the day is over; of these, what ends first.
    4. By how they are written, so that the order is total.

    An open beginning (`../2006`) comes before everything; of an interval whose beginning is unknown (`/2006`) the end
    is all that is known, and it stands there. Overlapping dates have no true order: ask `certainly_before`.

    Attributes:
        text: The date as it was written.
        lower: The first day it may mean; None where there is none or it is unknown.
        upper: The last day it may mean; None where there is none or it is unknown.
        precision: How exact it is.
        uncertain: Whether the source is doubted (`?`, `%`); for an interval, of either end.
        approximate: Whether it is an estimate (`~`, `%`); for an interval, of either end.
        start: The beginning of an interval; None for other dates.
        end: The end of an interval; None for other dates.
        time: The time of day as written, such as `14:30:00`; empty where there is none.
        zone: The zone as written: `Z`, `+02:00`, `-05`; empty where there is none.
    """

    text: str
    lower: Day | None = field(compare=False)
    upper: Day | None = field(compare=False)
    precision: Precision = field(compare=False)
    uncertain: bool = field(default=False, compare=False)
    approximate: bool = field(default=False, compare=False)
    start: "Date | End | None" = field(default=None, compare=False)
    end: "Date | End | None" = field(default=None, compare=False)
    time: str = field(default="", compare=False)
    zone: str = field(default="", compare=False)

    @property
    def is_vague(self) -> bool:
        """Whether it is uncertain or approximate."""
        return self.uncertain or self.approximate

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: "Date") -> bool:
        return self.sort_key < other.sort_key

    @property
    def is_interval(self) -> bool:
        """Whether this is a span with a beginning and an end, known or not."""
        return self.precision is Precision.INTERVAL

    @property
    def is_placed(self) -> bool:
        """Whether anything is known of where it lies: `XXXX` and `../..` may be any day."""
        return self.precision is not Precision.UNKNOWN and bool(self.lower or self.upper)

    @property
    def sort_key(self) -> tuple[float | int | str, ...]:
        """What orders dates; see the class."""
        earliest, latest = self.lower, self.upper  # when it begins
        if isinstance(self.start, Date):
            latest = self.start.upper
        elif self.start is End.UNKNOWN and isinstance(self.end, Date):
            earliest = self.end.lower
        begins, ends = earliest or _ALWAYS, self.upper or _NEVER
        if earliest == latest:
            return (*begins, 1, self.is_interval, self.time, *ends, self.text)
        return (*begins, 0, *(-part for part in ends), self.text)

    def certainly_before(self, other: "Date") -> bool:
        """Whether every day this may mean lies before every day the other may mean."""
        return self.upper is not None and other.lower is not None and self.upper < other.lower

    def may_overlap(self, other: "Date") -> bool:
        """Whether some day may be meant by both."""
        return not self.certainly_before(other) and not other.certainly_before(self)


def parse(text: str) -> Date:
    """Read a date.

    Args:
        text: EDTF of level 0 or 1, with nothing before or after it.

    Returns:
        The date.

    Raises:
        DateError: The text is no such date. The message says why, the hint what to write instead.
    """
    try:
        return _read(text)
    except _UnreadableError:
        message, hint, beyond_level_1 = diagnose(text, _is_date)
        raise DateError(message, hint, beyond_level_1=beyond_level_1) from None


class _UnreadableError(ValueError):
    """A text has not the shape of a date. What to say of it is `date_hints`' business, once, for the whole text."""


def _is_date(text: str) -> bool:
    try:
        _read(text)
    except (DateError, _UnreadableError):
        return False
    return True


def _read(text: str) -> Date:
    plain = ISO.fullmatch(text)
    if plain:
        year, month, day = plain.groups()
        return _calendar_date(text, int(year), month, day)
    if len(text) > LONGEST:
        message = f"expected a date, found a text of {len(text)} characters"
        raise DateError(message)
    if "/" in text and text.count("/") == 1 and "T" not in text:
        beginning, _, ending = text.partition("/")
        if _may_be_end(beginning) and _may_be_end(ending):
            return _interval(text, beginning, ending)
    if found := TIME.fullmatch(text):
        return _date_time(text, found)
    if found := LONG_YEAR.fullmatch(text):
        year = int(found["year"])
        return Date(text, Day(year, 1, 1), Day(year, 12, 31), Precision.YEAR)
    if found := DATE.fullmatch(text):
        return _marked_date(text, found)
    raise _UnreadableError


def last_day(year: int, month: int) -> int:
    """Return the number of days in a month of the proleptic Gregorian calendar."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == LEAP_MONTH and is_leap else LAST_DAY[month - 1]


def _may_be_end(text: str) -> bool:
    return text in {"", ".."} or DATE.fullmatch(text) is not None


def _calendar_date(text: str, year: int, month: str | None, day: str | None, *, mark: str = "") -> Date:
    """Return a year, a month, a season or a day, all digits known."""
    uncertain, approximate = mark in {"?", "%"}, mark in {"~", "%"}
    if month is None:
        return Date(text, Day(year, 1, 1), Day(year, 12, 31), Precision.YEAR, uncertain, approximate)
    number = int(month)
    if number in SEASONS and day is None:
        first, last = SEASONS[number]
        ends = year + (last < first)
        upper = Day(ends, last, last_day(ends, last))
        return Date(text, Day(year, first, 1), upper, Precision.SEASON, uncertain, approximate)
    if not 1 <= number <= MONTHS:
        raise _UnreadableError
    days = last_day(year, number)
    if day is None:
        return Date(text, Day(year, number, 1), Day(year, number, days), Precision.MONTH, uncertain, approximate)
    if not 1 <= int(day) <= days:
        message = f"{MONTH_NAMES[number - 1]} {year} has {days} days, found day {int(day)}"
        raise DateError(message, f"if the day is not known, write `{text[: text.rindex('-')]}`")
    exact = Day(year, number, int(day))
    return Date(text, exact, exact, Precision.DAY, uncertain, approximate)


def _marked_date(text: str, found: re.Match[str]) -> Date:
    """Return a date with a mark, unspecified digits or a negative year."""
    year, month, day, mark = found["year"], found["month"], found["day"], found["mark"] or ""
    if year == "-0000":
        message = "there is no year -0000"
        raise DateError(message, "the year before year 1 is `0000`")
    if "X" not in text:
        return _calendar_date(text, int(year), month, day, mark=mark)
    in_order = UNSPECIFIED_YEAR.fullmatch(year) and {month, day} <= {None, "XX"}
    if "X" not in year and day == "XX" and month and month.isdigit():
        inner = _calendar_date(f"{year}-{month}", int(year), month, None, mark=mark)
        if inner.precision is not Precision.MONTH:
            raise _UnreadableError
        return Date(text, inner.lower, inner.upper, Precision.MONTH, inner.uncertain, inner.approximate)
    if not in_order or ("X" in year and month and year != "XXXX"):
        raise _UnreadableError
    low, high = sorted((int(year.replace("X", "0")), int(year.replace("X", "9"))))
    precision = (
        Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM, Precision.UNKNOWN
    )[year.count("X")]  # fmt: skip
    return Date(text, Day(low, 1, 1), Day(high, 12, 31), precision, mark in {"?", "%"}, mark in {"~", "%"})


def _date_time(text: str, found: re.Match[str]) -> Date:
    """Return a day with a time (level 0, clause 5.4 of ISO 8601-1).

    `24:00:00` is the end of its day (ISO 8601-1:2019/Amd 1:2022). A zone lies between -12:00 and +14:00, as those in
    use do; `-00:00` says nothing and is not ISO's.
    """
    day = _read(found["date"])
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"])
    ends_the_day = (hour, minute, second) == (24, 0, 0)
    if (hour > 23 and not ends_the_day) or minute > 59 or second > 59:
        message = f"expected a time from 00:00:00 to 23:59:59, found `{text.partition('T')[2][:8]}`"
        raise DateError(message)
    written = found["zone"]
    zone = ZONE.fullmatch(written)
    if written and not zone:
        message = f"expected a zone, found `{written}`"
        raise DateError(message, "write `Z`, `+02:00` or `-05`")
    if zone and zone["sign"]:
        minutes = int(zone["hours"]) * 60 + int(zone["minutes"] or 0)
        east = zone["sign"] == "+"
        if int(zone["minutes"] or 0) > 59 or minutes > (14 * 60 if east else 12 * 60) or (not east and not minutes):
            message = f"expected a zone from -12:00 to +14:00, found `{written}`"
            raise DateError(message, "Greenwich is `Z`" if not minutes else "")
    time = f"{found['hour']}:{found['minute']}:{found['second']}"
    return Date(text, day.lower, day.upper, Precision.TIME, time=time, zone=written)


def _interval(text: str, beginning: str, ending: str) -> Date:
    """Return a span (level 0: two dates; level 1: marks, open and unknown ends)."""
    start = _end(beginning)
    end = _end(ending)
    if start is End.UNKNOWN and end is End.UNKNOWN:
        message = "expected an interval with a beginning or an end, found neither"
        raise DateError(message, "for example `2016-05/2016-07`, or `2016-05/..` for one without end")
    first = start.lower if isinstance(start, Date) else None
    last = end.upper if isinstance(end, Date) else None
    if isinstance(start, Date) and isinstance(end, Date) and start.lower and end.lower and end.lower < start.lower:
        message = f"expected the beginning before the end, found `{beginning}` before `{ending}`"
        overlaps = end.upper is not None and end.upper >= start.lower
        hint = "write the end as exactly as the beginning" if overlaps else f"write `{ending}/{beginning}`"
        raise DateError(message, hint)
    dates = [each for each in (start, end) if isinstance(each, Date)]
    return Date(
        text, first, last, Precision.INTERVAL,
        uncertain=any(each.uncertain for each in dates),
        approximate=any(each.approximate for each in dates),
        start=start, end=end,
    )  # fmt: skip


def _end(text: str) -> Date | End:
    return End(text) if text in {"", ".."} else _read(text)

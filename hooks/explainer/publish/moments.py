"""Dates of the record as moments, for formats that know nothing but moments."""

from datetime import UTC, datetime, timedelta

from explainer.edtf.dates import Date, Day


def moment(date: Date | None) -> datetime | None:
    """Return the moment at which a date begins: midnight (UTC) of the first day that it may mean, or its own time.

    Returns:
        A moment with a zone; None where there is no date, no first day of it, or none that a calendar of this era has.
    """
    if date is None:
        return None
    if date.zone:
        return timed(date)
    return midnight(date.lower) if date.lower else None


def timed(date: Date) -> datetime | None:
    """Return the moment of a date with a time; without a zone where it has none. None outside the years 1 to 9999.

    `24:00:00` is the beginning of the next day (ISO 8601-1:2019/Amd 1:2022).
    """
    day = midnight(date.lower) if date.lower else None
    if day is None:
        return None
    hours, minutes, seconds = (int(part) for part in date.time.split(":"))
    try:
        local = day.replace(tzinfo=None) + timedelta(hours=hours, minutes=minutes, seconds=seconds)
        return local.replace(tzinfo=UTC) - _offset(date.zone) if date.zone else local
    except OverflowError:
        return None


def _offset(zone: str) -> timedelta:
    """Return how far a zone such as `Z`, `+02:00` or `-05` is ahead of UTC."""
    if zone == "Z":
        return timedelta()
    hours, _, minutes = zone[1:].partition(":")
    ahead = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return -ahead if zone.startswith("-") else ahead


def midnight(day: Day) -> datetime | None:
    """Return the beginning of a day (UTC); None outside the years 1 to 9999."""
    try:
        return datetime(day.year, day.month, day.day, tzinfo=UTC)
    except ValueError:
        return None


def rfc3339(when: datetime) -> str:
    """Return a moment as feeds have it (RFC 3339)."""
    return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

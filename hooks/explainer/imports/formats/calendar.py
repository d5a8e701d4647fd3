"""iCalendar (RFC 5545): each event of a calendar, with the day or the moment that it gives."""

from datetime import date, datetime, timedelta
from html import escape
from typing import Any

from icalendar import Calendar

from explainer.imports.old import ForeignError, Format, Old, Options, Source
from explainer.imports.when import When, span

KEPT = {
    "SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "DURATION", "UID", "CATEGORIES", "URL", "LOCATION", "DTSTAMP",
    "SEQUENCE", "CREATED", "LAST-MODIFIED", "STATUS", "TRANSP", "CLASS",
}  # fmt: skip
"""The properties that have a place in the record, or say nothing of what happened."""


def _recognises(source: Source) -> bool:
    return source.path.suffix.lower() in {".ics", ".ical"} or source.text.lstrip("\ufeff \r\n").startswith(
        "BEGIN:VCALENDAR"
    )


def _read(source: Source, options: Options) -> tuple[list[Old], list[str]]:
    del options  # its dates leave nothing to be read in two ways
    try:
        calendars = Calendar.from_ical(source.text, multiple=True)
    except (ValueError, IndexError) as error:
        message = f"expected a calendar: {error}"
        raise ForeignError(message) from error
    events = [each for calendar in calendars for each in calendar.walk("VEVENT")]
    if not calendars:
        message = "expected a calendar: none in the file ends"
        raise ForeignError(message)
    within = {str(each.name) for calendar in calendars for each in calendar.subcomponents}
    others = sorted(within - {"VEVENT", "VTIMEZONE"})
    notes = [f"the calendar has {name} in it, too, which are no events" for name in others]
    return [_made(n, event) for n, event in enumerate(events, 1)], notes


def _made(n: int, event: Any) -> Old:
    paragraphs = [*_text(event, "DESCRIPTION").split("\n\n"), _text(event, "LOCATION")]
    text = "".join(f"<p>{escape(each)}</p>" for each in paragraphs if each)
    old = Old(f"event {n}", headline=escape(_text(event, "SUMMARY")), text=text)
    old.when = _when(event)
    old.id = _text(event, "UID").partition("@")[0]
    categories = event.get("CATEGORIES", [])
    for each in categories if isinstance(categories, list) else [categories]:
        old.tags += [str(name) for name in each.cats]
    if url := _text(event, "URL"):
        old.links.append(url)
    if rule := event.get("RRULE"):
        old.lost.append(f"that it comes again ({rule.to_ical().decode()}): only the first is kept")
    old.lost += [
        f"{name}: {value}"
        for name, value in event.property_items(recursive=False)
        if name not in {*KEPT, "BEGIN", "END", "RRULE"}
    ]
    return old


def _text(event: Any, name: str) -> str:
    return str(event.get(name, "")).strip()


def _when(event: Any) -> When:
    start, end = event.get("DTSTART"), event.get("DTEND")
    if start is None:
        return When("", question="it has no date")
    first = start.dt
    last = end.dt if end is not None else first + event["DURATION"].dt if "DURATION" in event else None
    typed = start.to_ical().decode()
    if isinstance(last, date) and not isinstance(last, datetime):
        last -= timedelta(days=1)  # the day at which it ends is the first that it does not take (RFC 5545, 3.6.1)
    if last is not None and _day(last) != _day(first):
        return When(f"{typed} – {_day(last)}", span(_day(first), _day(last)), "from date to date")
    if isinstance(first, datetime):
        return When(typed, first.isoformat(timespec="seconds").replace("+00:00", "Z"), "day and time")
    return When(typed, _day(first), "day")


def _day(moment: date) -> str:
    return moment.isoformat()[:10]


FORMAT = Format("iCalendar", _recognises, _read)

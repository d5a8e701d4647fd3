"""The timeline as a calendar (iCalendar, RFC 5545).

A calendar has days and moments, and no way to say "some time in September". So what stands in it is:

- a day: an entry for the whole day;
- a time: an entry at that moment, in its zone as UTC, or at the local time where the record has no zone;
- a span: an entry from the first day on which it may have begun to the last on which it may have ended;

and what is left out is what is known to the month or less exactly, what is uncertain or approximate, and a span
without a known beginning or end.
"""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from explainer.edtf.dates import Date, Precision
from explainer.html.press import Press
from explainer.publish.moments import midnight, moment, timed
from explainer.publish.view import FileView
from explainer.record.kinds.event import Event as RecordEvent
from explainer.record.queries.publication import of_event
from explainer.words import labels
from explainer.words.words import Words

PRODUCER = "-//explainer//timeline//EN"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""The stamp of an entry that the record gives no day for; a stamp is required, and the clock's would change daily."""


def calendar(press: Press) -> str:
    """Return the events that a calendar can hold, in order; see the module for which these are."""
    view = FileView(press, None if press.site.url else "")
    made = Calendar()
    made.add("prodid", PRODUCER)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("name", press.site.name)
    made.add("x-wr-calname", press.site.name)  # what programs show that do not know RFC 7986
    if press.site.settings.licence:
        made.add("x-licence", press.site.settings.licence)
    for event in sorted(press.record.events.values(), key=lambda each: each.date):
        if when := span_of(event.date):
            made.add_component(_entry(event, when, view))
    return str(made.to_ical().decode("utf-8"))


def span_of(when: Date) -> tuple[date | datetime, date | datetime | None] | None:
    """Return where a date begins and ends in a calendar: the end is the first day, or moment, that is not part of it.

    Returns:
        Days or moments; None where a calendar cannot hold the date. The end is None for a moment.
    """
    if when.is_vague or when.lower is None or when.upper is None:
        return None
    if when.precision is Precision.TIME:
        at = timed(when)
        return (at, None) if at else None
    if when.precision not in {Precision.DAY, Precision.INTERVAL}:
        return None
    first, last = midnight(when.lower), midnight(when.upper)
    if first is None or last is None or last.date() == date.max:
        return None
    return first.date(), last.date() + timedelta(days=1)


def _entry(event: RecordEvent, when: tuple[date | datetime, date | datetime | None], view: FileView) -> Event:
    site, words = view.site, view.words
    entry = Event()
    begins, ends = when
    dates = of_event(event, view.contents)
    changed = moment(dates.updated)
    name = view.contents.first_name("event", event.id)
    entry.add("uid", f"event-{name}@{site.url.partition('//')[2].strip('/') or 'explainer.invalid'}")
    entry.add("dtstamp", changed or EPOCH)
    entry.add("dtstart", begins)
    if ends:
        entry.add("dtend", ends)
    entry.add("summary", event.title)
    text = view.plain(event.text) if event.text else ""
    entry.add(
        "description",
        "\n".join(part for part in (_date_and_status(event, words), text) if part),
    )
    if site.url and (url := view.url("event", event.id)):
        entry.add("url", url)
    if event.tags:
        entry.add("categories", event.tags)
    entry.add("transp", "TRANSPARENT")  # a timeline takes up nobody's time
    return entry


def _date_and_status(event: RecordEvent, words: Words) -> str:
    said = {"date": words.date(event.date), "status": labels.status(event.status, words)}
    return words.sentences([words.gettext("%(date)s. %(status)s") % said])

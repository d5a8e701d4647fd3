"""When a page or an entry was published and when it last changed: by the record, never by a clock or by git.

So the same record gives the same feeds and the same structured data on any day and on any machine.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from explainer.edtf.dates import Date
from explainer.record.models import Event, Update
from explainer.record.queries.shown import shown_on
from explainer.record.record import Record
from explainer.record.refs import Kind
from explainer.site.pages import Page
from explainer.site.site import Site


@dataclass(frozen=True)
class Publication:
    """The two dates of something published.

    Attributes:
        published: When it was first published; None where the record does not say.
        updated: When it last changed; None where the record does not say.
    """

    published: Date | None
    updated: Date | None


def of_page(page: Page, record: Record) -> Publication:
    """Return when a page was published and changed: as it says itself, or as a later update that names it does."""
    named = [update.date for update in updates_naming(record, "question", page.stem)]
    dates = [date for date in (page.front.updated, *named) if date]
    return Publication(page.front.published, max(dates, default=None))


def of_event(event: Event, record: Record, site: Site) -> Publication:
    """Return when an event was added to the site, and when an update that names it last changed it."""
    added = event.added or first_day(record, site)
    dates = [date for date in (added, *(each.date for each in updates_naming(record, "event", event.id))) if date]
    return Publication(added, max(dates, default=None))


def first_day(record: Record, site: Site) -> Date | None:
    """Return when the site was first published: on the day of its first update, else the day it stands on."""
    return min((update.date for update in record.updates.values()), default=site.settings.as_of)


def updates_naming(record: Record, kind: Kind, id_: str) -> Iterator[Update]:
    """Yield the updates that touch an entry or a page, in the order of their file."""
    for update in record.updates.values():
        if any((ref.kind, ref.id) == (kind, id_) for ref in update.entries):
            yield update


def corrections_of(page: Page, record: Record) -> list[Update]:
    """Return the corrections of a page, and of what a question page shows whole, the newest first."""
    touched: set[tuple[Kind, str]] = {("question", page.stem)}
    if page.is_question:  # on a list of everything they stand at each entry
        touched.update(shown_on(page, record))
    return [
        update
        for update in record.newest_updates()
        if update.kind != "update" and any((ref.kind, ref.id) in touched for ref in update.entries)
    ]

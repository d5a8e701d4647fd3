"""When a page or an entry was published and when it last changed: by the record, never by a clock or by git.

So the same record gives the same feeds and the same structured data on any day and on any machine.
"""

from dataclasses import dataclass

from explainer.edtf.dates import Date
from explainer.record.contents import Contents
from explainer.record.kinds.event import Event
from explainer.record.kinds.refs import Kind
from explainer.record.kinds.update import Update
from explainer.site.pages import Page


@dataclass(frozen=True)
class Publication:
    """The two dates of something published.

    Attributes:
        published: When it was first published; None where the record does not say.
        updated: When it last changed; None where the record does not say.
    """

    published: Date | None
    updated: Date | None


def of_page(page: Page, contents: Contents) -> Publication:
    """Return when a page was published and changed: as it says itself, or as a later update that names it does."""
    named = [update.date for update in contents.updates_naming("question", page.stem)]
    dates = [date for date in (page.front.updated, *named) if date]
    return Publication(page.front.published, max(dates, default=None))


def of_event(event: Event, contents: Contents) -> Publication:
    """Return when an event was added to the site, and when an update that names it last changed it."""
    added = event.added or first_day(contents)
    named = [update.date for update in contents.updates_naming("event", event.id)]
    return Publication(added, max([date for date in (added, *named) if date], default=None))


def first_day(contents: Contents) -> Date | None:
    """Return when the site was first published: on the day of its first update, else the day it stands on."""
    return min((update.date for update in contents.record.updates.values()), default=contents.site.settings.as_of)


def corrections_of(page: Page, contents: Contents) -> list[Update]:
    """Return the corrections of a page, and of what a question page shows whole, the newest first."""
    touched: dict[tuple[Kind, str], None] = {("question", page.stem): None}
    if page.is_question:  # on a list of everything they stand at each entry
        touched.update(dict.fromkeys(contents.shown_on(page.path)))
    found = {update.id for each in touched for update in contents.updates_naming(*each) if update.kind != "update"}
    return [update for update in contents.record.newest_updates() if update.id in found] if found else []

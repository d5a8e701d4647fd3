"""When pages were last changed, by the record: what a host would otherwise take from the clock.

The same commit so gives the same sitemap on every day.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from explainer.edtf.dates import Date
from explainer.publish.moments import moment
from explainer.record.contents import Contents
from explainer.record.queries.publication import of_page

NEVER = datetime(1980, 1, 1, tzinfo=UTC)
"""Where nothing on a site has a day, or only one before it; the oldest that every format of files can hold."""


def page_changed(contents: Contents, path: str) -> datetime | None:
    """Return when a page was last changed; None where the record does not say.

    Args:
        contents: What the site tells.
        path: The page's file from the folder of pages.
    """
    page = contents.page(path)
    return moment(of_page(page, contents).updated) if page else None


def site_changed(contents: Contents) -> datetime:
    """Return the newest day that the record gives for a change: of a page, of an update, or of a source it now has."""
    return max([NEVER, *filter(None, map(moment, _changes(contents)))])


def _changes(contents: Contents) -> Iterator[Date | None]:
    yield from (page.front.updated for page in contents.pages)
    yield from (update.date for update in contents.record.updates.values())
    yield from (source.date for source in contents.record.sources.values())

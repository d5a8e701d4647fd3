"""The timeline as a calendar."""

from explainer.html.downloads import Download
from explainer.html.press import Press, Product
from explainer.publish.products.later import later

made = later("explainer.publish.calendar:calendar")

PATH = "timeline.ics"


def _downloads(press: Press) -> list[Download]:
    return [Download(PATH, "text/calendar", press.words.gettext("Calendar"))]


PRODUCT = Product(
    "calendar",
    lambda press: [(PATH, made(press))],
    downloads=_downloads,
    linked_from="event",
)

"""The timeline as TimelineJS loads it."""

from explainer.html.downloads import Download
from explainer.html.press import Product
from explainer.publish.products.later import later

made = later("explainer.publish.exports:timelinejs")

DOWNLOAD = Download("timeline.timelinejs.json", "application/json", "TimelineJS")

PRODUCT = Product(
    "timelinejs",
    lambda press: [(DOWNLOAD.path, made(press))],
    downloads=lambda _: [DOWNLOAD],
    linked_from="event",
)

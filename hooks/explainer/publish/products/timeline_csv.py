"""The timeline as CSV."""

from explainer.html.downloads import Download
from explainer.html.press import Product
from explainer.publish.products.later import later

made = later("explainer.publish.exports:timeline_csv")

DOWNLOAD = Download("timeline.csv", "text/csv", "CSV")

PRODUCT = Product(
    "timeline_csv",
    lambda press: [(DOWNLOAD.path, made(press))],
    downloads=lambda _: [DOWNLOAD],
    linked_from="event",
)

"""The timeline as JSON."""

from explainer.html.downloads import Download
from explainer.html.press import Product
from explainer.publish.products.later import later

made = later("explainer.publish.exports:timeline_json")

DOWNLOAD = Download("timeline.json", "application/json", "JSON")

PRODUCT = Product(
    "timeline_json",
    lambda press: [(DOWNLOAD.path, made(press))],
    downloads=lambda _: [DOWNLOAD],
    linked_from="event",
)

"""The whole record as JSON."""

from explainer.html.downloads import Download
from explainer.html.press import Product
from explainer.publish.products.later import later

made = later("explainer.publish.exports:record_json")

DOWNLOAD = Download("record.json", "application/json", "JSON")

PRODUCT = Product(
    "record_json",
    lambda press: [(DOWNLOAD.path, made(press))],
    downloads=lambda _: [DOWNLOAD],
    linked_from="source",
)

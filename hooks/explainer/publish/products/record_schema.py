"""What describes the record as JSON."""

from explainer.html.downloads import Download
from explainer.html.press import Product
from explainer.publish.products.later import later

made = later("explainer.publish.exports:record_schema")

DOWNLOAD = Download("record.schema.json", "application/schema+json", "JSON Schema")

PRODUCT = Product(
    "record_schema",
    lambda press: [(DOWNLOAD.path, made(press.site))],
    downloads=lambda _: [DOWNLOAD],
    linked_from="source",
)

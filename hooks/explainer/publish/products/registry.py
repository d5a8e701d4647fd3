"""Which products there are: those of this folder, and those that other packages bring.

Another package names its product under the entry point `explainer.products`, or hands it to `register`.
"""

from importlib import import_module

from explainer.brought import brought
from explainer.html.press import Product

OURS = (
    "embeds", "feeds", "timeline_json", "timeline_csv", "timelinejs", "calendar", "record_json",
    "record_schema", "cards", "pictures", "redirects",
)  # fmt: skip
"""The files of this folder that hold a product, in the order in which pages link what they make."""

_registered: list[Product] = []


def register(product: Product) -> None:
    """Add a product of another package, for all sites that are built from now on."""
    _registered.append(product)


def all_products() -> tuple[Product, ...]:
    """Return all products, in their order."""
    ours = (import_module(f"explainer.publish.products.{name}").PRODUCT for name in OURS)
    return (*ours, *brought("explainer.products"), *_registered)

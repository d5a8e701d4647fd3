"""Embeds: a small page of its own for each event, statement, dispute and timeline."""

from explainer.html.press import Product
from explainer.publish.products.later import later

PRODUCT = Product("embeds", later("explainer.publish.embeds:embeds"), option="embeds")

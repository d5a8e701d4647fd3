"""The pictures of shared links."""

from explainer.html.press import Product
from explainer.publish.products.later import later

PRODUCT = Product("cards", later("explainer.publish.cards:share_images"))

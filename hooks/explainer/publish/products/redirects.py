"""The former addresses of pages: each leads on to the page, or says that it was withdrawn."""

from explainer.html.press import Product
from explainer.publish.products.later import later

PRODUCT = Product("redirects", later("explainer.publish.redirects:redirects"), option=None)

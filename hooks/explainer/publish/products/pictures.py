"""Pictures in the widths and forms that pages name."""

from collections.abc import Iterator

from explainer.html.pictures import can_be_made
from explainer.html.press import Press, Product


def _pictures(press: Press) -> Iterator[tuple[str, bytes]]:
    if can_be_made():
        from explainer.publish.pictures import pictures  # noqa: PLC0415 - Pillow is an extra of the package

        yield from pictures(press)


PRODUCT = Product("pictures", _pictures, option=None)

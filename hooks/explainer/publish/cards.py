"""The pictures of shared links as the rest of the site asks for them: none where nothing is there to draw them.

What draws them weighs more than all else that a build needs, and a site is whole without them; so it is an extra of the
package.
"""

from collections.abc import Iterator
from types import ModuleType

from explainer.html.press import Press
from explainer.site.pages import Page
from explainer.site.site import Site

EXTRA = {"PIL", "fontTools", "fontpkg"}
"""What the extra `cards` brings."""

drawing: ModuleType | None
try:
    from explainer.publish import share_images as drawing
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] not in EXTRA:
        raise
    drawing = None


def image_path(page: Page, press: Press) -> str | None:
    """Return where a page's picture is, from the site's root; None where it has none."""
    path: str | None = drawing.image_path(page, press) if drawing else None
    return path


def share_images(press: Press) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of a site's pages: the path of each from the site's root, and the PNG."""
    if drawing:
        yield from drawing.share_images(press)


def note_on_pictures(site: Site) -> str:
    """Return what an editor is told who asks for pictures that nothing can draw; empty where all is well."""
    if drawing or site.settings.downloads == "no":
        return ""
    return "links to this site will be shared without pictures; these need pip install 'mkdocs-explainer[cards]'"

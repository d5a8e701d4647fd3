"""What can be embedded on somebody else's page, and where each embed is."""

from explainer.record.refs import Kind
from explainer.site.pages import BlockHeader, Page

FOLDER = "embed"

EMBEDDED: tuple[Kind, ...] = ("event", "statement", "dispute")
"""The kinds of entries that have an embed of their own; so has each timeline of a page."""


def embed_path(kind: str, id_: str) -> str:
    """Return the path of an embed from the site's root."""
    return f"{FOLDER}/{kind}-{id_}.html"


def timeline_id(page: Page, block: BlockHeader) -> str:
    """Return the name of a page's timeline: the page's, and a number where it is not the first on it.

    The signs that part them stand in no ordinary file's name, so that no two timelines share an embed.
    """
    stem = page.stem.replace("/", "~")
    before = sum(each.name == "timeline" and each.mark.line < block.mark.line for each in page.blocks)
    return f"{stem}~~{before + 1}" if before else stem

"""What can be embedded on somebody else's page, and where each embed is."""

from explainer.record.kinds.refs import Kind

FOLDER = "embed"

EMBEDDED: tuple[Kind, ...] = ("event", "statement", "dispute")
"""The kinds of entries that have an embed of their own; so has each timeline of a page."""


def embed_path(kind: str, id_: str) -> str:
    """Return the path of an embed from the site's root."""
    return f"{FOLDER}/{kind}-{id_}.html"


def timeline_id(stem: str, number: int) -> str:
    """Return the name of a page's timeline: the page's, and a number where it is not the first on it.

    The signs that part them stand in no ordinary file's name, so that no two timelines share an embed.

    Args:
        stem: The page's path without its ending.
        number: How many timelines stand before it on the page.
    """
    name = stem.replace("/", "~")
    return f"{name}~~{number + 1}" if number else name

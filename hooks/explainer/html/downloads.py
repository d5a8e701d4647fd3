"""What readers and programs fetch beside the pages: a file, what it is, what a link to it says."""

from typing import NamedTuple

PICTURES = "assets/cards"
"""The folder of the pictures of shared links."""
PICTURE_SIZE = (1200, 630)
"""How wide and high these are, in pixels: what the services ask for that show them (Open Graph)."""


class Download(NamedTuple):
    """A file to fetch.

    Attributes:
        path: Where it is, from the folder of what is made of the record.
        media_type: What it is (RFC 6838).
        label: What a link to it says: the format's own name, or a word of the site's language.
        story: The story that it tells; None for the whole site.
    """

    path: str
    media_type: str
    label: str
    story: str | None = None

"""The size of a picture, read from its file: a page reserves its place before it is there, and nothing jumps."""

from pathlib import Path

import imagesize


def size_of(file: Path) -> tuple[int, int] | None:
    """Return a picture's width and height in pixels; None where the file is not there or is no picture."""
    try:
        width, height = imagesize.get(file)
    except (OSError, ValueError):
        return None
    return (round(width), round(height)) if width > 0 and height > 0 else None

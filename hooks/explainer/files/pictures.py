"""Pictures as files: their sizes, which a page reserves before they are there, and what is wrong with one."""

import hashlib
import struct
from functools import lru_cache
from pathlib import Path

import imagesize

LARGEST = 120_000_000
"""How many pixels a picture may have: four times what a camera takes. What has more fills the memory of a machine."""

ENDS = {b"\xff\xd8": b"\xff\xd9", b"\x89PNG": b"IEND\xaeB`\x82"}
"""How a picture ends, by how it begins (ISO/IEC 10918-1, B.1.1.3; PNG, 11.2.5)."""


def size_of(file: Path) -> tuple[int, int] | None:
    """Return a picture's width and height in pixels, as it is shown; None where it is not there or is no picture."""
    try:
        width, height = imagesize.get(file)
    except (OSError, ValueError, struct.error):
        return None
    return (round(width), round(height)) if width > 0 and height > 0 else None


def fault_in(file: Path) -> str:
    """Return what is wrong with a picture that is one by its size; empty where nothing is."""
    size = size_of(file)
    if size is None:
        return "it is no picture that a browser shows"
    if size[0] * size[1] > LARGEST:
        return f"it has {size[0] * size[1]:,} pixels, and {LARGEST:,} are the most"
    content = file.read_bytes()
    for beginning, end in ENDS.items():
        if content.startswith(beginning) and end not in content[-1024:]:
            return "it is cut off: the end of the file is missing"
    return ""


@lru_cache(maxsize=4096)
def _digest(file: Path, _changed: int, _size: int) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def digest_of(file: Path) -> str:
    """Return what a picture is recognised by: the SHA-256 of its file.

    Raises:
        OSError: It cannot be read.
    """
    stat = file.stat()
    return _digest(file, stat.st_mtime_ns, stat.st_size)

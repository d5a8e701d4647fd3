"""A file is written whole or not at all: no room on the disk leaves the one that stood there."""

import os
import shutil
from contextlib import suppress
from pathlib import Path


def write_whole(file: Path, content: bytes) -> None:
    """Write a file beside the one that stands there, and then put it in its place.

    Args:
        file: The file; its folder is made where it is missing. Its permissions stay.
        content: What it shall hold.

    Raises:
        OSError: It cannot be written. What stood there is as it was.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.{os.getpid()}")  # two builds may write the same file
    try:
        half.write_bytes(content)
        with suppress(FileNotFoundError):
            shutil.copymode(file, half)
        half.replace(file)
    except OSError as error:
        half.unlink(missing_ok=True)
        error.filename, error.filename2 = str(file), None
        raise


def in_a_line(error: OSError) -> str:
    """Return what the system refused: the file, where it names one, and the reason."""
    file = error.filename2 or error.filename  # of a file and its copy it is the copy that finds no room
    return f"{file}: {error.strerror}" if file else str(error.strerror)

"""The site in which nothing is wrong, `sound.yml`, and sites that differ from it."""

from collections.abc import Mapping
from pathlib import Path

import yaml

SOUND: dict[str, str] = yaml.safe_load((Path(__file__).parent / "sound.yml").read_text("utf-8"))


def lay(root: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Write a site to a folder, and return its configuration file.

    Args:
        root: The folder.
        files: The files by which it differs; None for one that it does not have.
    """
    for name, content in {**SOUND, **files}.items():
        if content is not None:
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root / "mkdocs.yml"

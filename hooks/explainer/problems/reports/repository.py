"""How programs that know a repository name its files."""

from collections.abc import Callable
from pathlib import Path


def names_from_the_top(root: Path) -> Callable[[Path], str]:
    """Return how a program that knows the repository names the files of a site: from the top, wherever the site is.

    Args:
        root: The site's folder, from which problems name files.
    """
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)

    def name(file: Path) -> str:
        whole = root / file
        return (whole.relative_to(top) if whole.is_relative_to(top) else file).as_posix()

    return name

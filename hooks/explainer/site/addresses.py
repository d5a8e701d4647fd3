"""Addresses of pages, and the way from one to another."""

import posixpath
from urllib.parse import quote


def page_url(path: str, *, directories: bool) -> str:
    """Return a page's address from the site's root.

    Args:
        path: The page's file from the folder of pages, such as `questions/basis.md`.
        directories: Whether the host writes `questions/basis/` (`use_directory_urls`) or `questions/basis.html`.

    Returns:
        The address; the front page's is empty with directories, `index.html` without.
    """
    folder, name = posixpath.split(path)
    stem = posixpath.splitext(name)[0]
    is_index = stem in {"index", "README"}
    if directories:
        inside = folder if is_index else posixpath.join(folder, stem)
        return quote(f"{inside}/" if inside else "")
    return quote(posixpath.join(folder, "index.html" if is_index else f"{stem}.html"))


def file_of(url: str) -> str:
    """Return the file that a server of static sites finds at an address, both from the site's root."""
    return f"{url}index.html" if not url or url.endswith("/") else url


def is_front_page(path: str) -> bool:
    """Whether a page, given by its file from the folder of pages, is the one at the site's root."""
    return page_url(path, directories=True) == ""


def relative_url(target: str, start: str) -> str:
    """Return the address of one page as it is written on another; both from the site's root."""
    if target == start:
        return ""
    path = posixpath.relpath(target or ".", posixpath.dirname(start) or ".")
    return f"{path}/" if target.endswith("/") or not target else path

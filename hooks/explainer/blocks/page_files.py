"""Files that a page shows or offers: pictures, films, recordings, and whatever else can be fetched from the site."""

import posixpath
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from explainer.blocks.draft import Draft
from explainer.record.contents import NamedFile
from explainer.rules.raw_html import attributes
from explainer.site.pages import ENDINGS

SHOWN = {
    "img": {"src", "srcset"},
    "source": {"src", "srcset"},
    "video": {"src", "poster"},
    "audio": {"src"},
    "track": {"src"},
}
"""The attributes by which elements of HTML show a file."""

REWRITTEN = {"a", "img"}
"""The elements of a page's tree whose addresses every host rewrites, as they may come from Markdown."""

PAGES = {*ENDINGS, ".htm", ".html", ".php", ".xhtml"}
"""What the address of a page ends in. Links to pages are looked at elsewhere; and other programs make pages, too."""


class PageFiles(Treeprocessor):
    """Notes the files that a page names, before the host makes other addresses of theirs."""

    def __init__(self, md: Markdown, draft: Callable[[], Draft]) -> None:
        super().__init__(md)
        self.draft = draft

    def run(self, root: Element) -> None:
        """Note the files of Markdown, then those of HTML."""
        draft = self.draft()
        seen: Counter[str] = Counter()
        for typed, rewritten in self._named(root):
            path = _path_of(typed)
            if path:
                place = partial(_place, draft, typed, seen[typed])
                seen[typed] += 1
                draft.files.append(_named_file(draft, typed, path, place, rewritten=rewritten))

    def _named(self, root: Element) -> Iterator[tuple[str, bool]]:
        """Yield the addresses of files, and whether the host rewrites each where it stands in Markdown."""
        for element in root.iter():
            for name, value in element.items():
                yield from ((typed, element.tag in REWRITTEN) for typed in _addresses(element.tag, name, value))
        for piece in self.md.htmlStash.rawHtmlBlocks:
            if isinstance(piece, str) and "=" in piece:
                for tag, name, value in attributes(piece):
                    yield from ((typed, False) for typed in _addresses(tag, name, value))


def _addresses(tag: str, name: str, value: str) -> list[str]:
    """Return the addresses of files in an attribute."""
    if tag == "a" and name == "href":
        return [value] if _is_download(value) else []
    if name not in SHOWN.get(tag, ()):
        return []
    return [each.split()[0] for each in value.split(", ") if each.strip()] if name == "srcset" else [value]


def _is_download(address: str) -> bool:
    """Whether a link leads to a file and not to a page."""
    ending = posixpath.splitext(address.partition("?")[0].partition("#")[0])[1]
    return bool(ending) and ending.lower() not in PAGES


def _path_of(typed: str) -> str:
    """Return the path in an address that is counted from the page; empty for any other."""
    try:
        parts = urlsplit(typed.strip())
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or parts.path.startswith("/") or "{" in typed:  # braces: a plugin's to fill
        return ""
    return unquote(parts.path)


def _named_file(
    draft: Draft, typed: str, path: str, place: Callable[[], tuple[Path, int, int] | None], *, rewritten: bool
) -> NamedFile:
    host = draft.host
    url = unquote(host.url)
    from_source, from_browser = posixpath.dirname(host.path), posixpath.dirname(url)
    # HTML stays as it is under MkDocs and is rewritten under Zensical; where no host reads the page, it may be either.
    folders = [from_source, from_browser] if rewritten or host.rewrites or host.meta is None else [from_browser]
    paths = dict.fromkeys(posixpath.normpath(posixpath.join(folder, path)) for folder in folders)
    return NamedFile(typed, folders[0], tuple(paths), place)


def _place(draft: Draft, typed: str, number: int) -> tuple[Path, int, int] | None:
    """Return where an address stands, for the time that it is named on the page; None where nobody has typed it."""
    marks = draft.locator.addresses(typed)
    if not marks:
        return None
    mark = marks[min(number, len(marks) - 1)]
    return draft.locator.place(mark.line, mark.column)

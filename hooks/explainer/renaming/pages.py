"""Where a page is named: in links, in the navigation, in the record."""

import posixpath
import re
from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.renaming.edits import Edit, page_files
from explainer.site.pages import open_lines
from explainer.site.site import Site

LINK = re.compile(r"(?<=\]\()\s*<?(?P<path>[^\s()#?<>]+)|^ {0,3}\[[^\]]+\]:\s*<?(?P<defined>[^\s#?<>]+)")


def links_to(contents: Contents, old: str, new: str) -> Iterator[Edit]:
    """Yield what has to change in the links of pages to a page's file.

    Args:
        contents: What the site tells.
        old: The file's path from the folder of pages.
        new: The one that it gets.
    """
    docs = contents.site.docs
    for file, lines in page_files(docs):
        folder = posixpath.dirname(file.relative_to(docs).as_posix())
        for number, line in open_lines(lines):
            for found in LINK.finditer(line):
                group = "path" if found["path"] else "defined"
                if posixpath.normpath(posixpath.join(folder, found[group])) == old:
                    written = posixpath.relpath(new, folder or ".")
                    yield Edit(file, number + 1, found.start(group) + 1, found[group], written)


def in_configuration(site: Site, old: str, new: str) -> Iterator[Edit]:
    """Yield what has to change in the configuration file: the navigation, and options that name the page."""
    file = site.root / site.config.file.name
    for number, line in enumerate(file.read_text("utf-8-sig").split("\n"), 1):
        for found in re.finditer(rf"(?<![\w/.-]){re.escape(old)}(?![\w/.-])", line):
            yield Edit(file, number, found.start() + 1, old, new)


def with_alias(text: str, alias: str) -> str:
    """Return a page's text whose front matter names a former path, besides those that it names already."""
    found = re.match(r"---[ \t]*\n", text)
    if not found:
        return f"---\naliases: [{alias}]\n---\n\n{text}"
    known = re.compile(r"^aliases:[ \t]*\[(?P<inner>[^\]]*)\]", re.MULTILINE).search(text)
    if known:
        return f"{text[: known.end('inner')]}, {alias}{text[known.end('inner') :]}"
    return f"{text[: found.end()]}aliases: [{alias}]\n{text[found.end() :]}"

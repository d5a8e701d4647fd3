"""A Markdown page: what its front matter says, its title, its address.

Where a page comes from is the business of whoever provides it: a host that has read and converted it, or `from_disk`.
"""

import difflib
import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from explainer.fields.validation import validate
from explainer.files import conflicts
from explainer.files.documents import Document, Mark
from explainer.files.yaml_format import read_yaml
from explainer.site.front_matter import FrontMatter

ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""What the file of a page ends in, as MkDocs has it (`mkdocs.utils.is_markdown_file`)."""

FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
LATE_FRONT_MATTER = re.compile(
    r"(?:[ \t\ufeff]*\n)+(?P<line>---)[ \t]*\n(?:[A-Za-z_]+:.*\n(?:[ \t]+.*\n)*)+---[ \t]*(?:\n|\Z)"
)
OPEN_FRONT_MATTER = re.compile(r"---\n[A-Za-z_]+:[ \t]*\S?")
FENCE = re.compile(r"^[\s>]*(?P<fence>`{3,}|~{3,})(?P<info>.*)$")
HEADING = re.compile(r"^#(?!#)[ \t]*(?P<text>.+?)[ \t]*#*[ \t]*(?:\{[^}]*\})?$")
UNDERLINE = re.compile(r"^=+[ \t]*$")


@dataclass(frozen=True)
class HostText:
    """What a host has made of a page's file, after every plugin has had its say.

    Attributes:
        meta: The front matter, its values as YAML types them.
        body: The text in Markdown, as it is converted.
    """

    meta: Mapping[str, Any]
    body: str


@dataclass(frozen=True)
class Page:
    """A Markdown page.

    Attributes:
        path: Its file from the folder of pages, with forward slashes.
        url: Its address from the site's root, as the host publishes it.
        title: Its title in Markdown: from the front matter, or the first heading.
        front: Its front matter.
        document: The file, with its problems, its text and the marks of the front matter.
        body: Its text in Markdown, as it is converted.
    """

    path: str
    url: str
    title: str
    front: FrontMatter
    document: Document
    body: str = ""

    @property
    def stem(self) -> str:
        """The path without its ending: what `question:…` names the page by."""
        return stem_of(self.path)

    @property
    def is_question(self) -> bool:
        """Whether the page asks a question and answers it."""
        return self.front.answer is not None

    @property
    def is_front_page(self) -> bool:
        """Whether it is the page at the site's root."""
        return self.url in {"", "./", ".", "index.html"}


def stem_of(path: str) -> str:
    """Return the path of a page without its ending, in the one form that Unicode has for each letter (NFC)."""
    stem, ending = posixpath.splitext(path)
    return unicodedata.normalize("NFC", stem if ending in ENDINGS else path)


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Split a page into front matter and body.

    Returns:
        The YAML between the lines of hyphens (empty where there is none), the body, and the line the body begins at.
    """
    found = FRONT_MATTER.match(text)
    if not found:
        return "", text, 1
    return found["yaml"] or "", text[found.end() :], text.count("\n", 0, found.end()) + 1


def read_page(path: str, url: str, file: Path, text: str, host: HostText | None = None) -> Page:
    """Read a page.

    Args:
        path: Its file from the folder of pages.
        url: Its address from the site's root.
        file: How problems name its file.
        text: What the file holds, with line feeds as line ends.
        host: What a host has made of it; None where none has read it.

    Returns:
        The page. What is wrong with its front matter is in its document.
    """
    document = _read_front_matter(text, file)
    own = document.value if isinstance(document.value, dict) else {}
    values = own if host is None else _as_the_host_has_it(own, host.meta)
    front, problems = validate(FrontMatter, values, document)
    front = front or FrontMatter()
    document.problems.extend(problems)
    body = split_front_matter(text)[1] if host is None else host.body
    return Page(path, url, title_of(front, body, path), front, document, body)


def _read_front_matter(text: str, file: Path) -> Document:
    """Return a page's file as a document: its text, what stands above the body and where, and what is wrong with it."""
    document = Document(file, text)
    front_matter, _, first = split_front_matter(text)
    conflict = conflicts.conflict_in(open_lines(text.split("\n")))
    if conflict:
        document.problem(conflict, conflicts.MESSAGE, conflicts.HINT)
    if front_matter.strip() and not (conflict and conflict.line < first):
        read_yaml(front_matter, document, line=2)
    if document.value is not None and not isinstance(document.value, dict):
        document.problem(Mark(2, 1), "expected front matter of names and values")
    elif isinstance(document.value, dict):
        for name in document.value:
            if (meant := _meant(name)) and meant not in document.value:
                mark = document.names.get((name,))
                document.problem(mark, f"no field `{name}` of the front matter", f"did you mean `{meant}`?")
    elif not front_matter:
        _unread_front_matter(document)
    return document


THEIRS = {
    "author", "authors", "categories", "comments", "date", "dates", "description", "draft", "hide", "icon", "links",
    "pin", "readtime", "search", "slug", "social", "status", "subtitle", "tags", "template",
}  # fmt: skip
"""What front matter says to Material, its plugins and MkDocs, and is near to a field of ours."""


def _meant(name: str) -> str:
    """Return the field of ours that a name of none is most likely meant to be; empty where it is somebody else's."""
    known = [field.alias or each for each, field in FrontMatter.model_fields.items()]
    if name in known or name in THEIRS:
        return ""
    if name.lower() in known:
        return name.lower()
    near = difflib.get_close_matches(name.lower().replace("-", "_"), known, n=1, cutoff=0.8)
    return near[0] if near else ""


def _unread_front_matter(document: Document) -> None:
    """Tell of front matter that no host reads: it would be shown as text, and what it says be lost."""
    text = document.text
    if found := LATE_FRONT_MATTER.match(text):
        line = text.count("\n", 0, found.start("line")) + 1
        message = "front matter begins in the first line of a file; here it would be shown as text"
        document.problem(Mark(line, 1), message, "take out what stands above `---`")
    elif text.startswith("---\n") and OPEN_FRONT_MATTER.match(text):
        document.problem(Mark(1, 1), "the front matter does not end", "write a line `---` behind its last field")


def _as_the_host_has_it(own: Mapping[str, Any], meta: Mapping[str, Any]) -> dict[str, Any]:
    """Return the front matter that a host knows, each value as it was typed where the page's own file has it.

    A host types YAML, so that `2016-09` stays a text and `2016` becomes a number; and it may know more than the file
    says: from other files, from other forms of front matter, from plugins.
    """
    values = {}
    for name in FrontMatter.model_fields:
        if name in meta:
            typed = as_text(meta[name])
            values[name] = own[name] if name in own and _typed(own[name]) == meta[name] else typed
    return values


def _typed(text: Any) -> Any:
    """Return what a YAML parser makes of a text that was typed."""
    try:
        return yaml.safe_load(text) if isinstance(text, str) else text
    except yaml.YAMLError:
        return text


def as_text(value: Any) -> Any:
    """Turn what a parser of YAML has made of values back into the text they were."""
    if isinstance(value, Mapping):
        return {str(name): as_text(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [as_text(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def title_of(front: FrontMatter, body: str, path: str) -> str:
    """Return a page's title in Markdown: from its front matter, else its first heading, else the name of its file."""
    heading, _ = first_heading(body)
    return front.title or heading or posixpath.basename(stem_of(path))


def first_heading(body: str) -> tuple[str, range]:
    """Return the first heading of a page, and the lines that it takes, numbered from 0; nothing and none without one.

    It stands behind a `#`, with a space or without, or as a line of its own above one of `=` (Markdown's two forms).
    """
    last, alone = "", False
    for number, line in open_lines(body.split("\n")):
        if found := HEADING.match(line):
            return found["text"], range(number, number + 1)
        if alone and UNDERLINE.match(line) and (found := HEADING.match(f"# {last}")):
            return found["text"], range(number - 1, number + 1)
        last, alone = line, not last.strip() and bool(line.strip())
    return "", range(0)


def open_lines(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines, numbered from 0, that stand outside fenced code and HTML comments."""
    fence = ""
    in_comment = False
    for number, line in enumerate(lines):
        found = FENCE.match(line)
        if fence:
            if found and found["fence"].startswith(fence) and not found["info"].strip():
                fence = ""
        elif in_comment:
            in_comment = "-->" not in line
        elif found and not ("`" in found["info"] and found["fence"].startswith("`")):
            fence = found["fence"]
        elif line.lstrip().startswith("<!--") and "-->" not in line:
            in_comment = True
        else:
            yield number, line

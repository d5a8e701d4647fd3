"""The Markdown pages as part of the record: what their front matter says and which blocks they carry.

This reads the files themselves and no Markdown parser's output, for two reasons. A page must know what *other* pages
show, to link there, and no host gives an extension the other pages. And a parser forgets lines; a problem needs them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from explainer.files import conflicts
from explainer.files.documents import Document, Mark
from explainer.files.formats import read_yaml
from explainer.site.front_matter import FrontMatter
from explainer.fields.validation import validate

FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FENCE = re.compile(r"^[\s>]*(?P<fence>`{3,}|~{3,})(?P<info>.*)$")
HEADER = re.compile(r"^(?P<indent>[\s>]*)(?P<slashes>/{3,})[ ]*(?P<name>[\w-]+)[ ]*(?:\|[ ]*(?P<argument>.*?)[ ]*)?$")
OPTION = re.compile(r"^[ ]{4,}\S")
HEADING = re.compile(r"^#(?!#)[ \t]*(?P<text>.+?)[ \t]*#*[ \t]*(?:\{[^}]*\})?$")
UNDERLINE = re.compile(r"^=+[ \t]*$")


@dataclass(frozen=True)
class BlockHeader:
    """How a block stands in a file: `/// name | argument` and the indented options beneath.

    Attributes:
        name: The block's name, in small letters.
        argument: What stands behind the bar; empty where there is none.
        mark: Where the slashes begin.
        argument_mark: Where the argument begins.
        options: The options as text, with their places in the file.
        options_text: The options as they were typed, without their indent.
    """

    name: str
    argument: str
    mark: Mark
    argument_mark: Mark
    options: Document
    options_text: str

    def typed_options(self) -> object:
        """Return the options as a YAML parser types them, to compare with what another parser of YAML has read."""
        try:
            return yaml.safe_load(self.options_text) or {}
        except yaml.YAMLError:
            return None


@dataclass(frozen=True)
class Page:
    """A Markdown page.

    Attributes:
        path: Its file from the folder of pages, with forward slashes.
        title: Its title in Markdown: from the front matter, or the first heading.
        front: Its front matter.
        blocks: The headers of the blocks on it, in order.
        document: The front matter, with its problems and marks.
    """

    path: str
    title: str
    front: FrontMatter
    blocks: tuple[BlockHeader, ...]
    document: Document

    @property
    def stem(self) -> str:
        """The path without its ending: what `question:…` names the page by."""
        return self.path.removesuffix(".md")

    @property
    def is_question(self) -> bool:
        """Whether the page asks a question and answers it."""
        return self.front.answer is not None


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Split a page into front matter and body.

    Returns:
        The YAML between the lines of hyphens (empty where there is none), the body, and the line the body begins at.
    """
    found = FRONT_MATTER.match(text)
    if not found:
        return "", text, 1
    return found["yaml"] or "", text[found.end() :], text.count("\n", 0, found.end()) + 1


def read_page(text: str, path: str, file: Path) -> Page:
    """Read a page.

    Args:
        text: What its file holds, with line feeds as line ends.
        path: Its file from the folder of pages.
        file: How problems name it.
    """
    document = Document(file, text)
    front_matter, body, first = split_front_matter(text)
    conflict = conflicts.conflict_in(open_lines(text.split("\n")))
    if conflict:
        document.problem(conflict, conflicts.MESSAGE, conflicts.HINT)
    if front_matter.strip() and not (conflict and conflict.line < first):
        read_yaml(front_matter, document, line=2)
    front = None
    if isinstance(document.value, dict):
        front = validate(FrontMatter, document.value, document)
    elif document.value is not None:
        document.problem(Mark(2, 1), "expected front matter of names and values")
    front = front or FrontMatter()
    heading, _ = first_heading(body)
    title = front.title or heading or path.rsplit("/", 1)[-1].removesuffix(".md")
    return Page(path, title, front, tuple(block_headers(body, file, first)), document)


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


def block_headers(body: str, file: Path, first: int) -> Iterator[BlockHeader]:
    """Yield the headers of all blocks in a page's body, whoever they belong to.

    Args:
        body: The page without its front matter.
        file: How problems name it.
        first: The line of the file at which the body begins.
    """
    lines = body.split("\n")
    for number, line in open_lines(lines):
        found = HEADER.match(line)
        if not found:
            continue
        indent = len(found["indent"])
        typed = []
        for below in lines[number + 1 :]:
            if not below.startswith(found["indent"]) or not OPTION.match(below[indent:]):
                break
            typed.append(below)
        margin = min((len(each) - len(each[indent:].lstrip(" ")) for each in typed), default=0)
        text = "\n".join(each[margin:] for each in typed)
        options = Document(file)
        if text:
            read_yaml(text, options, line=number + first + 1, column=margin + 1)
        at = number + first
        argument_at = found.start("argument") + 1 if found["argument"] else indent + 1
        yield BlockHeader(
            name=found["name"].lower(),
            argument=found["argument"] or "",
            mark=Mark(at, indent + 1),
            argument_mark=Mark(at, argument_at),
            options=options,
            options_text=text,
        )

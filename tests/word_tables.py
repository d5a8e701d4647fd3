"""The tables of the guide in which who speaks a language reads its words: `python -m tests.catalogues` writes them.

A table has a row for each message: the English, the words with a link to their line in the catalogue, where they stand.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from babel.messages.catalog import Catalog
from tests.building import REPOSITORY

from explainer.words.words import CATALOGUES

TABLES = REPOSITORY / "guide" / "words"

HEAD = """\
# {title}

Each line has the English, the words, and where they stand. `%(date)s` and its like are put in by the program: they may
move, and are spelt as in the English. Of a message for a number of things, all forms are given.

Something sounds wrong? A press on the words leads to their line in the catalogue;
[a word is mended in a minute](../../CONTRIBUTING.md#if-you-speak-one-of-the-languages).

| English | words | where |
|---|---|---|
"""


def table(catalogue: Catalog, messages: Catalog) -> str:
    """Return the table of a language, as Markdown.

    Args:
        catalogue: The language's catalogue, read from its file.
        messages: What the code and the templates hold, with the places.
    """
    rows = sorted(_rows(catalogue, messages), key=lambda row: (row[2], row[0].casefold()))
    title = catalogue.header_comment.strip("# .\n")
    return HEAD.format(title=title) + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _rows(catalogue: Catalog, messages: Catalog) -> Iterator[tuple[str, str, str]]:
    """Yield the English of each message, its words, and where it stands."""
    file = f"../../{CATALOGUES.relative_to(REPOSITORY).as_posix()}/{catalogue.locale_identifier}.po"
    for message in catalogue:
        if not message.id:
            continue
        where = dict.fromkeys(place(REPOSITORY / name, line) for name, line in messages[message.id].locations)
        yield _forms(message.id), f"[{_forms(message.string)}]({file}#L{message.lineno})", "; ".join(where)


def _forms(texts: str | Iterable[str]) -> str:
    return texts if isinstance(texts, str) else " / ".join(dict.fromkeys(texts))


def place(file: Path, line: int) -> str:
    """Return in a few words what the place in the code or in a template is about: as it says of itself."""
    text = file.read_text("utf-8")
    if file.suffix == ".html":
        about = re.match(r"\{#(.*?)#\}", text, re.DOTALL)
    else:
        about = re.match(r"(.*)", _docstring(file, line), re.DOTALL)
    assert about, file
    said = re.sub(r"\s+", " ", about[1]).strip().removeprefix("Return ").removeprefix("Yield ")
    said = re.split(r"[.:;] |, such as|\.$", said)[0]
    return said[0].upper() + said[1:]


@cache
def _parts(file: Path) -> tuple[str, list[tuple[int, int, str]]]:
    """Return a module's docstring, and where its functions and tables with docstrings are, the outer before the inner."""
    tree = ast.parse(file.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    spans = [(node.lineno, node.end_lineno or 0, ast.get_docstring(node) or "") for node in functions]
    for node, below in pairwise(tree.body):
        if isinstance(node, ast.Assign) and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            spans.append((node.lineno, node.end_lineno or 0, str(below.value.value)))
    return ast.get_docstring(tree) or "", [span for span in spans if span[2]]


def _docstring(file: Path, line: int) -> str:
    about, parts = _parts(file)
    for begins, ends, said in parts:
        if begins <= line <= ends:
            about = said
    return about

"""YAML, JSON and CSV to plain values that remember where they stood.

Every scalar arrives as text: YAML 1.1 would make other things of `no`, `12:30`, `2016-05-01` and `2016`.
"""

import json
import os
import re
from pathlib import Path
from typing import Any

import yaml

from explainer.files import conflicts
from explainer.files.csv_format import read_csv
from explainer.files.documents import Document, Mark, Way

MOST_REPEATED = 10_000
"""Aliases may repeat a part of a file, but not blow it up: past this many repeated values the file is refused."""

DEEPEST = 50
"""No field lies this deep; anything deeper is a mistake or an attack on the parser's stack."""

SURROGATE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
"""Half of a character beyond the first plane, as JSON escapes it and YAML does not."""


def read(path: Path, shown_as: Path, if_empty: str = "") -> Document:
    """Read one file of the record.

    Args:
        path: The file; its ending says the format: .yml, .yaml, .json or .csv.
        shown_as: How problems name it.
        if_empty: What to write into a file that is to hold nothing.

    Returns:
        The document. Where the file cannot be read at all, `value` is None and `problems` says why.
    """
    document = Document(shown_as, if_empty=if_empty)
    text = _decode(path, document)
    if text is None:
        return document
    document.text = text
    if not text.strip():
        document.problem(None, "the file is empty", if_empty)
        return document
    if mark := conflicts.conflict_in(enumerate(text.split("\n"))):
        document.problem(mark, conflicts.MESSAGE, conflicts.HINT)
        return document
    {".json": _read_json, ".csv": read_csv}.get(path.suffix.lower(), read_yaml)(text, document)
    return document


def _decode(path: Path, document: Document) -> str | None:
    try:
        data = path.read_bytes()
    except OSError as error:
        document.problem(None, f"the file cannot be read ({error.strerror})")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line_start = before.rfind(b"\n") + 1
        mark = Mark(before.count(b"\n") + 1, len(before[line_start:].decode("utf-8-sig", "replace")) + 1)
        found = f"0x{data[error.start]:02X}"
        document.problem(mark, f"expected UTF-8, found the byte {found}", "save the file as UTF-8")
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


# --- YAML ---------------------------------------------------------------------------------------------------------


def read_yaml(text: str, document: Document, *, line: int = 1, column: int = 1) -> None:
    """Read YAML into `document`.

    Args:
        text: The YAML, with line feeds as line ends.
        document: Takes the value, the marks and the problems.
        line: The line of the file at which the text begins.
        column: The column of the file at which each line of the text begins.
    """
    try:
        if too_deep := _too_deep(text):
            place = Mark(too_deep.line + line, too_deep.column + column)
            document.problem(place, f"values lie more than {DEEPEST} deep", "close what is open")
            return
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        _yaml_problem(text, error, document, line, column)
        return
    except yaml.YAMLError as error:  # a character that YAML does not allow; it carries a position, not a mark
        at = getattr(error, "position", 0)
        before = text[:at]
        document.problem(
            Mark(before.count("\n") + line, at - before.rfind("\n") - 1 + column),
            f"found a character that YAML does not allow ({getattr(error, 'reason', error)})",
        )
        return
    if root is None:
        document.problem(None, "the file holds only comments", document.if_empty)
        return
    document.value = _YamlValues(document, line, column).build(root, ())


def _too_deep(text: str) -> Mark | None:
    """Return where values lie deeper than any field does. The composer is recursive in C: it would take Python down."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST and event.start_mark:
                return Mark(event.start_mark.line, event.start_mark.column)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def _yaml_problem(text: str, error: yaml.MarkedYAMLError, document: Document, line: int, column: int) -> None:
    """Say in an editor's words what YAML's parser says in its own, for the mistakes that are really made."""
    at = error.problem_mark or error.context_mark
    mark = Mark(at.line + line, at.column + column) if at else None
    lines = text.split("\n")
    row = lines[at.line] if at and at.line < len(lines) else ""
    what = error.problem or "it does not parse"
    tabbed = next((n for n, each in enumerate(lines) if "\t" in each[: len(each) - len(each.lstrip())]), None)
    if "\t" in row[: len(row) - len(row.lstrip())] or "'\\t'" in what:
        tab = row.find("\t")
        place = Mark(at.line + line, tab + column) if at and tab >= 0 else mark
        document.problem(place, "found a tab where YAML expects spaces", "indent with spaces")
    elif tabbed is not None:
        document.problem(
            Mark(tabbed + line, lines[tabbed].find("\t") + column),
            "found a tab where YAML expects spaces",
            "indent with spaces",
        )
    elif "mapping values are not allowed" in what:
        document.problem(
            mark,
            "found a colon inside a text without quotation marks, or a field indented too far",
            'put the text in quotation marks: "…: …", or line the field up with the one above',
        )
    elif "undefined alias" in what:
        document.problem(
            mark,
            f"{what.replace('found ', 'found an ', 1)}",
            "a text that begins with `*` needs quotation marks",
        )
    elif "recursive" in what or "expand" in what:
        document.problem(mark, "an alias repeats the part it stands in")
    else:
        context = f" {error.context}" if error.context else ""
        document.problem(mark, f"expected YAML, but{context} {what}".replace("  ", " "))


class _YamlValues:
    """Builds plain values from YAML's nodes, so that every scalar stays the text that was typed."""

    def __init__(self, document: Document, line: int, column: int) -> None:
        self.document = document
        self.line, self.column = line, column
        self.seen: set[int] = set()
        self.repeated = 0
        self.open: set[int] = set()
        self.full = False

    def _mark(self, node: yaml.Node) -> Mark:
        return Mark(node.start_mark.line + self.line, node.start_mark.column + self.column)

    def build(self, node: yaml.Node, way: Way) -> Any:
        self.document.marks[way] = mark = self._mark(node)
        self.repeated += id(node) in self.seen
        self.seen.add(id(node))
        if self.repeated > MOST_REPEATED or id(node) in self.open:
            if not self.full:
                self.document.problem(mark, "aliases repeat too much of the file", "write the parts out")
            self.full = True
        if self.full:
            return ""
        if node.tag == "!ENV":
            return from_environment(node)
        if isinstance(node, yaml.ScalarNode):
            return node.value
        self.open.add(id(node))
        try:
            if isinstance(node, yaml.SequenceNode):
                return [self.build(child, (*way, n)) for n, child in enumerate(node.value)]
            return self._mapping(node, way)
        finally:
            self.open.discard(id(node))

    def _mapping(self, node: yaml.Node, way: Way) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for name_node, value_node in node.value:
            mark = self._mark(name_node)
            if not isinstance(name_node, yaml.ScalarNode):
                self.document.problem(mark, "expected the name of a field, found a list or a group of fields")
                continue
            name = name_node.value
            if name in mapping:
                first = self.document.names[(*way, name)].line
                self.document.problem(mark, f"the field `{name}` stands twice", f"it stands first in line {first}")
                continue
            self.document.names[(*way, name)] = mark
            mapping[name] = self.build(value_node, (*way, name))
        return mapping


def from_environment(node: yaml.Node) -> str:
    """Return what `!ENV NAME` or `!ENV [NAME, ANOTHER, default]` stands for in a host's configuration: see MkDocs."""
    texts = [str(each.value) for each in node.value] if isinstance(node, yaml.SequenceNode) else [str(node.value)]
    *names, default = texts if len(texts) > 1 else [*texts, ""]
    return next((os.environ[name] for name in names if name in os.environ), default)


# --- JSON ---------------------------------------------------------------------------------------------------------


def _read_json(text: str, document: Document) -> None:
    """Read JSON: Python's parser decides what is right and gives the values, YAML's composer the places.

    JSON is a subset of YAML 1.2 but for tabs and the escapes of characters beyond the first plane. Each of those gives
    way to something as long, so that the places agree: a raw tab cannot stand in a JSON string, so each is white space.
    """
    try:
        value = json.loads(text, parse_int=str, parse_float=str, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        document.problem(Mark(error.lineno, error.colno), f"expected JSON: {error.msg[0].lower()}{error.msg[1:]}")
        return
    except (RecursionError, ValueError) as error:
        document.problem(None, f"expected JSON: {error}")
        return
    read_yaml(SURROGATE.sub(r"\\u0041", text.replace("\t", " ")), document)
    if not document.problems:
        document.value = _as_text(value)


def _no_constant(name: str) -> None:
    message = f"`{name}` is not a value of JSON"
    raise ValueError(message)


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _as_text(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_as_text(each) for each in value]
    return {None: "", True: "true", False: "false"}.get(value, value)

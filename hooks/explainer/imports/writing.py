"""Entries to YAML as a careful editor writes it, put at the end of a collection."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from textwrap import fill, indent
from typing import Any

import yaml

WIDTH = 110
"""How many characters a line of a text has."""

BLOCK = re.compile(r"\s*(?:[-+*>]|\d+[.)])\s")
"""What begins an item of a list or a quotation, whose lines stay as they are."""


class Exact(str):
    """A text whose lines stay as they are: an editor of the record has broken it."""

    __slots__ = ()


def exact(value: Any) -> Any:
    """Return a value in which the lines of every text stay as they are."""
    if isinstance(value, dict):
        return {name: exact(each) for name, each in value.items()}
    if isinstance(value, list):
        return [exact(each) for each in value]
    return Exact(value) if isinstance(value, str) and "\n" in value else value


def _lines(text: str) -> str:
    """Return a text of several paragraphs with each in lines of a width that one reads in an editor."""
    return "\n\n".join(each if BLOCK.match(each) else _filled(each) for each in text.split("\n\n"))


def _filled(paragraph: str) -> str:
    return fill(paragraph, WIDTH, break_long_words=False, break_on_hyphens=False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Return how a text is written: one of several paragraphs in its lines, a long one folded, a short one as it is."""
    style = "|" if "\n" in text else ">" if len(text) > WIDTH and not BLOCK.match(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", _lines(text) if style == "|" else text, style=style)


class _Dumper(yaml.SafeDumper):
    """Everything is text for the record, so that dates and numbers need no quotation marks."""


_Dumper.yaml_implicit_resolvers = {
    sign: [each for each in found if each[0].rpartition(":")[2] not in {"timestamp", "int", "float"}]
    for sign, found in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
_Dumper.add_representer(str, _text)
_Dumper.add_representer(
    Exact, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="|")
)
_Dumper.add_representer(
    list, lambda dumper, items: dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)
)


def as_yaml(entries: Iterable[Mapping[str, object]]) -> str:
    """Return entries as the items of a list, with an empty line between two."""
    written = (
        yaml.dump(dict(each), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH) for each in entries
    )
    return "\n".join(f"- {indent(each, '  ').strip()}\n" for each in written)


def with_entries(file: Path, entries: list[Mapping[str, object]]) -> str:
    """Return what a collection's file holds with further entries at its end; what stands there stays as it is."""
    before = file.read_text("utf-8-sig").rstrip() if file.is_file() else ""
    before = before.removesuffix("[]").rstrip()
    return "\n\n".join(filter(None, (before, as_yaml(entries))))

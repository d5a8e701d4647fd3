"""An entry of another tool's file, before it is made an entry of the record."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from explainer.imports.dates import Reading
from explainer.imports.when import When

Rows = list[list[str]]


class ForeignError(ValueError):
    """A file cannot be imported; the message says why and what to do."""


@dataclass
class Old:
    """An entry as the other tool had it.

    Attributes:
        place: Where it stands in the file: `row 5`, `events[3]`.
        role: event, era, or title: the slide that introduces the others.
        headline: Its headline, HTML or plain text.
        text: Its text, HTML or plain text.
        when: Its date.
        id: The name that the tool gave it.
        tags: Words to group by.
        links: Addresses of sources.
        media: What it shows: an address, or HTML.
        credit: Whose that is.
        caption: What is said beneath it.
        lost: What the record has no place for, each in words.
        is_markdown: Whether its text is Markdown, and neither HTML nor plain.
        entry: What it is where it comes from another record: its collection and its fields.
    """

    place: str
    role: str = "event"
    headline: str = ""
    text: str = ""
    when: When = field(default_factory=lambda: When(""))
    id: str = ""
    tags: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    media: str = ""
    credit: str = ""
    caption: str = ""
    lost: list[str] = field(default_factory=list)
    is_markdown: bool = False
    entry: tuple[str, dict[str, Any]] | None = None


@dataclass(frozen=True)
class Source:
    """A file to import.

    Attributes:
        path: The file.
        value: What it holds, where it is JSON.
        rows: Its rows, where it is a sheet.
        text: Its text, where it is neither.
        note: What a reader must know of how it was read; empty for nothing.
    """

    path: Path
    value: Any = None
    rows: Rows | None = None
    text: str = ""
    note: str = ""


@dataclass(frozen=True)
class Options:
    """What the editor says of the file: how its dates are read, and which column is which."""

    reading: Reading = field(default_factory=Reading)
    columns: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Format:
    """A form of file: what it is called, whether a file has it, and how its entries are read."""

    name: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source, Options], tuple[list[Old], list[str]]]

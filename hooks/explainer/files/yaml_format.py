"""YAML to plain values that remember where they stood.

Every scalar arrives as text: YAML 1.1 would make other things of `no`, `12:30`, `2016-05-01` and `2016`.
"""

import os
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

import yaml

from explainer.files.documents import Document, Way
from explainer.problems.problem import Mark, Problem

MOST_REPEATED = 10_000
"""Aliases may repeat a part of a file, but not blow it up: past this many repeated values the file is refused."""

DEEPEST = 50
"""No field lies this deep; anything deeper is a mistake or an attack on the parser's stack."""

Event = Any
"""One of the parser's events: their classes share no attributes by which a type checker could follow them."""

STRANGE_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
"""What ends a line for YAML 1.1 and for no editor."""


def read_yaml(text: str, document: Document, *, line: int = 1, column: int = 1) -> None:
    """Read YAML into `document`.

    Args:
        text: The YAML, with line feeds as line ends.
        document: Takes the value, the marks and the problems.
        line: The line of the file at which the text begins.
        column: The column of the file at which each line of the text begins.
    """
    places = _Places(text, line, column)
    values = _Values(document.file, places)
    try:
        value = values.read(text)
    except _RefusedError as refused:
        document.problem(refused.mark, str(refused), refused.hint)
    except yaml.MarkedYAMLError as error:
        document.problem(*_explained(error, places))
    except yaml.reader.ReaderError as error:
        at = len(text.encode()[: error.position].decode())
        message = f"found the control character U+{error.character:04X}, which YAML does not allow"
        document.problem(places.of(at), message, "take it out")
    else:
        document.value = value
        document.marks, document.names = values.marks, values.names
        document.problems.extend(values.problems)
        if value is None:
            document.problem(None, "the file holds only comments", document.if_empty)


class _RefusedError(Exception):
    """What YAML allows and the record does not."""

    def __init__(self, mark: Mark, message: str, hint: str) -> None:
        super().__init__(message)
        self.mark = mark
        self.hint = hint


class _Places:
    """Where YAML's places in a text are in the file that the text is a part of."""

    def __init__(self, text: str, line: int, column: int) -> None:
        self.lines = text.split("\n")
        self.line, self.column = line, column
        self.counts_alike = not STRANGE_LINE_ENDS.search(text)

    def __call__(self, mark: Any) -> Mark:
        """Return the place of a mark of YAML's."""
        if self.counts_alike:
            return Mark(mark.line + self.line, mark.column + self.column)
        return self.of(mark.index)

    def of(self, at: int) -> Mark:
        """Return the place of a character of the text, counted from 0."""
        number = bisect_right(self._starts, at) - 1
        return Mark(number + self.line, at - self._starts[number] + self.column)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self.lines[:-1]), initial=0))


class _Values:
    """Builds plain values from YAML's events, so that every scalar stays the text that was typed.

    The parser's events and not the composer's nodes: the composer is recursive in C, so that a file that goes deep
    enough takes Python down, and it spends most of its time on the types of scalars, for which nobody asks.

    Attributes:
        marks: Where each value stands.
        names: Where the name of each field stands.
        problems: What is wrong with the values, but does not keep the rest from being read.
    """

    def __init__(self, file: Path, places: _Places) -> None:
        self.file, self.places = file, places
        self.marks: dict[Way, Mark] = {}
        self.names: dict[Way, Mark] = {}
        self.problems: list[Problem] = []
        self._anchored: dict[str, list[Event]] = {}
        self._unfinished: dict[str, list[Event]] = {}
        self._repeated = 0
        self._events: Iterator[Event] = iter(())

    def read(self, text: str) -> Any:
        """Return the value of a text; None where it holds none.

        Raises:
            yaml.YAMLError: It is no YAML.
            _RefusedError: It is YAML that no file of the record may hold.
        """
        self._events = self._from(text)
        next(self._events)  # the stream begins
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        value = self._value(next(self._events), self._events, ())
        next(self._events)  # the document ends
        another = next(self._events)
        if isinstance(another, yaml.DocumentStartEvent):
            raise _RefusedError(self._mark(another), "found a second document", "take out the line `---`")
        return value

    def _from(self, text: str) -> Iterator[Event]:
        """Yield the parser's events, and keep those of each part that has an anchor until it ends."""
        loader = yaml.CSafeLoader(text)
        try:
            while True:
                event = loader.get_event()
                for part in self._unfinished.values():
                    part.append(event)
                yield event
        finally:
            loader.dispose()

    def _mark(self, event: Event) -> Mark:
        return self.places(event.start_mark)

    def _value(self, event: Event, events: Iterator[Event], way: Way) -> Any:
        """Return the value that begins with an event; `events` are those that follow."""
        if isinstance(event, yaml.AliasEvent):
            again = iter(self._part(event))
            return self._value(next(again), again, way)
        self.marks[way] = self._mark(event)
        is_new = events is self._events
        self._repeated += not is_new
        if is_new and event.anchor:
            self._begin(event)
        value: Any
        if isinstance(event, yaml.ScalarEvent):
            value = event.value
        elif len(way) >= DEEPEST:
            raise _RefusedError(self._mark(event), f"values lie more than {DEEPEST} deep", "close what is open")
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._list(events, way)
        else:
            value = self._group(events, way)
        if is_new and event.anchor:
            self._anchored[event.anchor] = self._unfinished.pop(event.anchor)
        return from_environment(value) if event.tag == "!ENV" else value

    def _list(self, events: Iterator[Event], way: Way) -> list[Any]:
        values: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self._value(event, events, (*way, len(values))))
        return values

    def _group(self, events: Iterator[Event], way: Way) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            mark = self._mark(event)
            plain = isinstance(event, yaml.ScalarEvent) and not event.anchor
            name = event.value if plain else self._value(event, events, (*way, ""))
            if not isinstance(name, str):
                self._problem(mark, "expected the name of a field, found a list or a group of fields")
            elif name in fields:
                first = self.names[*way, name].line
                self._problem(mark, f"the field `{name}` stands twice", f"it stands first in line {first}")
            else:
                self.names[*way, name] = mark
                fields[name] = self._value(next(events), events, (*way, name))
                continue
            self._value(next(events), events, (*way, ""))  # an alias elsewhere may repeat a part of it
        return fields

    def _problem(self, mark: Mark, message: str, hint: str = "") -> None:
        self.problems.append(Problem.at(self.file, mark, message, hint))

    # --- anchors and aliases ---

    def _begin(self, event: Event) -> None:
        """Keep what follows for the aliases of an anchor."""
        known = self._anchored.get(event.anchor) or self._unfinished.get(event.anchor)
        if known:
            line = self._mark(known[0]).line
            message = f"the anchor `&{event.anchor}` stands twice"
            raise _RefusedError(self._mark(event), message, f"it stands first in line {line}")
        self._unfinished[event.anchor] = [event]

    def _part(self, alias: Event) -> list[Event]:
        """Return the events of the part that an alias repeats."""
        name = alias.anchor
        if name in self._unfinished or self._repeated > MOST_REPEATED:
            around = self._unfinished.get(name, [alias])[0]
            raise _RefusedError(self._mark(around), "aliases repeat too much of the file", "write the parts out")
        if name not in self._anchored:
            hint = "a text that begins with `*` needs quotation marks"
            raise _RefusedError(self._mark(alias), f"no part of the file has the anchor `&{name}`", hint)
        return self._anchored[name]


def from_environment(value: Any) -> str:
    """Return what `!ENV NAME` or `!ENV [NAME, ANOTHER, default]` stands for in a host's configuration: see MkDocs."""
    texts = [str(each) for each in (value if isinstance(value, list) else [value])]
    *names, default = texts if len(texts) > 1 else [*texts, ""]
    return next((os.environ[name] for name in names if name in os.environ), default)


def _explained(error: yaml.MarkedYAMLError, places: _Places) -> tuple[Mark | None, str, str]:
    """Say in an editor's words what YAML's parser says in its own, for the mistakes that are really made.

    Returns:
        The place, the message and the hint.
    """
    at = error.problem_mark or error.context_mark
    mark = places(at) if at else None
    number = mark.line - places.line if mark else len(places.lines)
    what = error.problem or "it does not parse"
    tabbed = [n for n, line in enumerate(places.lines) if "\t" in line[: len(line) - len(line.lstrip())]]
    if tabbed or "'\\t'" in what:
        here = number if number in tabbed else tabbed[0] if tabbed and "'\\t'" not in what else None
        if here is not None:
            mark = Mark(here + places.line, places.lines[here].find("\t") + places.column)
        return mark, "found a tab where YAML expects spaces", "indent with spaces"
    if "mapping values are not allowed" in what:
        message = "found a colon inside a text without quotation marks, or a field indented too far"
        return mark, message, 'put the text in quotation marks: "…: …", or line the field up with the one above'
    context = f" {error.context}" if error.context else ""
    return mark, f"expected YAML, but{context} {what}".replace("  ", " "), ""

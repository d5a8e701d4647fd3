"""The notes of one place: which sources are cited there, and under which numbers."""

from typing import NamedTuple


class NotePlace(NamedTuple):
    """A place that cites a source.

    Attributes:
        anchor: Its anchor.
        locator: Where in the source, in words.
        url: The address of that place in the source; empty where it has none.
    """

    anchor: str
    locator: str
    url: str


class Notes(dict[str, list[NotePlace]]):
    """The sources cited so far, in the order of their numbers, each with its places."""

    def __init__(self) -> None:
        """Begin without any."""
        super().__init__()
        self._numbers: dict[str, int] = {}

    def number(self, source: str) -> int:
        """Return the number of a source's note, from 1; one that is cited for the first time gets the next."""
        self.setdefault(source, [])
        return self._numbers.setdefault(source, len(self))

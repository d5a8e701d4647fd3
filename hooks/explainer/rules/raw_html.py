"""HTML as an editor types it on a page, where Markdown does not read: its text, and the addresses in it."""

from collections.abc import Iterator

from explainer.quotations.reading import TolerantParser

SILENT = {"code", "kbd", "pre", "samp", "script", "style", "template", "textarea"}
"""What holds no text that is to be read as the page's own."""


class _Reader(TolerantParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.extend((tag, name, value) for name, value in attrs if value)
        if tag in SILENT:
            self.silent.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.extend((tag, name, value) for name, value in attrs if value)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            self.silent.remove(tag)

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.texts.append(data)


def texts(html: str) -> Iterator[str]:
    """Yield the texts that a reader sees of a piece of HTML: no code, no comment."""
    yield from _read(html).texts


def attributes(html: str) -> Iterator[tuple[str, str, str]]:
    """Yield the attributes that have a value in a piece of HTML: the element's name, the attribute's, and the value."""
    yield from _read(html).attributes


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader

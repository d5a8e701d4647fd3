"""Keeps `///` off the page: what pymdownx.blocks left as text is a mistake, and the editor is told which."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from explainer.blocks.base import RecordBlock
from explainer.blocks.draft import Draft
from explainer.problems.problem import Problem, did_you_mean

LEFTOVER = re.compile(
    r"^[ ]*/{3,}[ ]*(?P<name>[\w-]+)?[ ]*(?:\|[ ]*(?P<argument>[^\x02\n]*?)[ ]*)?(?P<more>[^\n]*)$", re.MULTILINE
)
"""What begins like the first or the last line of a block; the footnotes' way back may stand behind it, stashed."""


class BlockGuard(Treeprocessor):
    """Finds blocks that were not understood, and blocks that are never closed. Runs before inline processing."""

    def __init__(self, md: Markdown, draft: Callable[[], Draft], ours: Mapping[str, type[RecordBlock[Any]]]) -> None:
        super().__init__(md)
        self.draft = draft
        self.ours = ours

    def run(self, root: Element) -> None:
        """Tell of each mistake, and take the leftovers away."""
        page = self.draft()
        for _, name, mark in page.unclosed:
            message = f"the block `{name}` is never closed"
            hint = "write `///` alone in a line beneath it"
            page.tell(Problem(page.locator.file, mark.line, mark.column, message, hint=hint))
        opened = bool(page.unclosed)
        for text in _texts(root):
            for found in LEFTOVER.finditer(text):
                if found["name"]:
                    opened = True
                    self._tell(found["name"], found["argument"] or "")
                elif not opened:
                    page.problem("///", "`///` closes no block here", "a block begins with `/// name`")
                else:
                    opened = False

    def _tell(self, name: str, argument: str) -> None:
        page = self.draft()
        alike = [each for each in page.locator.headers if each.name == name.lower() and each.argument == argument]
        block = self.ours.get(name.lower())
        if not alike:
            hint = (
                "its first line holds its name and, behind a bar, perhaps an id; its end is `///` in a line of its own"
            )
            page.problem(f"/// {name}", f"the block `{name}` was not understood", hint)
            return
        header = alike[0]
        page.locator.headers.remove(header)
        problems = block.check(header, page.record) if block else []
        for problem in problems:
            page.tell(problem)
        if problems:
            return
        if block is None and name.lower() not in self._others():
            message, hint = f"no block `{name}`", did_you_mean(name, [*self.ours, *self._others()])
        else:
            message = f"the block `{name}` was not understood"
            hint = (
                "put an empty line before it, its options indented by four spaces right beneath, and `///` at its end"
            )
        mark = header.mark
        page.tell(Problem(page.locator.file, mark.line, mark.column, message, hint=hint))

    def _others(self) -> list[str]:
        """Return the names of the blocks that other extensions have registered."""
        registered = self.md.parser.blockprocessors["blocks"].blocks  # type: ignore[attr-defined]
        return [name for name in registered if name not in self.ours]


def _texts(element: Element) -> Iterator[str]:
    """Yield the texts of a tree that are still Markdown, in order: not code, which is atomic."""
    if element.tag not in {"code", "pre"} and element.text and not isinstance(element.text, AtomicString):
        yield element.text
    for child in element:
        yield from _texts(child)
        if child.tail:
            yield child.tail

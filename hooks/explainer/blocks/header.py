"""How a block stands in a text: `/// name | argument` and the indented options beneath."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from explainer.files.documents import Document, Mark
from explainer.files.yaml_format import read_yaml
from explainer.site.pages import as_text, open_lines

HEADER = re.compile(r"^(?P<indent>[\s>]*)(?P<slashes>/{3,})[ ]*(?P<name>[\w-]+)[ ]*(?:\|[ ]*(?P<argument>.*?)[ ]*)?$")
OPTION = re.compile(r"^[ ]{4,}\S")


@dataclass(frozen=True)
class BlockHeader:
    """The beginning of a block.

    Attributes:
        name: The block's name, in small letters.
        argument: What stands behind the bar; empty where there is none.
        mark: Where the slashes begin; line 0 where that is not known.
        argument_mark: Where the argument begins.
        options: The options as text, with their places.
        options_text: The options as they were typed, without their indent.
    """

    name: str
    argument: str
    mark: Mark
    argument_mark: Mark
    options: Document
    options_text: str = ""

    def typed_options(self) -> object:
        """Return the options as a YAML parser types them, to compare with what another parser of YAML has read."""
        try:
            return yaml.safe_load(self.options_text) or {}
        except yaml.YAMLError:
            return None


def block_headers(lines: Sequence[str], file: Path) -> Iterator[BlockHeader]:
    """Yield the headers of all blocks in a text, whoever they belong to, with their places in it.

    Args:
        lines: The text's lines.
        file: How problems name it.
    """
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
            read_yaml(text, options, line=number + 2, column=margin + 1)
        argument_at = found.start("argument") + 1 if found["argument"] else indent + 1
        yield BlockHeader(
            name=found["name"].lower(),
            argument=found["argument"] or "",
            mark=Mark(number + 1, indent + 1),
            argument_mark=Mark(number + 1, argument_at),
            options=options,
            options_text=text,
        )


def header_without_place(name: str, argument: str, options: dict[str, Any], file: Path) -> BlockHeader:
    """Return the header of a block that a parser has met and that stands nowhere in the text that we know.

    Args:
        name: The block's name.
        argument: What stands behind the bar.
        options: The options as a YAML parser has typed them.
        file: How problems name the page's file.
    """
    document = Document(file, value=as_text(options) if options else None, marks={(): Mark(0, 0)})
    return BlockHeader(name, argument, Mark(0, 0), Mark(0, 0), document)

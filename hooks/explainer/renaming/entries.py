"""Where an entry is named: in the record, on the pages, in the options of blocks."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from pathlib import Path

from explainer.blocks.header import block_headers
from explainer.blocks.registry import AnyBlock
from explainer.fields.model import Model
from explainer.fields.validation import validate
from explainer.files.documents import Document
from explainer.record.contents import Contents
from explainer.record.kinds.refs import Kind
from explainer.record.marks import names_in
from explainer.record.record import Record
from explainer.record.references import prose_of, references
from explainer.renaming.edits import Edit, page_files
from explainer.site.pages import open_lines

CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")


def edits_in_record(record: Record, root: Path, kind: Kind, old: str, new: str) -> Iterator[Edit]:
    """Yield what has to change in the record's files, the entry's own id apart.

    Args:
        record: The record.
        root: The folder from which its files are named.
        kind: The entry's kind.
        old: The id that it has.
        new: The id that it gets.
    """
    starts: dict[Path, list[tuple[int, int]]] = {}  # where the values of each file begin, in order
    for (of, id_), origin in record.origins.items():
        entry = record.get(of, id_)
        if entry is None:
            continue
        file, document = root / origin.file, origin.document
        for ref, named, way in references(entry):
            if (ref, named) == (kind, old):
                whole = (*origin.way, *way)
                mark = (way[-1] == old and document.names.get(whole)) or document.mark(whole)
                yield Edit(file, mark.line, mark.column, old, new)
        lines = document.lines
        for text, way in prose_of(entry):
            if old not in text:
                continue
            if origin.file not in starts:
                starts[origin.file] = sorted((mark.line, mark.column) for mark in document.marks.values())
            mark = origin.mark(*way)
            begun = starts[origin.file]
            after = bisect_right(begun, (mark.line, mark.column))
            behind = begun[after] if after < len(begun) else (len(lines) + 1, 1)
            for number in range(mark.line, min(behind[0], len(lines)) + 1):
                first = mark.column - 1 if number == mark.line else 0
                last = behind[1] - 1 if number == behind[0] else len(lines[number - 1])
                yield from _in_line(file, number, lines[number - 1][:last], first, kind, old, new)


def edits_on_pages(
    contents: Contents, blocks: Mapping[str, AnyBlock], kind: Kind, old: str, new: str
) -> Iterator[Edit]:
    """Yield what has to change on the pages, those that are not built among them.

    Args:
        contents: What the site tells.
        blocks: The blocks by their names.
        kind: The entry's kind.
        old: The id that it has.
        new: The id that it gets.
    """
    for file, lines in page_files(contents.site.docs):
        for number, line in open_lines(lines):
            yield from _in_line(file, number + 1, line, 0, kind, old, new)
        for header in block_headers(lines, file):
            block = blocks.get(header.name)
            if block is None:
                continue
            if block.argument_kind == kind and header.argument == old:
                yield Edit(file, header.argument_mark.line, header.argument_mark.column, old, new)
            options = _options(block.options_model, header.options.value)
            for ref, named, way in references(options) if options else ():
                if (ref, named) == (kind, old):
                    mark = header.options.mark(way)
                    yield Edit(file, mark.line, mark.column, old, new)


def _options(model: type[Model], value: object) -> Model | None:
    return validate(model, value, Document(Path()))[0] if isinstance(value, dict) else None


def _in_line(file: Path, number: int, line: str, first: int, kind: Kind, old: str, new: str) -> Iterator[Edit]:
    """Yield the links and citations of a line that name an entry, those in code apart."""
    if old not in line:
        return
    code = [found.span() for found in CODE.finditer(line)]
    for named, id_, at in names_in(line):
        if (named, id_) == (kind, old) and at >= first and not any(start <= at < end for start, end in code):
            yield Edit(file, number, at + 1, old, new)

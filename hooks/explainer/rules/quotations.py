"""Quoted words in the record's own Markdown are recorded words. Pages are checked as they are rendered."""

import re
from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.record.queries.quoted import Mismatch, mismatch, quotations
from explainer.record.record import Record
from explainer.record.references import prose_of
from explainer.rules.rule import Finding, Rule

LINK = re.compile(r"\[((?:[^\[\]]|\[(?:…|\.{2,3}|\w)\])*)\]\([^)]*\)")


def describe(found: Mismatch, record: Record) -> tuple[str, str]:
    """Put a mismatch in words: the message and the hint."""
    if found.nearest is None:
        message = "no recorded statement has the quoted words"
        return message, "record them as a statement, or as `quotes` of a source"
    origin = record.origins[found.nearest.kind, found.nearest.id]
    place = f"{origin.file.as_posix()}:{origin.mark('words').line}"
    message = f"the quoted words are not those of the {found.nearest.kind} `{found.nearest.id}` ({place})"
    return message, f"the difference, [-record-] {{+quotation+}}: {found.difference}"


def _misquoted(contents: Contents) -> Iterator[Finding]:
    if not contents.record.has_all("statement", "source"):
        return  # the words may stand in what could not be read
    for kind, entry in contents.record:
        for text, way in prose_of(entry):
            for _, quoted in quotations(LINK.sub(r"\1", text)):
                if found := mismatch(quoted, contents.record):
                    yield Finding(kind, entry.id, way, *describe(found, contents.record), typed=quoted)


QUOTATION = Rule(
    "quotation", "error", "the quoted words are not those of", "Quoted words are the words that were said.", _misquoted
)


def _on_pages(contents: Contents) -> Iterator[Finding]:
    """Yield nothing: sentences stand on pages, and are checked as these are rendered."""
    return iter(())


SPEAKER = Rule(
    "speaker",
    "warning",
    "the words are those of",
    "Words beside another's name are soon taken for that one's.",
    _on_pages,
)

RULES = (QUOTATION, SPEAKER)

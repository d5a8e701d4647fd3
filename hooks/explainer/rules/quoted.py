"""Quoted words that the record does not bear out: what the rules on quotations share."""

from collections.abc import Callable, Iterator

from explainer.fields.validation import path_text
from explainer.problems.problem import Problem
from explainer.quotations.gate import FEWEST_WORDS, Mismatch, Recorded
from explainer.quotations.marks import Quotation
from explainer.quotations.reading import count, sequence
from explainer.record.contents import Contents
from explainer.record.record import Origin, Record
from explainer.rules.page_tree import PageTree
from explainer.rules.rule import Finding, PageFinding

Describe = Callable[[Mismatch, Record], tuple[str, str] | None]
"""Puts a mismatch in words, the message and the hint; None for one that is another rule's."""

MOST_WORDS = 6
"""How many words of a quotation are looked for in a page's file."""


def in_fields(contents: Contents, describe: Describe) -> Iterator[Finding]:
    """Yield the misquoted words in entries."""
    for kind, id_, way, quoted, found in contents.misquoted:
        if said := describe(found, contents.record):
            yield Finding(kind, id_, way, *said, typed=_first_words(quoted.words))


def in_front_matter(contents: Contents, describe: Describe) -> Iterator[Problem]:
    """Yield the misquoted words in what pages say of themselves above their texts."""
    for page, way, quoted, found in contents.misquoted_above:
        if said := describe(found, contents.record):
            origin = Origin(page.document, ())
            mark = origin.find(way, _first_words(quoted.words))
            yield Problem(origin.file, mark.line, mark.column, said[0], path_text("", way), said[1])


def on_page(page: PageTree, describe: Describe, otherwise: str = "") -> Iterator[PageFinding]:
    """Yield the misquoted words in a page's text.

    Args:
        page: The page.
        describe: Puts a mismatch in words.
        otherwise: What else an editor may do about words that nobody said.
    """
    for n, quoted, found in page.misquoted:
        if said := describe(found, page.record):
            message, hint = said
            if otherwise and found.nearest is None:
                hint = f"{hint}, or {otherwise}"
            yield page_finding(page, n, quoted, message, hint)


def named(recorded: Recorded, record: Record) -> str:
    """Return how a message names recorded words: what they are, and where they stand."""
    origin = record.origins[recorded.kind, recorded.id]
    return f"the {recorded.kind} `{recorded.id}` ({origin.file.as_posix()}:{origin.mark('words').line})"


def page_finding(page: PageTree, n: int, quoted: Quotation, message: str, hint: str, *, mark: str = "") -> PageFinding:
    """Return a breach in a page's text, with the place of the quotation among others that begin alike.

    Args:
        page: The page.
        n: The number of the passage in which the quotation stands.
        quoted: The quotation.
        message: What is wrong.
        hint: How to mend it.
        mark: The quotation mark, where the place is that of the mark.
    """
    words = sequence(quoted.words, MOST_WORDS)
    passage = page.passages[n].text
    ends = quoted.start + len(quoted.words)
    nth = count(words, [each.text for each in page.passages[:n]] + [passage[:ends]])
    return PageFinding(mark + " ".join(words), message, hint, nth=max(nth, 1))


def _first_words(quoted: str) -> str:
    """Return the beginning of a quotation as it stands in one line of the file, to find it by."""
    words = quoted.strip().split("\n", 1)[0].split(" ")
    return " ".join(words[: FEWEST_WORDS - 1])

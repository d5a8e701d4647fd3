"""Quoted words that the record does not bear out: what the rules on quotations share."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from explainer.fields.validation import path_text
from explainer.problems.problem import Problem
from explainer.quotations.gate import FEWEST_WORDS, Mismatch, Recorded, is_long_enough, mismatch
from explainer.quotations.marks import Quotation, quotations, without_asides
from explainer.quotations.reading import Passage, count, read_markdown, sequence, without_attribution
from explainer.quotations.telling import tells_of_speech, told_by_somebody
from explainer.record.contents import Contents
from explainer.record.marks import linked_entry
from explainer.record.record import Origin, Record
from explainer.record.references import plain_texts_of, prose_of
from explainer.rules.page_tree import PageTree
from explainer.rules.rule import Finding, PageFinding

Describe = Callable[[Mismatch, Record], tuple[str, str] | None]
"""Puts a mismatch in words, the message and the hint; None for one that is another rule's."""

MOST_WORDS = 6
"""How many words of a quotation are looked for in a page's file."""


def in_fields(contents: Contents, describe: Describe) -> Iterator[Finding]:
    """Yield the misquoted words in entries."""
    record = contents.record
    texts = [(kind, id_, way, read_markdown(text)) for kind, id_, way, text in contents.prose]
    texts += [(kind, entry.id, way, [Passage(text)]) for kind, entry in record for text, way in plain_texts_of(entry)]
    for kind, id_, way, passages in texts:
        for _, quoted, found in misquoted(passages, record):
            if said := describe(found, record):
                yield Finding(kind, id_, way, *said, typed=_first_words(quoted.words))


def in_front_matter(contents: Contents, describe: Describe) -> Iterator[Problem]:
    """Yield the misquoted words in what pages say of themselves above their texts."""
    record = contents.record
    for page in contents.pages:
        origin = Origin(page.document, ())
        texts = [(read_markdown(text), way) for text, way in prose_of(page.front)]
        texts += [([Passage(text)], way) for text, way in plain_texts_of(page.front)]
        for passages, way in texts:
            for _, quoted, found in misquoted(passages, record):
                if said := describe(found, record):
                    mark = origin.find(way, _first_words(quoted.words))
                    yield Problem(origin.file, mark.line, mark.column, said[0], path_text("", way), said[1])


def on_page(page: PageTree, describe: Describe, otherwise: str = "") -> Iterator[PageFinding]:
    """Yield the misquoted words in a page's text.

    Args:
        page: The page.
        describe: Puts a mismatch in words.
        otherwise: What else an editor may do about words that nobody said.
    """
    for n, quoted, found in misquoted(page.passages, page.record):
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


def misquoted(passages: Sequence[Passage], record: Record) -> Iterator[tuple[int, Quotation, Mismatch]]:
    """Yield the quotations that the record does not bear out: the passage's number, and what comes nearest."""
    if not record.has_all("statement", "source"):  # the words may stand in what could not be read
        return
    for n, passage in enumerate(passages):
        for quoted in _quotations(passage):
            is_meant = _meant(passage, quoted, record)
            around = (quoted.before, quoted.behind)
            found = mismatch(quoted.words, record.quotable, around=around, is_meant=is_meant)
            if found and (said := without_asides(quoted.words)) != quoted.words:
                found = mismatch(said, record.quotable, around=around, is_meant=is_meant)
            if found:
                yield n, quoted, found


def _quotations(passage: Passage) -> Sequence[Quotation]:
    """Return what stands in a passage as quoted, where it is long enough; of one quoted as a whole, that."""
    found = [each for each in quotations(passage.text) if is_long_enough(each.words)]
    if not passage.quoted:
        return found
    whole = without_attribution(passage.text)
    rest = whole
    for each in reversed(_outer(quotations(whole))):
        rest = rest[: each.start - 1] + rest[each.end + 1 :]
    if rest != whole and (not any(letter.isalnum() for letter in rest) or tells_of_speech(rest)):
        return found
    return [Quotation(whole, 0, len(whole)), *found] if is_long_enough(whole) else found


def _outer(found: Iterable[Quotation]) -> list[Quotation]:
    kept: list[Quotation] = []
    for each in found:
        if not kept or each.start > kept[-1].end:
            kept.append(each)
    return kept


def _meant(passage: Passage, quoted: Quotation, record: Record) -> Callable[[Recorded], bool]:
    """Return whether recorded words can be meant: those of a statement that is linked, and no headline as speech."""
    entry = linked_entry(passage.link_at(quoted.start, quoted.end))
    if entry and entry.kind in {"statement", "source"}:
        return lambda recorded: (recorded.kind, recorded.id) == (entry.kind, entry.id)
    if told_by_somebody(quoted.before, record.names):
        return lambda recorded: not recorded.is_title
    return lambda _: True


def _first_words(quoted: str) -> str:
    """Return the beginning of a quotation as it stands in one line of the file, to find it by."""
    words = quoted.strip().split("\n", 1)[0].split(" ")
    return " ".join(words[: FEWEST_WORDS - 1])

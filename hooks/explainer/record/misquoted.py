"""Quotations that the record does not bear out, wherever they stand. Several rules ask; they are looked for once."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from explainer.quotations.gate import Mismatch, Recorded, is_long_enough, mismatch
from explainer.quotations.marks import Quotation, quotations, without_asides
from explainer.quotations.reading import Passage, without_attribution
from explainer.quotations.telling import tells_of_speech, told_by_somebody
from explainer.record.marks import linked_entry
from explainer.record.record import Record


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

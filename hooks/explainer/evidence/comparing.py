"""Recorded words looked for in the kept text of a source, by the reading that holds quotations against the record."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from explainer.evidence.documents import PAGE_END
from explainer.evidence.keeping import Kept
from explainer.quotations.gate import LONGEST_COMPARED, Recorded, difference, places
from explainer.quotations.tokens import Word, pieces
from explainer.record.claims import Claim
from explainer.record.verified import Result, key_of

AROUND = 40
"""How many characters before and behind found words are kept, to find them by."""

WINDOW = 1.4
"""How many times as long as words is what may have become of them."""


class KeptText:
    """A text with its words and their places."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.recorded = Recorded("source", "", text)

    @cached_property
    def paragraphs(self) -> list[int]:
        """Where each paragraph begins."""
        starts = [0]
        for n, letter in enumerate(self.text):
            if letter == PAGE_END or self.text.startswith("\n\n", n):
                starts.append(n + 1)
        return [
            each for n, each in enumerate(starts) if n + 1 == len(starts) or self.text[each : starts[n + 1]].strip()
        ]

    def find(self, words: str) -> tuple[int, int] | None:
        """Return from where to where words stand in the text; None where they do not."""
        span = places(words, self.recorded)
        if span is None:
            return None
        return self.recorded.words[span[0]].start, self.recorded.words[span[1] - 1].end

    def nearest(self, words: str) -> Sequence[Word]:
        """Return that part of the text which has most of some words."""
        wanted = Counter(word.key for piece in pieces(words) for word in piece.words)
        size = max(int(min(sum(wanted.values()), LONGEST_COMPARED) * WINDOW), 1)
        here: Counter[str] = Counter()
        best, best_at, shared = 0, 0, 0
        known = self.recorded.words
        for n, word in enumerate(known):
            if here[word.key] < wanted[word.key]:
                shared += 1
            here[word.key] += 1
            if n >= size:
                gone = known[n - size].key
                here[gone] -= 1
                if here[gone] < wanted[gone]:
                    shared -= 1
            if shared > best:
                best, best_at = shared, max(n - size + 1, 0)
        return known[best_at : best_at + size]


def compared(claim: Claim, kept: Kept, texts: Sequence[KeptText], checked: str) -> Result:
    """Look for the words of a claim in a source.

    Args:
        claim: What the source is said to print.
        kept: What is kept of it.
        texts: Its text; and all that a reader saw, where that is more.
        checked: The day, as EDTF has it.
    """
    of, digest, source = key_of(claim)
    result = Result(of, digest, source, "not there", checked, kept.about.sha256)
    for text in texts:
        if span := text.find(claim.text):
            return _found(result, text, *span)
    for text in texts:
        if shown := difference(claim.text, text.nearest(claim.text)):
            return replace(result, result="differs", shown=shown)
    return result


def unchecked(claim: Claim) -> Result:
    """Return what is known of words of whose source nothing is kept."""
    return Result(*key_of(claim), "unchecked")


def _found(result: Result, text: KeptText, start: int, end: int) -> Result:
    whole = text.text
    paragraph = bisect_right(text.paragraphs, start)
    begins = text.paragraphs[paragraph - 1]
    ends = text.paragraphs[paragraph] - 1 if paragraph < len(text.paragraphs) else len(whole)
    return replace(
        result,
        result="found",
        page=whole.count(PAGE_END, 0, start) + 1 if PAGE_END in whole else 0,
        paragraph=paragraph,
        offset=start,
        exact=whole[start:end],
        prefix=_whole_words(whole[max(begins, start - AROUND) : start], cut=start - AROUND > begins, at_end=False),
        suffix=_whole_words(whole[end : min(max(ends, end), end + AROUND)], cut=end + AROUND < ends, at_end=True),
    )


def _whole_words(text: str, *, cut: bool, at_end: bool) -> str:
    """Return a text without a word that was cut, at its beginning or its end."""
    if cut:
        text = text.rpartition(" ")[0] if at_end else text.partition(" ")[2]
    return text.rstrip() if at_end else text.lstrip()


def lost(claims: Sequence[Claim], text: str) -> list[str]:
    """Return the entries whose words a text does not have."""
    known = KeptText(text)
    return list(dict.fromkeys(f"`{each.kind}:{each.id}`" for each in claims if known.find(each.text) is None))

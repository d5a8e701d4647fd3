"""Whether quoted words are the recorded words, and where they differ.

Words are compared, and the signs that end a sentence. A quotation may leave words out where it says so (… or [...]),
may put a few words of its own in square brackets, and may begin with a capital or a small letter. What it leaves out
must not turn what it says: a negation that goes with the quoted words goes with the quotation.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from itertools import islice
from typing import Literal

from explainer.quotations.language import Language, any_of, language_of
from explainer.quotations.tokens import Piece, Word, length, pieces, words

FEWEST_WORDS = 5
"""Shorter quotations are names, titles and single words, which anybody may put in quotation marks."""

LONGEST_GAP = 40
"""How many words a quotation may leave out at one place."""

LONGEST_BRACKET = 6
"""How many words may stand in square brackets."""

LONGEST_REPLACED = 4
"""How many words of the record they may take the place of."""

FEWEST_IN_A_PIECE = 2
"""How many words the pieces of a quotation have on average, so that it is not put together from single ones."""

LONGEST_COMPARED = 400
"""Of how many words of a quotation it is told in what they differ from the nearest recorded ones."""

NEAR = 0.5
"""The share of a quotation's words that a recorded text must have to be named as the one that was meant."""

MOST_PIECES = 50
"""In how many pieces a quotation may be: what has more is put together."""

MOST_ALIGNMENTS = 500
MOST_NEAREST = 5


@dataclass(frozen=True)
class Recorded:
    """Words that the record holds.

    Attributes:
        kind: The kind of the entry whose they are.
        id: The entry's id.
        text: The words as they stand there.
        is_title: Whether they are a title, which nobody said.
    """

    kind: str
    id: str
    text: str
    is_title: bool = False

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Each word in turn; an empty one where the record leaves words out."""
        return words(self.text)

    @cached_property
    def language(self) -> Language:
        """The language in which they are written."""
        return language_of(self.text)


@dataclass(frozen=True)
class Mismatch:
    """A quotation that no recorded words bear out.

    Attributes:
        fault: What is wrong: `other` words; words that are `turned` by what is left out.
        nearest: The nearest recorded words, if any are near.
        shown: The difference word by word; of what is turned, the sentence of the record with what was left out marked.
    """

    fault: Literal["other", "turned"]
    nearest: Recorded | None
    shown: str


@dataclass
class Corpus:
    """All that is recorded, with an index: looking a quotation up costs no more in a large record."""

    recorded: Sequence[Recorded]
    _index: dict[str, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self._index = defaultdict(list)
        for n, each in enumerate(self.recorded):
            for key in {word.key for word in each.words}:
                self._index[key].append(n)

    def _with(self, word: Word) -> Sequence[int]:
        """Return the numbers of the recorded texts that have a word, in their order."""
        return self._index.get(word.key, ())

    def containing(self, found: Sequence[Piece]) -> Iterator[Recorded]:
        """Yield the recorded texts that have a quotation's rarest word."""
        rarest = min((self._with(word) for piece in found for word in piece.words), key=len, default=())
        yield from (self.recorded[n] for n in rarest)

    def nearest(self, quoted: Sequence[Word], is_meant: Callable[[Recorded], bool]) -> list[Recorded]:
        """Return the texts that share most words with a quotation, from the nearest."""
        shared: Counter[int] = Counter()
        for word in {each.key: each for each in quoted}.values():
            shared.update(self._with(word))
        ranked = sorted(shared, key=lambda n: (-shared[n], n))
        return list(islice((self.recorded[n] for n in ranked if is_meant(self.recorded[n])), MOST_NEAREST))


def mismatch(
    quotation: str,
    corpus: Corpus,
    *,
    around: tuple[str, str] = ("", ""),
    is_meant: Callable[[Recorded], bool] = lambda _: True,
) -> Mismatch | None:
    """Compare a quotation with all that is recorded.

    Args:
        quotation: The words between the quotation marks.
        corpus: The words that the record holds.
        around: What the sentence says before the quotation, and behind it.
        is_meant: Whether recorded words can be those that are quoted.

    Returns:
        None where some recorded text has the words; else what comes nearest.
    """
    found = pieces(quotation)
    quoted = [word for piece in found for word in piece.words]
    turned = None
    parts = sum(bool(piece.words) for piece in found)
    if parts <= MOST_PIECES and len(quoted) >= FEWEST_IN_A_PIECE * parts:
        for recorded in corpus.containing(found):
            if not is_meant(recorded):
                continue
            for places in islice(_alignments(found, recorded.words), MOST_ALIGNMENTS):
                left_out = _turned(found, places, recorded, around)
                if left_out is None:
                    return None
                turned = turned or Mismatch("turned", recorded, _sentence(recorded.words, left_out))
    if turned:
        return turned
    texts = [word.text for word in quoted[:LONGEST_COMPARED]]
    shares = [(_share(texts, each), each) for each in corpus.nearest(quoted, is_meant)]
    share, meant = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    if meant is None or share < NEAR:
        return Mismatch("other", None, "")
    return Mismatch("other", meant, _difference(texts, [word.text for word in meant.words]))


def places(quotation: str, recorded: Recorded) -> tuple[int, int] | None:
    """Return from which to which of recorded words a text stands there, word for word; None where it does not.

    A text may leave words out, and have a few of its own in brackets, as a quotation may.
    """
    for spans in _alignments(pieces(quotation), recorded.words):
        return spans[0][0], spans[-1][1]
    return None


def difference(quotation: str, recorded: Sequence[Word]) -> str:
    """Return in what a text differs from recorded words, word by word; empty where these are not near it."""
    texts = [word.text for piece in pieces(quotation) for word in piece.words][:LONGEST_COMPARED]
    if not texts or _share_of(texts, recorded) < NEAR:
        return ""
    return _difference(texts, [word.text for word in recorded])


def is_long_enough(quotation: str) -> bool:
    """Whether a quotation has so many words that it is one."""
    return length(pieces(quotation)) >= FEWEST_WORDS


Spans = Sequence[tuple[int, int]]
"""Places in recorded words: from which to which, for each piece of a quotation."""


def _alignments(found: Sequence[Piece], recorded: Sequence[Word]) -> Iterator[Spans]:
    """Yield each way in which the pieces of a quotation stand in recorded words, one after another."""
    dead: set[tuple[int, int]] = set()  # from where no way leads on: else the ways would be counted one by one

    def onwards(n: int, start: int) -> Iterator[Spans]:
        if n == len(found) or (n and not found[n].words):  # what a quotation leaves out at its end, it has behind words
            yield ()
            return
        if (n, start) in dead:
            return
        piece, leads_on = found[n], False
        size = len(piece.words)
        for at in range(start, _last_start(piece, start if n else -1, len(recorded)) + 1):
            if all(word.is_(recorded[at + k]) for k, word in enumerate(piece.words)) and _keeps_sentences(
                piece.words, recorded[at : at + size], is_last=n == len(found) - 1
            ):
                for rest in onwards(n + 1, at + size):
                    leads_on = True
                    yield ((at, at + size), *rest)
        if not leads_on:
            dead.add((n, start))

    if found and found[0].words:
        yield from onwards(0, 0)


def _last_start(piece: Piece, behind: int, length: int) -> int:
    """Return where a piece may begin at the latest, behind the piece before it; -1 for the first."""
    last = length - len(piece.words)
    if behind < 0:
        return last
    return min(last, behind + {"gap": LONGEST_GAP, "bracket": LONGEST_REPLACED, "": 0}[piece.before])


def _keeps_sentences(quoted: Sequence[Word], recorded: Sequence[Word], *, is_last: bool) -> bool:
    """Whether sentences end where they do in the record, and questions are questions."""
    for n, (here, there) in enumerate(zip(quoted, recorded, strict=True)):
        if n == len(quoted) - 1:
            if is_last and here.stop == "?" and there.stop != "?":
                return False
        elif here.stop != there.stop and not (
            _is_abbreviation(there.text) or (there.stop in {".", "!"} and (here.pause or here.stop in {".", "!"}))
        ):
            return False
    return True


def _is_abbreviation(word: str) -> bool:
    return len(word) == 1 or any_of([word.casefold()], "abbreviations")


def _turned(
    found: Sequence[Piece], places: Spans, recorded: Recorded, around: tuple[str, str]
) -> tuple[int, int] | None:
    """Return what a quotation leaves out that turns what it says; None where it leaves out nothing of the kind."""
    known, speaks = recorded.words, recorded.language
    if any(len(piece.inserted) > LONGEST_BRACKET for piece in found):
        return places[0][0], places[-1][1]
    if found[0].before == "bracket" and speaks.turning(found[0].inserted):
        return places[0][0], places[0][0]
    for n, piece in enumerate(found[1:], 1):
        left_out = (places[n - 1][1], places[n][0]) if piece.words else (0, 0)
        if _turns(piece, left_out, known, speaks):
            return left_out
    if any(any_of(_words_of(each), "negations") for each in around):
        return None  # the sentence around the quotation says it
    leads_up = (_before(known, places[0][0], speaks), places[0][0])
    goes_on = (places[-1][1], _behind(known, places[-1][1], speaks))
    if speaks.before and speaks.turning(_texts(known, leads_up)):
        return leads_up
    return goes_on if speaks.turning(_texts(known, goes_on), hedges=False) else None


def _turns(piece: Piece, left_out: tuple[int, int], known: Sequence[Word], speaks: Language) -> bool:
    """Whether what is left out before a piece of a quotation turns what that says, or what the piece before it does."""
    first, last = left_out
    if first == last:
        return piece.before == "bracket" and speaks.turning(piece.inserted)
    if piece.before == "bracket":
        return speaks.turning(_texts(known, left_out)) != speaks.turning(piece.inserted)
    if not any(word.stop for word in known[first - 1 : last]):
        return speaks.turning(_texts(known, left_out))
    # Whole sentences may go; what is left out of those that are quoted in part may not turn them.
    behind = (first, min(_behind(known, first, speaks), last))
    before = (max(_before(known, last, speaks), first) if speaks.before else last, last)
    return speaks.turning(_texts(known, behind), hedges=False) or speaks.turning(_texts(known, before))


def _texts(known: Sequence[Word], span: tuple[int, int]) -> list[str]:
    return [word.text for word in known[slice(*span)]]


def _words_of(text: str) -> list[str]:
    """Return the words of the sentence around a quotation; of an unspaced text, what could be a negation in it."""
    found = [word.text.casefold() for piece in pieces(text) for word in piece.words]
    joined = "".join(found) if language_of(text).is_unspaced else ""
    return found + [joined[at : at + size] for size in (2, 3) for at in range(len(joined)) if joined]


def _before(known: Sequence[Word], at: int, speaks: Language) -> int:
    """Return where the clause begins that leads up to a place."""
    while at and not (known[at - 1].stop or known[at - 1].pause or not known[at - 1].text):
        at -= 1
        if known[at].text.casefold() in speaks.conjunctions and known[at + 1].text.casefold() in speaks.subjects:
            break
    return at


def _behind(known: Sequence[Word], at: int, speaks: Language) -> int:
    """Return where the clause ends that goes on behind a place."""
    end = len(known) if speaks.follows else min(at + speaks.behind, len(known))
    while at < end and at and not (known[at - 1].stop or known[at - 1].pause or not known[at].text):
        if known[at].text.casefold() in speaks.conjunctions | speaks.others:
            break
        at += 1
    return at


def _sentence(known: Sequence[Word], left_out: tuple[int, int]) -> str:
    """Return the sentence of the record in which words were left out, and these marked: `[-…-]`."""
    first, last = left_out
    start, end = first, max(last, first + 1)
    while start and not known[start - 1].stop:
        start -= 1
    while end < len(known) and not known[end - 1].stop:
        end += 1
    texts = [word.text or "[…]" for word in known]
    marked = [f"[-{' '.join(texts[first:last])}-]"] if first < last else []
    return " ".join([*texts[start:first], *marked, *texts[last:end]])


def _matcher(quoted: Sequence[str], recorded: Sequence[str]) -> SequenceMatcher[str]:
    """Return what compares two texts; in long ones frequent words begin no match, which would take long to tell."""
    return SequenceMatcher(None, quoted, recorded, autojunk=len(recorded) > LONGEST_COMPARED)


def _share(quoted: Sequence[str], recorded: Recorded) -> float:
    return _share_of(quoted, recorded.words)


def _share_of(quoted: Sequence[str], recorded: Sequence[Word]) -> float:
    here, there = [word.casefold() for word in quoted], [word.text.casefold() for word in recorded]
    blocks = _matcher(here, there).get_matching_blocks()
    return sum(block.size for block in blocks) / max(len(quoted), 1)


def _difference(quoted: Sequence[str], recorded: Sequence[str]) -> str:
    """Return the record's words around the quotation: `[-…-]` stands in the record alone, `{+…+}` in the quotation."""
    matcher = _matcher(quoted, recorded)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return f"{{+{' '.join(quoted)}+}}"
    # What differs at an end of the quotation stands against as many words of the record.
    first = blocks[0].b - blocks[0].a
    last = blocks[-1].b + len(quoted) - blocks[-1].a
    parts: list[str] = []
    for kind, q_from, q_to, r_from, r_to in matcher.get_opcodes():
        here = " ".join(quoted[q_from:q_to])
        there = " ".join(word or "[…]" for word in recorded[max(r_from, first) : min(r_to, last)])
        if kind == "equal":
            parts.append(here)
        else:
            parts.extend(part for part in (there and f"[-{there}-]", here and f"{{+{here}+}}") if part)
    return " ".join(parts)

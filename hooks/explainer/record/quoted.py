"""Whether quoted words are the recorded words, and where they differ.

Words are compared, not punctuation. A quotation may leave words out where it says so (… or [...]), may put words of its
own in square brackets, and may begin with a capital or a small letter. Everything else is a difference.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from explainer.record.kinds.refs import Kind
from explainer.record.kinds.source import Source
from explainer.record.kinds.statement import Statement

FEWEST_WORDS = 5
"""Shorter quotations are names, titles and single words, which anybody may put in quotation marks."""

NEAR = 0.5
"""The share of a quotation's words that a recorded text must have to be named as the one that was meant."""

QUOTED = re.compile(
    r"“(?P<english>[^“”„]+)”"
    r"|„(?P<german>[^“”„]+)[“”]"
    r"|”(?P<swedish>[^“”„]+)”"
    r"|«(?P<french>[^«»]+)»"
    r"|»(?P<danish>[^«»]+)«"
    r"|「(?P<corner>[^「」]+)」"
    r"|『(?P<white_corner>[^『』]+)』"
    r'|"(?P<straight>[^"]+)"'
)
"""Double quotation marks of any language's form. Single ones are apostrophes too often to be told from them."""

TOKEN = re.compile(
    r"(?P<gap>\[\s*(?:…|\.{2,3})\s*\]|…|\.{3})"
    r"|(?P<letter>\[(?P<inside>\w)\](?P<rest>[\w’'-]*))"
    r"|(?P<inserted>\[[^\]]*\])"
    r"|(?P<sign>[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])"
    r"|(?P<word>[^\W_]+(?:['’][^\W_]+)*)"
)


@dataclass(frozen=True)
class Word:
    """A word of a quotation; `free` where its first letter may differ from the record's."""

    text: str
    free: bool = False

    def matches(self, other: str) -> bool:
        """Whether the record's word is this one."""
        if self.free:
            return self.text[1:] == other[1:] and self.text[:1].casefold() == other[:1].casefold()
        return self.text == other


@dataclass(frozen=True)
class Recorded:
    """Words that the record holds: whose they are, and each in turn; an empty one where the record leaves words out."""

    kind: Kind
    id: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Mismatch:
    """A quotation that no recorded words bear out: the nearest, if any is near, and the difference word by word."""

    nearest: Recorded | None
    difference: str


def quotations(text: str) -> Iterator[tuple[int, str]]:
    """Yield the quotations in a text that are long enough to be checked: where each begins, and the words between."""
    for found in QUOTED.finditer(text):
        inner = next(group for group in found.groups() if group is not None)
        if sum(len(part) for part in _segments(inner)) >= FEWEST_WORDS:
            yield found.start(), inner


def mismatch(quotation: str, corpus: Sequence[Recorded]) -> Mismatch | None:
    """Compare a quotation with all that is recorded.

    Args:
        quotation: The words between the quotation marks.
        corpus: The words that the record holds, from `recorded_words`.

    Returns:
        None where some recorded text has the words; else what comes nearest.
    """
    segments = _segments(quotation)
    if any(_contains(each.words, segments) for each in corpus):
        return None
    words = [word.text for segment in segments for word in segment]
    shares = [(_share(words, each.words), n) for n, each in enumerate(corpus)]
    share, at = max(shares, default=(0.0, 0), key=lambda pair: (pair[0], -pair[1]))
    if share < NEAR:
        return Mismatch(None, "")
    return Mismatch(corpus[at], _difference(words, corpus[at].words))


def recorded_words(statements: Iterable[Statement], sources: Iterable[Source]) -> Iterator[Recorded]:
    """Yield the words of statements in all their wordings, of the questions that they answer, and of sources."""
    for statement in statements:
        texts = [statement.words, *(variant.words for variant in statement.variants)]
        if statement.in_reply_to:
            texts.append(statement.in_reply_to.question)
        for text in texts:
            yield Recorded("statement", statement.id, _words(text))
    for source in sources:
        for text in (source.title, *source.quotes):
            yield Recorded("source", source.id, _words(text))


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a recorded text; an empty one stands for words that are left out."""
    segments = _segments(text)
    return tuple(word for segment in segments for word in ("", *(each.text for each in segment)))[1:]


def _segments(text: str) -> list[list[Word]]:
    """Return the words of a text, in pieces between which others may stand in the record."""
    segments: list[list[Word]] = [[]]
    for found in TOKEN.finditer(text.replace("’", "'")):
        if found["gap"] or found["inserted"]:
            segments.append([])
        elif found["letter"]:
            segments[-1].append(Word(found["inside"] + found["rest"], free=True))
        else:
            segments[-1].append(Word(found[0], free=segments == [[]]))
    return [segment for segment in segments if segment]


def _contains(recorded: tuple[str, ...], segments: Iterable[list[Word]]) -> bool:
    """Whether recorded words hold the pieces of a quotation, one after another."""
    start = 0
    for segment in segments:
        for at in range(start, len(recorded) - len(segment) + 1):
            if all(word.matches(recorded[at + n]) for n, word in enumerate(segment)):
                start = at + len(segment)
                break
        else:
            return False
    return True


def _share(words: list[str], recorded: tuple[str, ...]) -> float:
    quoted, known = ([word.casefold() for word in each] for each in (words, recorded))
    blocks = SequenceMatcher(None, quoted, known, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(len(words), 1)


def _difference(words: list[str], recorded: tuple[str, ...]) -> str:
    """Return the record's words around the quotation: `[-…-]` stands in the record alone, `{+…+}` in the quotation."""
    matcher = SequenceMatcher(None, words, recorded, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return f"{{+{' '.join(words)}+}}"
    # What differs at an end of the quotation stands against as many words of the record.
    first = blocks[0].b - blocks[0].a
    last = blocks[-1].b + len(words) - blocks[-1].a
    parts: list[str] = []
    for kind, q_from, q_to, r_from, r_to in matcher.get_opcodes():
        here = " ".join(words[q_from:q_to])
        there = " ".join(word or "[…]" for word in recorded[max(r_from, first) : min(r_to, last)])
        if kind == "equal":
            parts.append(here)
        else:
            parts.extend(part for part in (there and f"[-{there}-]", here and f"{{+{here}+}}") if part)
    return " ".join(parts)

"""The words of a text as they are compared with those of another.

A word is what Unicode's word boundaries (UAX #29) take for one, with the marks on its letters; in Chinese and
Japanese, which put no space between words, each character. A sign that carries meaning, as of a currency, is compared
like a word. What carries none is not looked at: soft hyphens and other characters that nobody sees, which of several
apostrophes it is, ligatures, tatweel, and the points that Arabic and Hebrew may write their vowels with.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

import regex

from explainer.characters import composed, visible

APOSTROPHES = str.maketrans(
    dict.fromkeys("’‘ʼ′´`＇׳‛", "'") | dict.fromkeys("‐‑−", "-") | {"〔": "[", "〕": "]", "״": '"'}
)
POINTS = regex.compile("[\u0640\u064b-\u0652\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
"""Tatweel, and the vowel points of Arabic and Hebrew, which most texts leave out."""

FORMS = regex.compile("[\ufb00-\ufdff\ufe70-\ufeff\uff01-\uffee]+")
"""Ligatures, the forms of Arabic letters within a word, and characters of full width: other forms of letters."""

UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}ー々〆"
_W = rf"[\p{{L}}\p{{M}}\p{{N}}--[{UNSPACED}\p{{Thai}}\p{{Lao}}\p{{Khmer}}\p{{Myanmar}}]]"

TOKEN = regex.compile(
    r"(?P<gap>[\[(]\s*(?:…|⋯|\.(?:\s?\.)+)+\s*[\])]|(?:…|⋯)+|\.(?:[ \u00a0]\.){2,3}|\.{3,})"
    rf"|(?P<letter>\[(?P<inside>{_W}\p{{M}}*)\](?P<rest>'?{_W}+(?:['-]{_W}+)*))"
    r"|\[(?P<inserted>[^\[\]]*)\]"
    rf"|(?P<unspaced>[{UNSPACED}]|[\p{{Thai}}\p{{Lao}}\p{{Khmer}}\p{{Myanmar}}--\p{{M}}]\p{{M}}*)"
    r"|(?P<number>\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d\p{L}])(?:[.,]\d+)?|\d+(?:[.,:'/]\d+)*(?![\d\p{L}\p{M}]))"
    rf"|(?P<word>{_W}+(?:(?:['·-]|(?<=\p{{Hebrew}})\"(?=\p{{Hebrew}})){_W}+)*)"
    r"|(?P<sign>[\p{Sc}%‰°§+=&@#]|(?<![\p{L}\p{N}\s])-(?=\d)|(?<=\s)-(?=\d))"
    r"|(?P<stop>[.!?。！？؟।]+)"
    r"|(?P<pause>[,;:—–،؛、，；：]|(?<=\s)-(?=\s)|\n\s*\n)",
    regex.VERSION1,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a sign that is compared like one.

    Attributes:
        text: The word, as it is compared; empty for words of a record that nobody knows.
        free: Whether its first letter may be a capital or a small one.
        stop: The sign behind it that ends a sentence: `.`, `!` or `?`; empty for none.
        pause: Whether a comma or another sign within a sentence stands behind it.
        start: Where in the text it begins, as `plain` has that.
        end: Where it ends.
    """

    text: str
    free: bool = False
    stop: str = ""
    pause: bool = False
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    def is_(self, other: "Word") -> bool:
        """Whether the record's word is this one."""
        if self.text == other.text:
            return True
        return self.free and _without_case(self.text[:1]) + self.text[1:] in {
            other.text,
            _without_case(other.text[:1]) + other.text[1:],
        }

    @property
    def key(self) -> str:
        """The word without its case, to look it up by."""
        return _without_case(self.text)


@dataclass(slots=True)
class Piece:
    """Words that stand together.

    Attributes:
        words: The words.
        before: What parts them from the piece before: nothing, words left out, or words put in.
        inserted: The words put in.
    """

    words: list[Word] = field(default_factory=list)
    before: Literal["", "gap", "bracket"] = ""
    inserted: tuple[str, ...] = ()


def pieces(text: str) -> list[Piece]:
    """Return the words of a text, in pieces between which others may stand in the record."""
    found = [Piece()]
    for token in TOKEN.finditer(plain(text)):
        kind, words = token.lastgroup, found[-1].words
        if kind == "gap":
            found.append(Piece(before="gap"))
        elif token["inserted"] is not None:
            inserted = tuple(word.text for piece in pieces(token["inserted"]) for word in piece.words)
            found.append(Piece(before="bracket", inserted=inserted))
        elif kind in {"stop", "pause"}:
            if words:
                words[-1] = _followed(words[-1], token[0] if kind == "stop" else "")
        else:
            typed = token["inside"] + token["rest"] if token["letter"] else token[0]
            is_first = not any(piece.words for piece in found)
            spelt = regex.sub(r"\s", "\u202f", typed)
            is_free = bool(token["letter"]) or is_first
            words.append(Word(spelt, free=is_free, start=token.start(), end=token.end()))
    return list(_joined(found))


def words(text: str) -> tuple[Word, ...]:
    """Return the words of a recorded text; an empty one where it leaves words out or has its editor's."""
    found: list[Word] = []
    for piece in pieces(text):
        if piece.before:
            found.append(Word(""))
        found.extend(piece.words)
    return tuple(found)


def plain(text: str) -> str:
    """Return a text without what carries no meaning; of a settled one, each sign is where it was."""
    return settled(text).translate(APOSTROPHES)


def settled(text: str) -> str:
    """Return a text in the one form that Unicode has for each letter, without what nobody sees, and without points."""
    if text.isascii():
        return text
    text = composed(visible(text))
    return POINTS.sub("", FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text))


def length(found: list[Piece]) -> int:
    """Return how many words there are in pieces, those put in, too."""
    texts = [each for piece in found for each in (*piece.inserted, *(word.text for word in piece.words))]
    unspaced = [each for each in texts if regex.fullmatch(rf"[{UNSPACED}]|\p{{Thai}}\p{{M}}*", each)]
    return len(texts) - len(unspaced) + (_phrases("".join(unspaced)) if unspaced else 0)


def _phrases(text: str) -> int:
    """Return how many words an unspaced text has, as a reader counts them, from the phrases of its language."""
    if regex.search(r"[\p{Hiragana}\p{Katakana}]", text):
        import budoux  # noqa: PLC0415 - takes its time, and most sites have no use for it

        phrases = budoux.load_default_japanese_parser().parse(text)
        return len(phrases) + len(phrases) // 3  # a phrase is a word and what is joined to it
    return len(text) // (2 if regex.search(r"\p{Han}", text) else 4)


def _followed(word: Word, stop: str) -> Word:
    sign = next(
        (sign for sign, signs in (("?", "?？؟"), ("!", "!！")) if any(each in stop for each in signs)),
        "." if stop else "",
    )
    return replace(word, stop=word.stop or sign, pause=word.pause or not stop)


def _joined(found: list[Piece]) -> Iterator[Piece]:
    """Yield pieces that have words, and what parts them: two gaps are one, a gap beside a bracket is a gap."""
    before: Literal["", "gap", "bracket"] = ""
    inserted: tuple[str, ...] = ()
    for piece in found:
        before = "gap" if "gap" in {before, piece.before} else piece.before or before
        inserted += piece.inserted
        if piece.words:
            yield Piece(piece.words, before, inserted)
            before, inserted = "", ()
    if before:
        yield Piece([], before, inserted)


def _without_case(letter: str) -> str:
    """Return a letter without its case; Turkish has an i with a dot and one without, and capitals of both."""
    return letter.replace("İ", "i").replace("ı", "i").casefold()

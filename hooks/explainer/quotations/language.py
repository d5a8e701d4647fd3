"""What the gate knows of languages: words that turn what is said, words with which speech is told.

The lists stand in `languages/`, a file for each, and are open to correction: a word that is missing there lets a bent
quotation pass, one too many refuses an honest one.
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import Any

import regex

SCRIPTS = {
    "ja": r"[\p{Hiragana}\p{Katakana}]",
    "zh": r"\p{Han}",
    "ar": r"\p{Arabic}",
    "he": r"\p{Hebrew}",
    "hi": r"\p{Devanagari}",
}
"""The languages that are known by their script, in the order in which they are looked for."""


@dataclass(frozen=True)
class Language:
    """A language's lists.

    Attributes:
        name: Its code.
        common: Its most frequent words, by which it is told from others of its script.
        negations: Words that deny.
        hedges: Words that leave open whether it is so.
        not_negations: Words that only look as if they denied.
        conjunctions: Words with which a clause may begin that stands for itself, if
        subjects: one of these follows.
        follows: Whether a negation may stand anywhere behind what it denies.
        behind: Else, how many words behind: "I know nothing".
        before: Whether it may stand before it.
        said: Verbs that tell who speaks.
        pronouns: Words for somebody named before.
        others: Words after which the name of somebody stands who does not speak.
        sources: Words with which it is told, without a verb, who said something.
        addressed: Verbs behind which somebody is named who is spoken to.
        titles: What stands before a name.
        women: Titles of women.
        men: Titles of men.
        she: Pronouns for women.
        he: Pronouns for men.
        months: The names of months that are names of people as well.
        abbreviations: Words whose full stop ends no sentence.
    """

    name: str
    common: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    hedges: frozenset[str] = frozenset()
    not_negations: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    follows: bool = False
    behind: int = 0
    before: bool = True
    said: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    addressed: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    women: frozenset[str] = frozenset()
    men: frozenset[str] = frozenset()
    she: frozenset[str] = frozenset()
    he: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    _turns: dict[str, bool] = field(default_factory=dict, compare=False)

    @property
    def is_unspaced(self) -> bool:
        """Whether it puts no space between words."""
        return self.name in {"ja", "zh"}

    def turning(self, words: Sequence[str], *, hedges: bool = True) -> bool:
        """Whether one of some words turns what is said.

        Args:
            words: The words.
            hedges: Whether a hedge counts, or a negation alone.
        """
        if self.is_unspaced:
            text = "".join(words)
            for each in self.not_negations:
                text = text.replace(each, "")
            return any(each in text for each in (self.negations | self.hedges if hedges else self.negations))
        return any(self._turns_by(word, hedges=hedges) for word in words)

    def _turns_by(self, word: str, *, hedges: bool) -> bool:
        word = word.casefold()
        if word in self.negations or (hedges and word in self.hedges):
            return True
        known = self._turns.get(word)
        if known is None:
            known = self._turns[word] = any(fnmatchcase(word, each) for each in self.negations if "*" in each)
        return known


@cache
def language(name: str) -> Language:
    """Return the lists of a language by its code."""
    lists = tomllib.loads(files(__package__).joinpath("languages", f"{name}.toml").read_text("utf-8"))
    return Language(name, **{key: _read(value) for key, value in lists.items()})


@cache
def languages() -> tuple[Language, ...]:
    """Return the languages that are known."""
    found = sorted(each.name for each in files(__package__).joinpath("languages").iterdir())
    return tuple(language(name.removesuffix(".toml")) for name in found if name.endswith(".toml"))


def language_of(text: str) -> Language:
    """Return the language in which a text is written: by its script, else by the words that are most frequent in it."""
    for name, script in SCRIPTS.items():
        if regex.search(script, text):
            return language(name)
    words = regex.findall(r"[\p{L}\p{M}]+", text.casefold())
    counts = [(sum(word in each.common for word in words), each.name == "en", each) for each in languages()]
    return max(counts, key=lambda count: count[:2])[2]


def any_of(words: Iterable[str], name: str) -> bool:
    """Whether one of some words is in a list of any language, such as `said`."""
    return any(word in _all(name) for word in words)


@cache
def _all(name: str) -> frozenset[str]:
    return frozenset().union(*(getattr(each, name) for each in languages()))


def _read(value: Any) -> Any:
    return frozenset(value.casefold().split()) if isinstance(value, str) else value

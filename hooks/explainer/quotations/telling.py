"""Who is told to have said quoted words: by the sentence before them, or the one behind.

Where a text does not say it in so many words, nothing is known, and nobody is accused.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from explainer.quotations.language import any_of
from explainer.quotations.marks import SENTENCE

SHORTEST_NAME = 3
"""A last name of fewer letters is a word of some language."""

NEAR = 3
"""How many words may stand between a name and the verb that tells that this one speaks."""

WORD = regex.compile(r"[\p{L}\p{M}\p{N}'’-]+|[,;:.!?()\"“”—–]")
UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")


@dataclass(frozen=True)
class Named:
    """Somebody named in a text: who, from which to which word, and by which title."""

    id: str
    first: int
    last: int
    title: str = ""


class Names:
    """Knows by which names people are called in texts."""

    def __init__(self, people: Mapping[str, tuple[str, bool]]) -> None:
        """Know some people.

        Args:
            people: Their names by their ids, and whether each is a human being, who may be called by the last name.
        """
        self._ids: dict[tuple[str, ...], list[str]] = {}
        self._unspaced: dict[str, str] = {}
        for id_, (name, is_human) in people.items():
            words = tuple(WORD.findall(name))
            if UNSPACED.search(name):
                self._unspaced[name] = id_
            self._ids.setdefault(words, []).append(id_)
            if is_human and len(words) > 1 and len(words[-1]) >= SHORTEST_NAME:
                self._ids.setdefault(words[-1:], []).append(id_)
        self._longest = max(map(len, self._ids), default=0)

    def among(self, words: Sequence[str]) -> list[Named]:
        """Return who is named among some words, in their order."""
        found: list[Named] = []
        at = 0
        while at < len(words):
            size = next(
                (n for n in range(self._longest, 0, -1) if tuple(map(_nominative, words[at : at + n])) in self._ids), 0
            )
            ids = self._ids.get(tuple(map(_nominative, words[at : at + size])), []) if size else []
            title = words[at - 1].casefold() if at else ""
            if title == "." and at > 1:
                title = words[at - 2].casefold()
            if ids and len(set(ids)) == 1 and (size > 1 or any_of([title], "titles") or not _is_a_word(words[at])):
                found.append(Named(ids[0], at, at + size, title if any_of([title], "titles") else ""))
            at += max(size, 1)
        return found

    def within(self, text: str) -> list[str]:
        """Return who is named in a text that puts no space between words."""
        return [id_ for name, id_ in self._unspaced.items() if name in text]


@dataclass(frozen=True)
class _Sentence:
    words: Sequence[str]
    names: Sequence[Named]

    @cached_property
    def verbs(self) -> list[int]:
        return [n for n, word in enumerate(self.words) if any_of([word.casefold()], "said")]

    def subject(self, verb: int, *, is_behind: bool) -> Named | str | None:
        """Return who is said to speak by a verb: somebody named, a pronoun, or nobody who is known."""
        lead = list(self.words[max(verb - NEAR, 0) : verb])
        for each in reversed(self.names):
            between = self.words[each.last : verb]
            if list(between) == [","] and self.words[max(each.first - 1, 0)] == ",":
                between = []  # "he, Babbage, wrote"
            if each.last <= verb and len(between) < NEAR and not any(word in ",;:" for word in between):
                if _is_other(self.words, each):
                    continue
                if not any_of([word.casefold() for word in between], "pronouns"):
                    return each
        for word in reversed(lead):
            if word in ",;:":
                break
            if any_of([word.casefold()], "pronouns"):
                return word.casefold()
        for each in self.names:
            between = self.words[verb + 1 : each.first]
            if each.first > verb and all(word == "." or any_of([word.casefold()], "titles") for word in between):
                return None if any_of([self.words[verb].casefold()], "addressed") else each
        if is_behind and verb + 1 < len(self.words) and any_of([self.words[verb + 1].casefold()], "pronouns"):
            return self.words[verb + 1].casefold()
        return None


def tells_of_speech(text: str) -> bool:
    """Whether a text says that somebody speaks."""
    if UNSPACED.search(text):
        return False
    return any_of((word.casefold() for word in WORD.findall(text)), "said")


def told_by_somebody(before: str, names: Names) -> bool:
    """Whether a sentence tells that a human being says what follows, by name or pronoun."""
    sentence = _read(before, names)
    return bool(sentence.verbs) and sentence.subject(sentence.verbs[-1], is_behind=False) is not None


def speakers(before: str, behind: str, names: Names) -> set[str]:
    """Return who is told to have said quoted words: nobody where that is not told; the ids of people.

    Args:
        before: All that the passage says before them.
        behind: All that it says behind them.
        names: By which names people are called.
    """
    sentences = SENTENCE.split(before)
    last = _read(sentences[-1], names)
    earlier = [each for each in sentences[:-1] if each and each.strip()]
    if last.verbs:
        found = last.subject(last.verbs[-1], is_behind=False)
        if isinstance(found, Named):
            return {found.id}
        return _meant_by(found, earlier, names, last) if found else set()
    behind = behind.lstrip(" \t\"'”’»“.,!?")
    following = SENTENCE.split(behind)[0] if behind.strip() else ""
    told = _read(following, names)
    if told.verbs and told.verbs[0] <= NEAR + 2:
        found = told.subject(told.verbs[0], is_behind=True)
        if isinstance(found, Named) and found.first <= NEAR + 2:
            return {found.id}
        if isinstance(found, str) and told.verbs[0] == 1:
            return _meant_by(found, [each for each in sentences if each.strip()], names, last)
    for each in last.names:
        if any_of((word.casefold() for word in last.words[max(each.first - NEAR, 0) : each.first]), "sources"):
            return {each.id}
    if UNSPACED.search(sentences[-1]):
        return set(names.within(sentences[-1])) if len(names.within(sentences[-1])) == 1 else set()
    meant = [each for each in last.names if not _is_other(last.words, each)]
    pronouns = any_of((word.casefold() for word in last.words), "pronouns")
    return {meant[0].id} if len({each.id for each in last.names}) == 1 and meant and not pronouns else set()


def _meant_by(pronoun: str, earlier: Sequence[str], names: Names, last: _Sentence) -> set[str]:
    """Return whom a pronoun stands for: who alone is named in the nearest sentence before that names somebody."""
    for text in reversed(earlier):
        sentence = _read(text, names)
        if not sentence.names:
            continue
        only = {each.id for each in sentence.names}
        title = sentence.names[0].title
        fits = not (any_of([title], "women") and any_of([pronoun], "he"))
        fits = fits and not (any_of([title], "men") and any_of([pronoun], "she"))
        asked = any_of((word.casefold() for word in sentence.words), "addressed")
        other = _is_other(sentence.words, sentence.names[0])
        return only if len(only) == 1 and fits and not asked and not other and not last.names else set()
    return set()


def _read(text: str, names: Names) -> _Sentence:
    words = WORD.findall(text)
    return _Sentence(words, names.among(words))


def _nominative(word: str) -> str:
    """Return a name without the ending of an English possessive."""
    return regex.sub(r"['’]s?$", "", word)


def _is_other(words: Sequence[str], name: Named) -> bool:
    """Whether what stands before a name says that this is not who speaks."""
    at = name.first - 1
    while at >= 0 and (words[at] == "." or any_of([words[at].casefold()], "titles")):
        at -= 1
    return at >= 0 and any_of([words[at].casefold()], "others")


def _is_a_word(name: str) -> bool:
    return any_of([name.casefold()], "common") or any_of([name.casefold()], "months")

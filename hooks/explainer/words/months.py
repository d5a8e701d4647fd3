"""The names of the months as people type them, in the languages that the generator speaks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from unicodedata import normalize

from babel import Locale

from explainer.characters import ACCENTS


@cache
def month_numbers(languages: tuple[str, ...]) -> Mapping[str, int]:
    """Return the number of each month by its names, long and short, in small letters and without full stops.

    Args:
        languages: The languages by their codes, the site's own first: where two languages call two months alike, as
            Polish and Croatian do, the first decides.
    """
    found: dict[str, int] = {}
    for language in languages:
        for name, number in _of(language).items():
            found.setdefault(name, number)
    return MappingProxyType(found)


def _of(language: str) -> Mapping[str, int]:
    """Return the names in one language; a short form that two of its months share is none of either."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for context in Locale.parse(language.replace("-", "_")).months.values():
        for width in ("wide", "abbreviated"):
            for number, name in context[width].items():
                for each in spellings(name):
                    numbers[each].add(number)
    return {name: each.pop() for name, each in numbers.items() if len(each) == 1 and not name.isdecimal()}


def spellings(name: str) -> Iterable[str]:
    """Return how a name may be typed: with its accents and without."""
    typed = name.casefold().strip(" .")
    return {typed, ACCENTS.sub("", normalize("NFKD", typed))}

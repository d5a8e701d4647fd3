"""Where a word changes with the sound of the number beside it, which no catalogue can know.

The catalogues have the form that is most frequent; what the number asks for instead is put in here.
"""

import re

from babel import Locale

RUSSIAN_TWO = re.compile(r"\bс (?=2\b)")
"""Before "второго" the preposition is "со"."""

ITALIAN_EIGHT = re.compile(r"\b(d?)al (?=8|11\b)")
"""Before "otto" and what begins with it, and before "undici", the article is elided."""

ITALIAN_A = re.compile(r"\ba (?=a)")
"""Before another "a" the preposition is "ad"."""

TURKISH_DECADE = re.compile(r"([0-9]+)’lu(?= yıl)")
"""The suffix of a decade follows its vowels: 2010’lu, 2020’li, 1960’lı, 1900’lü."""

TURKISH_SUFFIXES = {"1": "lu", "2": "li", "3": "lu", "4": "lı", "5": "li", "6": "lı", "7": "li", "8": "li", "9": "lı"}


def sounding(text: str, locale: Locale) -> str:
    """Return a date in words with each word as it sounds beside its number."""
    match locale.language:
        case "it":
            return ITALIAN_EIGHT.sub(r"\1all’", ITALIAN_A.sub("ad ", text))
        case "ru":
            return RUSSIAN_TWO.sub("со ", text)
        case "tr":
            return TURKISH_DECADE.sub(lambda found: f"{found[1]}’{_turkish(found[1])}", text)
    return text


def _turkish(decade: str) -> str:
    if decade[-2] != "0":
        return TURKISH_SUFFIXES[decade[-2]]
    return "li" if decade.endswith("000") else "lü"

"""Where a word changes with the sound of what stands beside it, which no catalogue can know.

The catalogues have the form that is most frequent; what a number or a name asks for instead is put in here.
"""

import re
from collections.abc import Sequence

from babel import Locale
from markupsafe import Markup

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


SPANISH_I = re.compile(r"[ií]|h[ií](?![aeo])", re.IGNORECASE)
"""Before this sound "y" becomes "e"."""

HEBREW = re.compile(r"[\u0590-\u05ff]")


def last_of(listed: str, items: Sequence[str], locale: Locale) -> str:
    """Return a list with the word before its last item as that item asks for; ICU does so in the same two languages.

    Args:
        listed: The items as the language lists them, in HTML.
        items: The items.
        locale: The language.
    """
    if len(items) < 2 or not listed.endswith(items[-1]):
        return listed
    before, last = listed.removesuffix(items[-1]), items[-1]
    said = Markup(last).striptags()  # noqa: S704 - read, and not shown
    if locale.language == "es" and SPANISH_I.match(said):
        before = re.sub(r" y $", " e ", before)
    if locale.language == "he" and not HEBREW.match(said):
        before = re.sub(r"ו$", "ו־", before)
    return before + last

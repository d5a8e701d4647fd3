"""The words of the site's language: what the generator itself says, and how dates, numbers and lists are put."""

from dataclasses import dataclass
from functools import lru_cache
from gettext import NullTranslations
from gettext import translation as find_catalogue
from pathlib import Path

from babel import Locale, UnknownLocaleError

from explainer.record.dates import Date, End
from explainer.render.dates import date_in_words, span_in_words

CATALOGUES = Path(__file__).with_name("locale")


@dataclass(frozen=True)
class Words:
    """A language: its locale, for dates and lists, and its catalogue, for the generator's own words."""

    locale: Locale
    catalogue: NullTranslations

    def gettext(self, message: str) -> str:
        """Return the generator's message in this language."""
        return self.catalogue.gettext(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Return the generator's message for a number of things."""
        return self.catalogue.ngettext(one, many, number)

    def date(self, date: Date) -> str:
        """Return a date in words."""
        return date_in_words(date, self.locale, self.gettext)

    def span(self, start: Date | End, end: Date | End) -> str:
        """Return the time from one date to another in words."""
        return span_in_words(start, end, self.locale, self.gettext)


@lru_cache(maxsize=32)
def words_for(language: str) -> Words:
    """Return the words of a theme's language, such as `en`, `pt-BR` or `zh-Hant`; English where it is not known."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    names = [str(locale), locale.language]
    return Words(locale, find_catalogue("explainer", CATALOGUES, names, fallback=True))

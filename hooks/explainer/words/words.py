"""The words of the site's language: what the generator itself says, and how dates, numbers and lists are put."""

from collections.abc import Iterable
from dataclasses import dataclass
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from markupsafe import Markup, escape

from explainer.edtf.dates import Date, Day, End
from explainer.words.dates import date_in_words, since_in_words, span_in_words
from explainer.words.patterns import day_in_short, month_in_short, plain_english_is_british, year_in_words

CATALOGUES = Path(__file__).with_name("locale")
"""One file for each language, by its code, in gettext's own form. `make catalogues` brings them up to date."""


@dataclass(frozen=True)
class Words:
    """A language: its locale, for dates and lists, and its catalogue, for the generator's own words."""

    locale: Locale
    catalogue: NullTranslations

    @property
    def tag(self) -> str:
        """The language as HTML and feeds name it (BCP 47), such as `pt-BR`."""
        return str(self.locale).replace("_", "-")

    @property
    def runs_from_the_right(self) -> bool:
        """Whether the language is written from right to left."""
        return self.locale.text_direction == "rtl"

    def gettext(self, message: str) -> str:
        """Return the generator's message in this language."""
        return self.catalogue.gettext(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Return the generator's message for a number of things."""
        return self.catalogue.ngettext(one, many, number)

    def listed(self, items: Iterable[str]) -> Markup:
        """Return several things as the language lists them, such as "a, b and c"; text is escaped, `Markup` is not."""
        escaped = [str(escape(item)) for item in items]
        return Markup(format_list(escaped, locale=plain_english_is_british(self.locale)))  # noqa: S704

    def date(self, date: Date) -> str:
        """Return a date in words."""
        return date_in_words(date, self.locale, self.gettext)

    def year(self, day: Day) -> str:
        """Return the year of a day."""
        return year_in_words(day, self.locale)

    def month_name(self, day: Day) -> str:
        """Return the month of a day, shortened and without its year."""
        return month_in_short(day, self.locale)

    def day_of_month(self, day: Day) -> str:
        """Return a day and its month, shortened and without the year."""
        return day_in_short(day, self.locale)

    def since(self, date: Date) -> str:
        """Return that something lasts from a date on, in words."""
        return since_in_words(date, self.locale, self.gettext)

    def span(self, start: Date | End, end: Date | End) -> str:
        """Return the time from one date to another in words."""
        return span_in_words(start, end, self.locale, self.gettext)


def words_for(language: str) -> Words:
    """Return the words of a theme's language, such as `en`, `pt-BR` or `zh-Hant`; English where it is not known."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return Words(locale, _catalogue(locale))


def _catalogue(locale: Locale) -> NullTranslations:
    """Compile a language's catalogue: that of its script or country if there is one, else that of the language."""
    codes = [f"{locale.language}_{locale.script}", f"{locale.language}_{locale.territory}", locale.language]
    if locale.script == "Hant" or (locale.language == "zh" and locale.territory in {"HK", "MO", "TW"}):
        codes.pop()  # a language's readers of another script are not served by its catalogue
    for code in codes:
        file = CATALOGUES / f"{code}.po"
        if file.is_file():
            compiled = BytesIO()
            with file.open("rb") as text:
                write_mo(compiled, read_po(text, locale=code))
            compiled.seek(0)
            return GNUTranslations(compiled)
    return NullTranslations()

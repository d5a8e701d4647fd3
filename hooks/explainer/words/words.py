"""The words of the site's language: what the generator itself says, and how dates, numbers and lists are put."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from functools import reduce
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from unicodedata import bidirectional

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_timedelta
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.units import format_unit
from markupsafe import Markup, escape

from explainer.edtf.dates import Date, Day, End
from explainer.words.dates import date_in_words, since_in_words, span_in_words
from explainer.words.patterns import day_in_short, month_in_short, plain_english_is_british, year_in_words
from explainer.words.sounds import last_of

CATALOGUES = Path(__file__).with_name("locale")
"""One file for each language, by its code, in gettext's own form. `make catalogues` brings them up to date."""

WITHOUT_SPACES = {"ja", "yue", "zh"}
"""The languages that put no space after a sign: it is as wide as a letter, and has its own."""


@dataclass(frozen=True)
class Words:
    """A language: its locale, for dates and lists, and its catalogue, for the generator's own words."""

    locale: Locale
    catalogue: NullTranslations
    _dates: dict[Date, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Dates that were put in words already: a record has each in many places, and Babel takes long over one."""

    @property
    def tag(self) -> str:
        """The language as HTML and feeds name it (BCP 47), such as `pt-BR`."""
        return str(self.locale).replace("_", "-")

    @property
    def runs_from_the_right(self) -> bool:
        """Whether the language is written from right to left."""
        return self.locale.text_direction == "rtl"

    def language_name(self, code: str) -> str:
        """Return what a language is called in this one, by its code (BCP 47); the code where nobody knows it."""
        try:
            return Locale.parse(code, sep="-").get_display_name(self.locale) or code
        except (UnknownLocaleError, ValueError):
            return code

    def duration(self, days: int) -> str:
        """Return how long some days are, in words: `2 years`, `5 weeks`."""
        return format_timedelta(timedelta(days=days), threshold=1.2, locale=self.locale)

    def number(self, text: str) -> str:
        """Return a number as the language writes it: `1,234.5`."""
        return format_decimal(Decimal(text), locale=self.locale)

    def kilometres(self, number: int) -> str:
        """Return a distance in words: `500 km`."""
        return format_unit(number, "length-kilometer", "short", locale=self.locale)

    def gettext(self, message: str) -> str:
        """Return the generator's message in this language."""
        return self.catalogue.gettext(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Return the generator's message for a number of things."""
        return self.catalogue.ngettext(one, many, number)

    @property
    def space(self) -> str:
        """What stands between a sign and the word after it, and between two sentences: nothing in some languages."""
        return "" if self.locale.language in WITHOUT_SPACES else " "

    def listed(self, items: Iterable[str]) -> Markup:
        """Return several things as the language lists them, such as "a, b and c"; text is escaped, `Markup` is not."""
        escaped = [str(self.isolated(escape(item))) for item in items]
        return Markup(last_of(format_list(escaped, locale=plain_english_is_british(self.locale)), escaped, self.locale))  # noqa: S704

    # Of the following, text stays text, and what has `Markup` in it becomes `Markup`, with the text in it escaped.

    def commas(self, parts: Iterable[str]) -> str:
        """Return the parts of a line with commas between them, such as "The Times, 2016". Empty ones are left out."""
        # Translators: the parts of a line, such as “The Times, 2 March 2017”.
        return self._joined(self.gettext("%(first)s, %(second)s"), parts)

    def semicolons(self, parts: Iterable[str]) -> str:
        """Return the values of a field with semicolons between them."""
        # Translators: the values of a field.
        return self._joined(self.gettext("%(first)s; %(second)s"), parts)

    def key(self, label: str) -> str:
        """Return a label with a colon, as it stands before what it names."""
        # Translators: a colon, with a space before it where the language has one there.
        return _filled(self.gettext("%(label)s:"), label=label)

    def colon(self, label: str, text: str) -> str:
        """Return a label, a colon, and what it names, such as "Our finding: misleading"."""
        return self.key(label) + self.space + text

    def aside(self, text: str, remark: str) -> str:
        """Return a text with a remark in brackets, such as "Attorney General (since 2017)"."""
        # Translators: brackets around a remark.
        return text + self.space + _filled(self.gettext("(%(remark)s)"), remark=remark)

    def sentences(self, sentences: Iterable[str]) -> str:
        """Return sentences in a row. Where one ends in an abbreviation, its full stop ends the sentence, too."""
        return self.space.join(re.sub(r"(?<!\.)\.\.(?!\.)", ".", sentence) for sentence in sentences)

    def isolated(self, text: str) -> str:
        """Return a text so that it does not tear what is around it apart where it runs the other way (UAX 9).

        Two names that stand beside each other would else run as one, the first of them last.
        """
        if isinstance(text, Markup) and text.startswith("<bdi>"):
            return text  # a name, and what belongs behind it: the number of a note
        runs = {"L": False, "R": True, "AL": True}
        said = Markup(text).striptags()  # noqa: S704 - read, and not shown
        strong = (runs[each] for each in map(bidirectional, said) if each in runs)
        if next(strong, self.runs_from_the_right) == self.runs_from_the_right:
            return text
        return Markup("<bdi>{}</bdi>").format(text) if isinstance(text, Markup) else f"\u2068{text}\u2069"

    def _joined(self, message: str, parts: Iterable[str]) -> str:
        isolated = [self.isolated(part) for part in parts if part]
        return reduce(lambda first, second: _filled(message, first=first, second=second), isolated) if isolated else ""

    def date(self, date: Date) -> str:
        """Return a date in words."""
        if date not in self._dates:
            self._dates[date] = date_in_words(date, self.locale, self.gettext)
        return self._dates[date]

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


def _filled(message: str, **parts: str) -> str:
    """Fill a message; with `Markup` in a part, it becomes `Markup`, and the other parts are escaped."""
    marked = any(isinstance(part, Markup) for part in parts.values())
    return (Markup(message) if marked else message) % parts  # noqa: S704 - the message is the generator's own


def words_for(language: str) -> Words:
    """Return the words of a theme's language, such as `en`, `pt-BR` or `zh-Hant`; English where it is not known."""
    locale = _locale(language)
    return Words(locale, _catalogue(locale, CATALOGUES))


def catalogue_of(language: str, folder: Path) -> NullTranslations:
    """Return the words of a theme's language from a folder of catalogues; one that is empty where it has none."""
    return _catalogue(_locale(language), folder)


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def _catalogue(locale: Locale, folder: Path) -> NullTranslations:
    """Compile a language's catalogue: that of its script or country if there is one, else that of the language."""
    near = get_global("parent_exceptions").get(str(locale))  # Angola reads what Portugal does, and not what Brazil does
    for code in (f"{locale.language}_{locale.script}", f"{locale.language}_{locale.territory}", near, locale.language):
        file = folder / f"{code}.po"
        if file.is_file():
            compiled = BytesIO()
            with file.open("rb") as text:
                write_mo(compiled, read_po(text, locale=code))
            compiled.seek(0)
            return GNUTranslations(compiled)
    return NullTranslations()

"""How a language writes years, months, days and spans of them: CLDR's patterns, which Babel has, filled with any year.

Where CLDR's patterns are made for tables and calendars and a sentence wants more, it is said here.
"""

import datetime as dt
import re

from babel import Locale
from babel.dates import format_date

from explainer.edtf.dates import Day, Precision

THIN_SPACES = re.compile("[\u2009\u202f]")

FIRST_OF_MONTH = {"fr": "1er", "it": "1º", "pt": "1º", "pt_PT": "1"}
"""The languages in which the first day of a month, and no other, is put as an ordinal."""

YEAR_IN_SENTENCES = {"ru": "y 'г.'", "uk": "y 'р.'"}
"""A year after a preposition or a season, where it needs the word for it; alone and in a span it does without."""

BETWEEN = {"zh": "至"}
"""What stands between two dates of a span where CLDR gives for dates of two kinds another sign than for two of one."""


def plain_english_is_british(locale: Locale) -> Locale:
    """Return the locale by which a language is written.

    Plain English puts the day first and no comma before "and", as most of its readers outside the United States do;
    `en-US` asks for the other way.
    """
    return Locale("en", "GB") if str(locale) == "en" else locale


def year_in_words(day: Day, locale: Locale) -> str:
    """Return the year of a day, such as "2016" or "44 BC"."""
    return _format(day, _skeleton(day, "y", locale), locale)


def year_in_sentence(day: Day, locale: Locale) -> str:
    """Return the year of a day as it stands after a preposition or a season, such as "2016 г."."""
    pattern = YEAR_IN_SENTENCES.get(locale.language)
    if pattern is None:
        return year_in_words(day, locale)
    return _format(day, pattern if day.year > 0 else f"{pattern} G", locale)


def month_in_words(day: Day, locale: Locale) -> str:
    """Return the month of a day with its year, such as "September 2016", as it stands alone."""
    return _format(day, _skeleton(day, "yMMMM", locale), locale)


def month_in_sentence(day: Day, locale: Locale) -> str:
    """Return the month of a day with its year as it stands after a preposition: "września 2016" for "wrzesień 2016"."""
    return _format(day, _skeleton(day, "yMMMM", locale).replace("L", "M"), locale)


def month_in_short(day: Day, locale: Locale) -> str:
    """Return the month of a day, shortened and without its year, such as "Sep"."""
    return str(locale.months["stand-alone"]["abbreviated"][day.month])


def day_in_words(day: Day, locale: Locale) -> str:
    """Return a day with its month and year, such as "2 March 2017"."""
    pattern = _long(locale) if day.year > 0 else _skeleton(day, "yMMMMd", locale)
    return _format(day, pattern, locale)


def day_in_short(day: Day, locale: Locale) -> str:
    """Return a day and its month, shortened and without the year, such as "1 Mar"."""
    locale = plain_english_is_british(locale)
    return _format(day, locale.datetime_skeletons["MMMd"].pattern, locale)


def together(first: Day, last: Day, precision: Precision, locale: Locale) -> str:
    """Return two dates of one precision as the language writes a span of them; empty where it has no way of its own."""
    fields = {Precision.YEAR: "y", Precision.MONTH: "yMMMM", Precision.DAY: "yMMMd"}.get(precision, "")
    differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    patterns = (locale.interval_formats.get(fields) or {}).get(differs)
    if not patterns or len(patterns) != 2:
        return ""
    begins, ends = (_long_months(pattern) for pattern in patterns)
    if fields == "y" and ends != _skeleton(last, "y", locale):
        return ""  # CLDR's pattern has lost the word for the year (Chinese in traditional script)
    if fields == "yMMMd":
        begins, ends = _as_single_days(begins, ends, differs, locale)
    return _format(first, begins, locale) + _format(last, ends, locale)


def _as_single_days(begins: str, ends: str, differs: str, locale: Locale) -> tuple[str, str]:
    """Put the days of a span as a day is put alone, where it begins with the day of the month.

    CLDR's patterns for spans leave out what binds the month to a day ("8 de mayo", "8 בספטמבר") or add a zero ("08").
    What stands between the days is theirs.
    """
    long = _long(locale)
    day = re.match(r"(d\.?).*?M{4}", long)
    if day is None:
        return begins, ends
    between = re.search(r"[^\w.]*$", begins)
    start = {"d": day[1], "M": day[0], "y": long}[differs]
    return f"{start}{between[0] if between else ''}", long


def joined(first: str, last: str, locale: Locale) -> str:
    """Return two dates in words as a span, where they are not of one kind."""
    pattern: str = locale.interval_formats[None]
    if locale.language in BETWEEN:
        pattern = f"{{0}}{BETWEEN[locale.language]}{{1}}"
    return THIN_SPACES.sub(" ", pattern.replace("{0}", first).replace("{1}", last))


def _long(locale: Locale) -> str:
    return str(locale.date_formats["long"].pattern)


def _skeleton(day: Day, fields: str, locale: Locale) -> str:
    """Return the language's pattern for some fields of a date, with the era for years before 1."""
    skeletons = locale.datetime_skeletons
    if day.year < 1:
        fields = f"G{fields.replace('MMMM', 'MMM')}"
    if fields in skeletons:
        return _long_months(skeletons[fields].pattern)
    return {"Gy": "y G", "GyMMM": "MMMM y G", "GyMMMd": "d MMMM y G"}.get(fields, "y")


def _long_months(pattern: str) -> str:
    return re.sub(r"(?<!M)MMM(?!M)", "MMMM", re.sub(r"(?<!L)LLL(?!L)", "LLLL", pattern))


def _format(day: Day, pattern: str, locale: Locale) -> str:
    """Fill a pattern (Unicode TR 35, "Date Format Patterns") with a day of any year.

    Python's calendar has the years 1 to 9999 alone, so year and era are put in as they are.
    """
    era = locale.eras["abbreviated"][0 if day.year < 1 else 1]
    year = str(day.year if day.year > 0 else 1 - day.year)
    first = FIRST_OF_MONTH.get(str(locale), FIRST_OF_MONTH.get(locale.language, "1"))
    parts = re.split(r"('[^']*')", pattern)  # letters between apostrophes are text
    for n in range(0, len(parts), 2):
        part = re.sub("d+", f"'{first}'", parts[n]) if day.day == 1 else parts[n]
        parts[n] = re.sub("G+", f"'{era}'", re.sub("y+", year, part))
    filled = "".join(parts).replace("''", "")  # where one text now follows another
    stand_in = dt.date(2000, day.month, day.day)  # a leap year, so that it has every day
    return THIN_SPACES.sub(" ", format_date(stand_in, filled, locale))

"""Dates in words, in the site's language, and as HTML's machines read them.

Babel knows how a language puts years, months, days and spans; the few words that it does not know ("around", "since")
come from the generator's own catalogue.
"""

import datetime as dt
import re
from collections.abc import Callable

from babel import Locale
from babel.dates import format_date, format_time

from explainer.edtf.dates import Date, Day, End, Precision

Gettext = Callable[[str], str]

THIN_SPACES = re.compile("[\u2009\u202f]")


def plain_english_is_british(locale: Locale) -> Locale:
    """Return the locale by which a language is written.

    Plain English puts the day first and no comma before "and", as most of its readers outside the United States do;
    `en-US` asks for the other way.
    """
    return Locale("en", "GB") if str(locale) == "en" else locale


def date_in_words(date: Date, locale: Locale, gettext: Gettext) -> str:
    """Put a date in words, as exact as it is and no more.

    Args:
        date: The date.
        locale: The language.
        gettext: Returns the generator's words in that language.

    Returns:
        Text such as "September 2016", "May – July 2016", "around 1850", "since 2 March 2017", "44 BC".
    """
    locale = plain_english_is_british(locale)
    if date.start is not None and date.end is not None:
        return span_in_words(date.start, date.end, locale, gettext)
    return _qualified(date, _plain(date, locale, gettext), gettext)


def span_in_words(start: Date | End, end: Date | End, locale: Locale, gettext: Gettext) -> str:
    """Put the time from one date to another in words; either end may be open or unknown."""
    _ = gettext
    locale = plain_english_is_british(locale)
    match start, end:
        case Date(), Date():
            return _between(start, end, locale, gettext)
        case Date(), End.OPEN:
            return _("since %(date)s") % {"date": date_in_words(start, locale, gettext)}
        case End.OPEN, Date():
            return _("until %(date)s") % {"date": date_in_words(end, locale, gettext)}
        case Date(), _end:
            return _("from %(date)s, end unknown") % {"date": date_in_words(start, locale, gettext)}
        case _start, Date():
            return _("to %(date)s, beginning unknown") % {"date": date_in_words(end, locale, gettext)}
    return _("date unknown")


def month_in_short(day: Day, locale: Locale) -> str:
    """Return the month of a day, shortened and without its year, such as "Sep"."""
    return str(locale.months["stand-alone"]["abbreviated"][day.month])


def day_in_short(day: Day, locale: Locale) -> str:
    """Return a day and its month, shortened and without the year, such as "1 Mar"."""
    locale = plain_english_is_british(locale)
    return _format(day, locale.datetime_skeletons["MMMd"].pattern, locale)


def machine_date(date: Date) -> str | None:
    """Return a date as `<time datetime>` takes it (HTML, "The time element").

    Returns:
        A year, a month, a day or a day with a time; None where HTML has no value that says as little as the date does:
        seasons, decades, spans, years before 1, and what is uncertain or approximate.
    """
    day = date.lower
    if day is None or day.year < 1 or date.is_vague:
        return None
    match date.precision:
        case Precision.YEAR:
            return f"{day.year:04d}"
        case Precision.MONTH:
            return f"{day.year:04d}-{day.month:02d}"
        case Precision.DAY:
            return _iso(day)
        case Precision.TIME:
            if date.time == "24:00:00":
                return _iso(day)
            zone = f"{date.zone}:00" if re.fullmatch(r"[+-][0-9]{2}", date.zone) else date.zone
            return f"{_iso(day)}T{date.time}{zone}"
    return None


def _iso(day: Day) -> str:
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def _qualified(date: Date, words: str, gettext: Gettext) -> str:
    _ = gettext
    if date.approximate:
        words = _("around %(date)s") % {"date": words}
    if date.uncertain:
        words = _("%(date)s (uncertain)") % {"date": words}
    return words


def _plain(date: Date, locale: Locale, gettext: Gettext) -> str:
    """Put a date that is no interval in words, without its marks."""
    _ = gettext
    first, last = date.lower, date.upper
    if first is None or last is None or date.precision is Precision.UNKNOWN:
        return _("date unknown")
    match date.precision:
        case Precision.TIME:
            return _("%(date)s, %(time)s") % {"date": _day(first, locale), "time": _time(date, locale)}
        case Precision.DAY:
            return _day(first, locale)
        case Precision.MONTH:
            return _month(first, locale)
        case Precision.SEASON:
            return _season(first, locale, gettext)
        case Precision.DECADE if first.year > 0:
            return _("%(year)ss") % {"year": first.year}
        case Precision.DECADE | Precision.CENTURY | Precision.MILLENNIUM:
            together = _together(first, last, Precision.YEAR, locale) if first.year > 0 else ""
            return together or _joined(year_in_words(first, locale), year_in_words(last, locale), locale)
    return year_in_words(first, locale)


def _season(first: Day, locale: Locale, gettext: Gettext) -> str:
    _ = gettext
    words = {
        3: _("spring %(year)s"),
        6: _("summer %(year)s"),
        9: _("autumn %(year)s"),
        12: _("winter %(year)s"),
    }[first.month]
    return words % {"year": year_in_words(first, locale)}


def _time(date: Date, locale: Locale) -> str:
    """Return the time as it was at the place, with the zone where one is known."""
    hour, minute, second = (int(part) for part in date.time.split(":"))
    if hour == 24:  # the end of the day, which Python's clock does not have
        time = "24:00"
    else:
        time = format_time(dt.time(hour, minute, second), "medium" if second else "short", locale=locale)
    zone = "UTC" if date.zone == "Z" else f"UTC{date.zone.replace('-', '−')}" if date.zone else ""
    return THIN_SPACES.sub(" ", f"{time} ({zone})" if zone else time)


# --- single dates -------------------------------------------------------------------------------------------------


def year_in_words(day: Day, locale: Locale) -> str:
    """Return the year of a day, such as "2016" or "44 BC"."""
    return _format(day, _skeleton(day, "y", locale), locale)


def _month(day: Day, locale: Locale) -> str:
    return _format(day, _skeleton(day, "yMMMM", locale), locale)


def _day(day: Day, locale: Locale) -> str:
    pattern = locale.date_formats["long"].pattern if day.year > 0 else _skeleton(day, "yMMMMd", locale)
    return _format(day, pattern, locale)


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
    parts = re.split(r"('[^']*')", pattern)  # letters between apostrophes are text
    for n in range(0, len(parts), 2):
        parts[n] = re.sub("G+", f"'{era}'", re.sub("y+", year, parts[n]))
    filled = "".join(parts).replace("''", "")  # where one text now follows another
    stand_in = dt.date(2000, day.month, day.day)  # a leap year, so that it has every day
    return THIN_SPACES.sub(" ", format_date(stand_in, filled, locale))


# --- spans --------------------------------------------------------------------------------------------------------


def _between(start: Date, end: Date, locale: Locale, gettext: Gettext) -> str:
    """Put a span in words: "May – July 2016" where both ends are alike, else each end on its own."""
    first, last = start.lower, end.lower
    marked = start.is_vague or end.is_vague
    if first and last and not marked and start.precision is end.precision and first.year > 0:
        if first == last:
            return date_in_words(start, locale, gettext)
        together = _together(first, last, start.precision, locale)
        if together:
            return together
    return _joined(date_in_words(start, locale, gettext), date_in_words(end, locale, gettext), locale)


def _together(first: Day, last: Day, precision: Precision, locale: Locale) -> str:
    """Return two dates of one precision as the language writes a span of them; empty where it has no way of its own."""
    fields = {Precision.YEAR: "y", Precision.MONTH: "yMMMM", Precision.DAY: "yMMMd"}.get(precision, "")
    differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    formats = locale.interval_formats
    patterns = (formats.get(fields) or {}).get(differs)
    if not patterns or len(patterns) != 2:
        return ""
    return "".join(
        _format(day, _long_months(pattern), locale) for day, pattern in zip((first, last), patterns, strict=True)
    )


def _joined(first: str, last: str, locale: Locale) -> str:
    pattern: str = locale.interval_formats[None]
    return THIN_SPACES.sub(" ", pattern.replace("{0}", first).replace("{1}", last))

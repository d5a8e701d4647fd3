"""Dates in words, in the site's language, and as HTML's machines read them.

Babel knows how a language puts years, months, days and spans; the few words that it does not know ("around", "since")
come from the generator's own catalogue.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from babel import Locale
from babel.dates import format_time

from explainer.edtf.dates import Date, End, Precision
from explainer.words.patterns import (
    THIN_SPACES,
    day_in_words,
    joined,
    month_in_sentence,
    month_in_words,
    plain_english_is_british,
    together,
    year_in_sentence,
    year_in_words,
)
from explainer.words.sounds import sounding

Gettext = Callable[[str], str]

SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
"""The seasons by their first months."""


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
    return _uncertain(date, _around(date, _plain(date, locale, gettext), gettext), gettext)


def span_in_words(start: Date | End, end: Date | End, locale: Locale, gettext: Gettext) -> str:
    """Put the time from one date to another in words; either end may be open or unknown."""
    _ = gettext
    locale = plain_english_is_british(locale)
    match start, end:
        case Date(), Date():
            return _between(start, end, locale, gettext)
        case Date(), End.OPEN:
            return since_in_words(start, locale, gettext)
        case End.OPEN, Date():
            return until_in_words(end, locale, gettext)
        case Date(), _end:
            return _("from %(date)s, end unknown") % {"date": date_in_words(start, locale, gettext)}
        case _start, Date():
            return _("to %(date)s, beginning unknown") % {"date": date_in_words(end, locale, gettext)}
    return _("date unknown")


def machine_date(date: Date) -> str | None:
    """Return a date as `<time datetime>` takes it (HTML, "The time element").

    Returns:
        A year, a month, a day or a day with a time; None where HTML has no value that says as little as the date does:
        seasons, decades, spans, years before 1, and what is uncertain or approximate.
    """
    day = date.lower
    if day is None or day.year < 1 or date.is_vague:
        return None
    iso = f"{day.year:04d}-{day.month:02d}-{day.day:02d}"
    match date.precision:
        case Precision.YEAR:
            return f"{day.year:04d}"
        case Precision.MONTH:
            return iso[:-3]
        case Precision.DAY:
            return iso
        case Precision.TIME:
            if date.time == "24:00:00":
                return iso
            zone = f"{date.zone}:00" if re.fullmatch(r"[+-][0-9]{2}", date.zone) else date.zone
            return f"{iso}T{date.time}{zone}"
    return None


# --- single dates -------------------------------------------------------------------------------------------------


def _plain(date: Date, locale: Locale, gettext: Gettext) -> str:
    """Put a date that is no interval in words, without its marks."""
    _ = gettext
    first, last = date.lower, date.upper
    if first is None or last is None or date.precision is Precision.UNKNOWN:
        return _("date unknown")
    match date.precision:
        case Precision.TIME:
            day = day_in_words(first, locale)
            return _("%(date)s, %(time)s") % {"date": day, "time": _time(date, locale)}
        case Precision.DAY:
            return day_in_words(first, locale)
        case Precision.MONTH:
            return month_in_words(first, locale)
        case Precision.SEASON:
            return _season(first.month, gettext) % {"year": year_in_sentence(first, locale)}
        case Precision.DECADE if first.year > 0:
            # Translators: of the 2010s, “ten” is 201.
            return sounding(_("%(ten)s0s") % {"ten": first.year // 10}, locale)
        case Precision.DECADE | Precision.CENTURY | Precision.MILLENNIUM:
            span = together(first, last, Precision.YEAR, locale) if first.year > 0 else ""
            return span or joined(year_in_words(first, locale), year_in_words(last, locale), locale)
    return year_in_words(first, locale)


def _around(date: Date, words: str, gettext: Gettext) -> str:
    return gettext("around %(date)s") % {"date": words} if date.approximate else words


def _uncertain(date: Date, words: str, gettext: Gettext) -> str:
    return gettext("%(date)s (uncertain)") % {"date": words} if date.uncertain else words


def _season(month: int, gettext: Gettext) -> str:
    _ = gettext
    return {
        3: _("spring %(year)s"),
        6: _("summer %(year)s"),
        9: _("autumn %(year)s"),
        12: _("winter %(year)s"),
    }[month]


def _time(date: Date, locale: Locale) -> str:
    """Return the time as it was at the place, with the zone where one is known."""
    hour, minute, second = (int(part) for part in date.time.split(":"))
    if hour == 24:  # the end of the day, which Python's clock does not have
        time = "24:00"
    else:
        time = format_time(dt.time(hour, minute, second), "medium" if second else "short", locale=locale)
    zone = "UTC" if date.zone == "Z" else f"UTC{date.zone.replace('-', '−')}" if date.zone else ""
    return THIN_SPACES.sub(" ", f"{time} ({zone})" if zone else time)


# --- open spans ---------------------------------------------------------------------------------------------------
#
# In some languages the word before a date changes with it: "depuis le 2 mars", "depuis 2016", "depuis les années 2010".
# So each shape of a date has a message of its own.


def since_in_words(date: Date, locale: Locale, gettext: Gettext) -> str:
    """Put in words that something lasts from a date on, such as "since March 2017"."""
    _ = gettext
    match _shape(date):
        case "day":
            message = _("since %(day)s")
        case "month":
            message = _("since %(month)s")
        case "year":
            message = _("since %(year)s")
        case "decade":
            # Translators: of the 2010s, “ten” is 201.
            message = _("since the %(ten)s0s")
        case "spring":
            message = _("since spring %(year)s")
        case "summer":
            message = _("since summer %(year)s")
        case "autumn":
            message = _("since autumn %(year)s")
        case "winter":
            message = _("since winter %(year)s")
        case _span:
            # Translators: the span is a century, “May – July 2016”, or what is as vague as “around spring 2016”.
            message = _("since %(span)s")
    return _filled(message, date, locale, gettext)


def until_in_words(date: Date, locale: Locale, gettext: Gettext) -> str:
    """Put in words that something lasted up to a date, such as "until March 2017"."""
    _ = gettext
    match _shape(date):
        case "day":
            message = _("until %(day)s")
        case "month":
            message = _("until %(month)s")
        case "year":
            message = _("until %(year)s")
        case "decade":
            # Translators: of the 2010s, “ten” is 201.
            message = _("until the %(ten)s0s")
        case "spring":
            message = _("until spring %(year)s")
        case "summer":
            message = _("until summer %(year)s")
        case "autumn":
            message = _("until autumn %(year)s")
        case "winter":
            message = _("until winter %(year)s")
        case _span:
            # Translators: the span is a century, or what is as vague as “around spring 2016”.
            message = _("until %(span)s")
    return _filled(message, date, locale, gettext)


def _shape(date: Date) -> str:
    match date.precision:
        case Precision.TIME | Precision.DAY:
            return "day"
        case Precision.MONTH:
            return "month"
        case Precision.YEAR:
            return "year"
        case Precision.SEASON if date.lower and not date.approximate:
            return SEASONS[date.lower.month]
        case Precision.DECADE if date.lower and date.lower.year > 0 and not date.approximate:
            return "decade"
    return "span"


def _filled(message: str, date: Date, locale: Locale, gettext: Gettext) -> str:
    """Put a date into a message that begins or ends an open span; that it is uncertain stands behind the whole."""
    _ = gettext
    plain = date_in_words(replace(date, uncertain=False), locale, gettext)
    parts = {"day": plain, "month": plain, "year": plain, "span": plain}
    if first := date.lower:
        parts["ten"] = str(first.year // 10)
        match date.precision:
            case Precision.MONTH:
                parts["month"] = _around(date, month_in_sentence(first, locale), gettext)
            case Precision.YEAR | Precision.SEASON:
                parts["year"] = _around(date, year_in_sentence(first, locale), gettext)
    return _uncertain(date, sounding(message % parts, locale), gettext)


# --- closed spans -------------------------------------------------------------------------------------------------


def _between(start: Date, end: Date, locale: Locale, gettext: Gettext) -> str:
    """Put a span in words: "May – July 2016" where both ends are alike, else each end on its own."""
    first, last = start.lower, end.lower
    marked = start.is_vague or end.is_vague
    if first and last and not marked and start.precision is end.precision and first.year > 0:
        if first == last:
            return date_in_words(start, locale, gettext)
        span = together(first, last, start.precision, locale)
        if span:
            return span
    return joined(date_in_words(start, locale, gettext), date_in_words(end, locale, gettext), locale)

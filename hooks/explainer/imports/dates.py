"""Dates as people type them to EDTF, each by a named rule, and never by a guess.

A rule is a pattern and what it yields: one date, or several where the text could mean each of them. Where it could mean
several, a person is asked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import unescape

from explainer.characters import plain
from explainer.imports.times import time_of
from explainer.imports.when import When, before_christ, four, is_date, put_together, span
from explainer.words.months import month_numbers

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr", "sv", "da", "ru", "uk", "cs", "fi", "el")
"""Whose names of months are understood."""

SEASONS = {
    "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24, "frühling": 21, "frühjahr": 21, "sommer": 22,
    "herbst": 23, "printemps": 21, "été": 22, "automne": 23, "hiver": 24, "primavera": 21, "verano": 22, "otoño": 23,
    "invierno": 24,
}  # fmt: skip

ABOUT = r"(?:c\.?|ca\.?|circa|about|around|approximately|approx\.?|roughly|~|um|etwa|gegen|vers|environ|hacia|verso)\s*"
MAYBE = r"(?:probably|possibly|perhaps|maybe|vermutlich|wohl|vielleicht|probablement|peut-être)\s+"
OPEN_END = r"(?:now|today|present|ongoing|heute|aujourd'hui|hoy)"
WEEKDAY = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\.?,?\s+",
    re.IGNORECASE,
)
NAME = r"(?P<month>[^\W\d_]{3,12})\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
YEAR = r"(?P<year>\d{3,4})"
TO = r"\s*(?:-|–|—|to|until|till|through|bis|à|au|hasta|al|/)\s*"


@dataclass(frozen=True)
class Reading:
    """How dates are read where a file leaves it open.

    Attributes:
        language: The language of the site: its names of months come first.
        order: What stands first in `03/04/2005`: `day` or `month`; empty where nobody has said.
    """

    language: str = "en"
    order: str = ""

    def month(self, name: str) -> int:
        """Return the number of a month by its name in one of the languages; 0 where it is none."""
        languages = tuple(dict.fromkeys((self.language, *LANGUAGES)))
        return month_numbers(languages).get(name.casefold().strip(" ."), 0)


def read_date(typed: str, reading: Reading) -> When:
    """Make EDTF of a date that somebody typed.

    Args:
        typed: What stands in the file.
        reading: What is known of how dates are written in it.

    Returns:
        The date with its rule, or the question that a person must answer.
    """
    text = " ".join(plain(unescape(typed), dashes=False).split()).strip(" ,;")
    if not text:
        return When(typed, question="there is no date")
    if is_date(text) and not re.fullmatch(r"\d{4}/\d{4}", text):
        return When(typed, text, "EDTF")
    text = WEEKDAY.sub("", text)
    for rule, found in _found(text, reading):
        dates = list(dict.fromkeys(each for each, _ in found if each and is_date(each)))
        if len(dates) == 1:
            return When(typed, dates[0], rule, lost=next(lost for each, lost in found if each == dates[0]))
        if dates:
            return When(typed, question=f"`{typed}` may be {' or '.join(f'`{each}`' for each in dates)}")
    return When(typed, question=f"`{typed}` is no date that can be read without a guess")


Candidates = list[tuple[str, str]]
"""What a text may mean: dates in EDTF, each with what it cannot say."""


def _found(text: str, reading: Reading) -> Iterator[tuple[str, Candidates]]:
    """Yield the rules that a text may be read by, the surest first."""
    yield from _numbers(text, reading)
    yield from _names(text, reading)
    yield from _years(text)
    yield from _marked(text, reading)
    yield from _with_time(text, reading)
    yield from _spans(text, reading)


def _sure(date: str, lost: str = "") -> Candidates:
    return [(date, lost)]


def _numbers(text: str, reading: Reading) -> Iterator[tuple[str, Candidates]]:
    if found := re.fullmatch(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?", text):
        yield "year first", _sure(put_together(found[1], int(found[2]), int(found[3] or 0)))
    if found := re.fullmatch(r"(\d{4})[–—](\d{1,2})[–—](\d{1,2})|(\d{4})(\d{2})(\d{2})", text):
        year, month, day = filter(None, found.groups())
        yield "year first", _sure(put_together(year, int(month), int(day)))
    if found := re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", text):
        yield "day.month.year", _sure(put_together(found[3], int(found[2]), int(found[1])))
    if found := re.fullmatch(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4})", text):
        one, two, year = int(found[1]), int(found[3]), found[4]
        by_day, by_month = put_together(year, two, one), put_together(year, one, two)
        if reading.order and (chosen := by_day if reading.order == "day" else by_month):
            yield f"{reading.order} first, as you said", _sure(chosen)
        yield "day and month with strokes", [(by_day, ""), (by_month, "")]
    if found := re.fullmatch(r"(\d{1,2})[./](\d{4})", text):
        yield "month and year", _sure(put_together(found[2], int(found[1])))
    if re.fullmatch(r"[1-6]\d{4}(?:\.\d{1,12})?", text):
        yield (
            "Excel's number of a day",
            _sure((datetime(1899, 12, 30) + timedelta(days=int(float(text)))).date().isoformat()),
        )
    if found := re.fullmatch(r"(?:(\d{4})[- ]?Q([1-4])|Q([1-4])[ /-](\d{4}))", text, re.IGNORECASE):
        year, quarter = found[1] or found[4], int(found[2] or found[3])
        yield "quarter", _sure(f"{year}-{quarter * 3 - 2:02d}/{year}-{quarter * 3:02d}")


def _names(text: str, reading: Reading) -> Iterator[tuple[str, Candidates]]:
    of = r"\s*(?:,|(?:of|de|del|di)(?=\s)|-|\s)\s*"
    forms = (rf"{NAME}\s*{DAY}(?:,\s*|\s+){YEAR}", rf"{DAY}{of}{NAME}(?:{of}){YEAR}", rf"{YEAR}[ ,-]+{NAME}\s+{DAY}")
    for form in forms:
        found = re.fullmatch(form, text, re.IGNORECASE)
        if found and (month := reading.month(found["month"])):
            yield "name of the month", _sure(put_together(found["year"].zfill(4), month, int(found["day"])))
    for form in (rf"{NAME}{of}{YEAR}", rf"{YEAR}[ ,-]+{NAME}"):
        if found := re.fullmatch(form, text, re.IGNORECASE):
            if month := reading.month(found["month"]):
                yield "name of the month", _sure(put_together(found["year"].zfill(4), month))
            elif season := SEASONS.get(found["month"].casefold()):
                yield "season", _sure(f"{found['year'].zfill(4)}-{season}")
    if found := re.fullmatch(r"(early|mid|late)[- ](.+)", text, re.IGNORECASE):
        for _, inner in _found(found[2], reading):
            dates = [date for date, _ in inner]
            yield "part of a time", [(date, text) for date in dates]


def _years(text: str) -> Iterator[tuple[str, Candidates]]:
    if found := re.fullmatch(
        r"(\d{1,6})\s*(?:BCE?|B\.\s?C\.(?:\s?E\.)?|v\.\s?Chr\.?|av\.? J\.?-C\.?|a\.\s?C\.)", text, re.IGNORECASE
    ):
        yield "before Christ", _sure(before_christ(int(found[1])))
    if found := re.fullmatch(
        r"(?:AD|A\.D\.|CE)?\s*(\d{1,4})\s*(?:AD|A\.D\.|CE|C\.E\.|n\.\s?Chr\.?)?", text, re.IGNORECASE
    ):
        said = not text.isdecimal()
        yield "year", _sure(four(int(found[1]))) if said or len(found[1]) >= 3 else []
    if found := re.fullmatch(r"(?:the )?(\d{2,3})0(?:'?s|er(?: Jahre)?)", text, re.IGNORECASE):
        decade = f"{found[1].zfill(3)}X"
        century = [(f"{decade[:2]}XX", "")] if decade[2] == "0" else []
        yield "decade", [(decade, ""), *century]
    if found := re.fullmatch(
        r"(?:the )?(\d{1,2})(?:st|nd|rd|th)[- ](?:century|c\.)|(\d{1,2})\. Jahrhundert", text, re.IGNORECASE
    ):
        yield "century", _sure(f"{int(found[1] or found[2]) - 1:02d}XX")


def _marked(text: str, reading: Reading) -> Iterator[tuple[str, Candidates]]:
    for mark, rule, pattern in (
        ("~", "about", rf"{ABOUT}(?P<date>.+)"),
        ("?", "in doubt", rf"{MAYBE}(?P<date>.+)|(?P<before>.+?)\s*\(?\?\)?"),
    ):
        if found := re.fullmatch(pattern, text, re.IGNORECASE):
            inner = read_date(found["date"] or found["before"], reading)
            if inner.edtf and "/" not in inner.edtf and "T" not in inner.edtf:
                marked = inner.edtf if inner.edtf[-1] in "~?%" else f"{inner.edtf}{mark}"
                yield rule, _sure(marked, inner.lost)
            elif inner.edtf and "/" in inner.edtf:
                yield rule, _sure("/".join(f"{each}{mark}" for each in inner.edtf.split("/")), inner.lost)


def _with_time(text: str, reading: Reading) -> Iterator[tuple[str, Candidates]]:
    day = r"(?P<day>\d{4}-\d{1,2}-\d{1,2}|.*\b\d{4}|\d{1,2}/\d{1,2}/\d{4})"
    clock = r"(?P<time>(?:about |around |approx\.? )?\d{1,2}(?:[:.]\d{2}|\s?[ap]\.?m).*)"
    for form in (rf"{day}(?:T|,?\s+(?:at |um |à |@ ?)?){clock}", rf"{clock}\s+(?:on\s+|,\s*)?(?P<late>.*\b\d{{4}})"):
        if found := re.fullmatch(form, text, re.IGNORECASE):
            groups = found.groupdict()
            inner = read_date(groups.get("day") or groups.get("late") or "", reading)
            if re.fullmatch(r"-?\d{4}-\d{2}-\d{2}", inner.edtf):
                time, lost = time_of(found["time"].strip(" ,"), inner.edtf)
                yield "day and time", _sure(inner.edtf + time, text if lost else "")
    if re.fullmatch(r"\d{4}-\d{2}-\d{2} 00:00:00", text):
        yield "day", _sure(text[:10])


def _spans(text: str, reading: Reading) -> Iterator[tuple[str, Candidates]]:
    if found := re.fullmatch(r"(?:between|zwischen|entre)\s+(.+?)\s+(?:and|und|et|y|e)\s+(.+)", text, re.IGNORECASE):
        yield "between two dates", _sure(_joined(found[1], found[2], reading), text)
    if found := re.fullmatch(
        rf"(?:(?:since|from|seit|depuis|desde)\s+(.+)|(.+?)\s*[-–—]\s*{OPEN_END}?)", text, re.IGNORECASE
    ):
        inner = read_date(found[1] or found[2], reading)
        if inner.edtf and "T" not in inner.edtf and "/" not in inner.edtf:
            yield "without an end", _sure(f"{inner.edtf}/..", inner.lost)
    if found := re.fullmatch(r"(?:until|till|up to|bis|jusqu'(?:en|au)|hasta)\s+(.+)", text, re.IGNORECASE):
        inner = read_date(found[1], reading)
        if inner.edtf and "T" not in inner.edtf and "/" not in inner.edtf:
            yield "without a beginning", _sure(f"../{inner.edtf}", inner.lost)
    if found := re.fullmatch(r"(\d{2})(\d{2})\s*[-–—/]\s*(\d{2})", text):
        yield "from year to year", _sure(span(found[1] + found[2], found[1] + found[3]))
    text = re.sub(r"^(?:from|von|vom|du|de|desde|del)\s+", "", text, flags=re.IGNORECASE)
    for found in re.finditer(TO, text, re.IGNORECASE):
        first, last = text[: found.start()], text[found.end() :]
        if first and last and (joined := _joined(first, last, reading)):
            yield "from date to date", _sure(joined)


def _joined(first: str, last: str, reading: Reading) -> str:
    """Return a span of two dates, of which the first may leave out what the second says: `3 – 5 March 2017`."""
    end = read_date(last, reading).edtf
    start = read_date(first, reading).edtf
    if not start and (found := re.fullmatch(r"(.*?[^\W\d_])\.?,?\s+(\d{4})", last)):
        tails = (f" {found[2]}", f" {re.sub(r'^[0-9.]+ *', '', found[1])} {found[2]}")
        start = next((date for tail in tails if (date := read_date(f"{first}{tail}", reading).edtf)), "")
    if not start and (found := re.fullmatch(r"(.+),?\s+(\d{4})", last)):  # March 3 – April 5, 2017
        start = read_date(f"{first}, {found[2]}", reading).edtf
    if (
        not end
        and (found := re.fullmatch(rf"{NAME}\s+\d{{1,2}}", first))
        and (tail := re.fullmatch(r"(\d{1,2}),?\s+(\d{4})", last))
    ):
        end = read_date(f"{found['month']} {tail[1]}, {tail[2]}", reading).edtf
        start = read_date(f"{first}, {tail[2]}", reading).edtf
    return span(start, end)

"""What to say of a text that is not a date: what is wrong, and what the editor most likely meant to write.

Nothing here makes a date of a text. A hint is offered only where it is itself a date, and where two dates could be
meant, both are shown.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal

from explainer.characters import DASHES, plain, shown

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

MONTH_WORD = r"(?P<month>[A-Za-z]{3,9})\.?"
LEVEL_2 = re.compile(
    r"[\[{].*[\]}]"  # sets: [1667, 1668]
    r"|Y-?[0-9]+E[0-9]+(?:S[0-9]+)?|-?[0-9]{4}S[0-9]+"  # exponents and significant digits: Y17E7, 1950S2
    r"|-?[0-9]{4}-(?:2[5-9]|3[0-9]|4[01])[?~%]?"  # parts of a year other than seasons: 2001-29
    r"|[?~%]?-?[0-9X]{4}[?~%]?(?:-[?~%]?[0-9X]{2}[?~%]?(?:-[?~%]?[0-9X]{2}[?~%]?)?)?"  # marks and X within a date
    r"(?:/[?~%]?-?[0-9X]{4}[?~%]?(?:-[?~%]?[0-9X]{2}[?~%]?(?:-[?~%]?[0-9X]{2}[?~%]?)?)?)?"
)


def diagnose(text: str, is_date: Callable[[str], bool]) -> tuple[str, str, bool]:
    """Say what is wrong with a text.

    Args:
        text: What stands where a date should.
        is_date: Whether a text is a date: a hint must be one.

    Returns:
        The message, the hint (empty where there is none) and whether the text is EDTF beyond level 1.
    """
    if not text.strip():
        return "expected a date, found nothing", "for example `2016-09`", False
    expected = f"expected a date such as `2016`, `2016-09` or `2016-09-08`, found {shown(text)}"
    if days := _spreadsheet_days(text.strip()):
        year = f"Y{text.strip()}"
        hint = f"write `{days[0]}`, or `{days[1]}` if the sheet counts from 1904"
        hint = f"{hint}, or `{year}` for that year" if is_date(year) else hint
        return f"{expected}, Excel's number of a day", hint, False
    meant = list(dict.fromkeys(each for each in _meant(plain(text, dashes=False).strip()) if is_date(each)))
    hint = f"write `{'` or `'.join(meant)}`" if meant else ""
    if digits := re.fullmatch(r"-?[0-9]{4}-([0-9]{2})(?:-[0-9X]{2})?[?~%]?", text):
        number = int(digits[1])
        if not 1 <= number <= 12 and not 25 <= number <= 41:
            return f"there is no month {digits[1]}", hint, False
    if LEVEL_2.fullmatch(text):
        hint = hint or _simpler(text, is_date)
        return f"`{text}` is beyond level 1 of EDTF, which is as far as dates go here", hint, True
    return expected, hint, False


def _simpler(text: str, is_date: Callable[[str], bool]) -> str:
    """Return a hint for a date whose marks stand inside it: level 1 marks the whole."""
    marks = set(re.findall(r"[?~%]", text))
    bare = re.sub(r"[?~%]", "", text)
    mark = "%" if len(marks) > 1 or "%" in marks else next(iter(marks), "")
    if mark and "/" not in bare and is_date(bare + mark):
        return f"write `{bare}{mark}`, which marks the whole date"
    return ""


def _spreadsheet_days(text: str) -> list[str]:
    """Return the two days that a number means where a spreadsheet has written its own count of days; else nothing.

    Excel counts from 1900, which it takes for a leap year, so that from March 1900 on it is one ahead; sheets that
    began on an old Mac count from 1904. Numbers of five digits up to the year 2099 are told of: shorter ones are years.
    """
    if not re.fullmatch(r"[1-9][0-9]{4}(?:\.[0-9]{1,12})?", text) or Decimal(text) >= 73051:
        return []
    seconds = timedelta(seconds=round(Decimal(text) * 86400))
    days = [datetime(1899, 12, 30) + seconds, datetime(1904, 1, 1) + seconds]
    return [day.isoformat() if "." in text else day.date().isoformat() for day in days]


def _meant(text: str) -> Iterator[str]:
    """Yield the dates that a text may have been meant for, the likeliest first. Not all of them need be dates."""
    yield from _spelling(text)
    yield from _order(text)
    yield from _words(text)
    yield from _spans(text)


def _spelling(text: str) -> Iterator[str]:
    """Yield the same date in EDTF's spelling: white space, other hyphens, missing zeros, small letters."""
    tidy = re.sub(r"\s*([-/])\s*", r"\1", DASHES.sub("-", text))
    if tidy != text:
        yield tidy
    if found := re.fullmatch(r"([0-9]{4})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?", tidy):
        yield "-".join([found[1], *(part.zfill(2) for part in found.groups()[1:] if part)])
    if found := re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})", tidy):
        yield "-".join(found.groups())
    if found := re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ Tt]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?([Zz]?)", tidy):
        yield f"{found[1]}T{found[2].zfill(2)}:{found[3]}:{found[4] or '00'}{found[5].upper()}"
    if "x" in tidy:
        yield tidy.replace("x", "X")
    if found := re.fullmatch(r"Y(-?)0*([0-9]{1,4})", tidy):
        yield f"{found[1]}{found[2].zfill(4)}"
    if found := re.fullmatch(r"(-?)([0-9]{1,3})", tidy):
        yield f"{found[1]}{found[2].zfill(4)}"
    if re.fullmatch(r"-?[1-9][0-9]{4,6}", tidy):
        yield f"Y{tidy}"
    if found := re.fullmatch(r"([?~%])([^/]+)(/.*)?", tidy):
        yield f"{found[2]}{found[1]}{found[3] or ''}"


def _order(text: str) -> Iterator[str]:
    """Yield a date whose day or month stands first, in both readings where both are dates."""
    if found := re.fullmatch(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})", text):
        one, two, year = found[1].zfill(2), found[2].zfill(2), found[3]
        yield f"{year}-{two}-{one}"
        yield f"{year}-{one}-{two}"
    if found := re.fullmatch(r"([0-9]{1,2})[./-]([0-9]{4})", text):
        yield f"{found[2]}-{found[1].zfill(2)}"
    if found := re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text):
        yield f"{found[1]}-{found[3]}-{found[2]}"
    if found := re.fullmatch(r"([0-9]{4})[- ]?Q([1-4])|Q([1-4]) ([0-9]{4})", text):
        year, quarter = found[1] or found[4], int(found[2] or found[3])
        yield f"{year}-{quarter * 3 - 2:02d}/{year}-{quarter * 3:02d}"


def _words(text: str) -> Iterator[str]:
    """Yield a date that is written in English words."""
    if found := re.fullmatch(
        rf"(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\.? )?{MONTH_WORD},? (?P<year>[0-9]{{4}})", text
    ):
        yield from _named(found["year"], found["month"], found["day"])
    if found := re.fullmatch(rf"{MONTH_WORD} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<year>[0-9]{{4}})", text):
        yield from _named(found["year"], found["month"], found["day"])
    if found := re.fullmatch(
        r"(?:c\.?|ca\.?|circa|about|around|approx\.?) ?([0-9]{4}(?:-[0-9]{2}){0,2})", text, re.IGNORECASE
    ):
        yield f"{found[1]}~"
    if found := re.fullmatch(r"([0-9]{3})0'?s", text):
        yield f"{found[1]}X"
    if found := re.fullmatch(r"([0-9]{1,4}) ?(?:BC|BCE|B\.C\.)", text, re.IGNORECASE):
        year = int(found[1]) - 1
        yield f"-{year:04d}" if year else "0000"
    if found := re.fullmatch(r"(?:AD )?([0-9]{1,4})(?: ?(?:AD|CE))?", text, re.IGNORECASE):
        yield found[1].zfill(4)


def _named(year: str, month: str, day: str | None) -> Iterator[str]:
    number = next((n for n, name in enumerate(MONTHS, 1) if month.lower().startswith(name)), 0)
    number = number or SEASONS.get(month.lower(), 0)
    if number:
        yield f"{year}-{number:02d}" + (f"-{day.zfill(2)}" if day else "")


def _spans(text: str) -> Iterator[str]:
    """Yield an interval that is written with something else between its ends."""
    date = r"([0-9]{4}(?:-[0-9]{2}){0,2})"
    if found := re.fullmatch(rf"{date} ?(?:–|—|-|to|until|\.\.) ?{date}", text):
        yield f"{found[1]}/{found[2]}"
    if found := re.fullmatch(rf"{date}(?: ?[-–—/] ?(?:now|today|present|open|ongoing)|[-–—])", text, re.IGNORECASE):
        yield f"{found[1]}/.."
    if found := re.fullmatch(rf"(?:since|from) {date}", text, re.IGNORECASE):
        yield f"{found[1]}/.."
    if found := re.fullmatch(rf"(?:until|before|till) {date}", text, re.IGNORECASE):
        yield f"../{found[1]}"

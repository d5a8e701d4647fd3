"""What became of a date that somebody typed: EDTF and the rule that made it so, or a question."""

from dataclasses import dataclass

from explainer.edtf.dates import DateError, parse


@dataclass(frozen=True)
class When:
    """A date that was typed.

    Attributes:
        typed: What stood in the file.
        edtf: The date; empty where it would be a guess.
        rule: The rule that made it so; see `RULES` in `dates`.
        question: What a person must answer, where there is no date.
        lost: What the date cannot hold, in words: "late". It is kept in the event's text.
    """

    typed: str
    edtf: str = ""
    rule: str = ""
    question: str = ""
    lost: str = ""


def is_date(text: str) -> bool:
    """Whether a text is a date of the record."""
    try:
        parse(text)
    except DateError:
        return False
    return True


def four(year: int) -> str:
    """Return a year as EDTF writes it: four digits, more behind a `Y`."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def before_christ(year: int) -> str:
    """Return a year before Christ: ISO 8601 counts a year 0, so that 44 BC is -0043."""
    return four(1 - year)


def put_together(year: str, month: int | None = None, day: int | None = None) -> str:
    """Return a date of its parts; empty where there is no such day."""
    text = year + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")
    return text if is_date(text) else ""


def span(start: str, end: str) -> str:
    """Return the time from one date to another, which may have a time of day; empty where it is none."""
    start, end = start.partition("T")[0], end.partition("T")[0]
    text = start if start == end else f"{start}/{end}"
    return text if start and end and is_date(text) else ""

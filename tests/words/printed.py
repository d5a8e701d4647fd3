"""What each message becomes with each shape of a date, in each language: for the tests, and as pages to be read.

`python -m tests.words.printed` writes the pages into `build/words/`.
"""

import html
import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from babel.messages.catalog import Message
from pydantic import BaseModel
from tests.building import REPOSITORY
from tests.catalogues import read

from explainer.edtf.dates import Date, parse
from explainer.record.kinds.dispute import Position, Verdict
from explainer.record.kinds.event import Event
from explainer.record.kinds.registry import all_kinds
from explainer.site.front_matter import FrontMatter
from explainer.words import labels
from explainer.words.words import CATALOGUES, Words, words_for

PAGES = REPOSITORY / "build" / "words"
LANGUAGES = ["en", *sorted(file.stem for file in CATALOGUES.glob("*.po"))]

SHAPES = {
    "a day": "2017-03-02",
    "the first of a month": "2016-08-01",
    "the eighth": "2016-03-08",
    "a day with a time": "2017-03-02T14:30:00Z",
    "a month": "2016-09",
    "a month that begins with a vowel": "2016-08",
    "spring": "2016-21",
    "summer": "2016-22",
    "autumn": "2016-23",
    "winter": "2016-24",
    "a year": "2016",
    "a decade": "201X",
    "another decade": "196X",
    "a century": "19XX",
    "around a day": "2017-03-02~",
    "around a month": "2016-09~",
    "around a season": "2016-21~",
    "around a year": "1850~",
    "around a decade": "185X~",
    "an uncertain day": "2017-03-02?",
    "an uncertain month": "2016-09?",
    "an uncertain year, estimated": "1984%",
    "a span of days": "2016-05-01/2016-05-08",
    "a span of days in two months": "2016-05-30/2016-06-02",
    "a span of days in two years": "2016-12-30/2017-01-02",
    "a span of months": "2016-05/2016-07",
    "a span of months in two years": "2016-12/2017-01",
    "a span of years": "2016/2017",
    "a span of two kinds": "2016/2017-05",
    "a span from about": "1984~/1986",
    "since a day": "2017-03-02/..",
    "since the first of a month": "2016-08-01/..",
    "since the eighth": "2016-03-08/..",
    "since a month": "2016-08/..",
    "since spring": "2016-21/..",
    "since summer": "2016-22/..",
    "since autumn": "2016-23/..",
    "since winter": "2016-24/..",
    "since a year": "2016/..",
    "since a decade": "201X/..",
    "since another decade": "196X/..",
    "since a century": "19XX/..",
    "since about a day": "2017-03-02~/..",
    "since about a month": "2016-09~/..",
    "since about a season": "2016-21~/..",
    "since about a year": "2016~/..",
    "since about a decade": "201X~/..",
    "since an uncertain day": "2017-03-02?/..",
    "since a year before Christ": "-0043/..",
    "until a day": "../2017-03-02",
    "until the eighth": "../2016-03-08",
    "until a month": "../2016-08",
    "until spring": "../2016-21",
    "until summer": "../2016-22",
    "until autumn": "../2016-23",
    "until winter": "../2016-24",
    "until a year": "../2016",
    "until a decade": "../201X",
    "until another decade": "../196X",
    "until a century": "../19XX",
    "until about a day": "../2017-03-02~",
    "until about a season": "../2016-21~",
    "until an uncertain year": "../2016?",
    "from a day to some day": "2017-03-02/",
    "from a decade to some day": "201X/",
    "from some day to a month": "/2016-08",
    "unknown": "XXXX",
    "open at both ends": "../..",
    "a year before Christ": "-0043",
    "a day before Christ": "-0043-03-15",
    "years before Christ": "-0100/-0043",
    "a decade before Christ": "-004X",
    "a year of five figures": "Y12000",
}
"""A date of each shape, in EDTF."""

DATES = {"date", "before", "after", "span"}
"""The placeholders that hold a date, or a span of time, in messages of every kind."""

OF_A_DATE = {"day", "month", "year", "ten", "time"}
"""The placeholders of messages that make up a date: they are printed with the dates, and so are these."""
MAKE_A_DATE = {
    "%(date)s (uncertain)", "around %(date)s", "from %(date)s, end unknown", "to %(date)s, beginning unknown",
    "since %(span)s", "until %(span)s",
}  # fmt: skip

OF_ONE_DATE = {
    "As of %(date)s",
    "As known on %(date)s: what became public later is left out.",
    "The longest time without one: from %(before)s to %(after)s.",
}
"""The messages whose dates are known and no spans: of what day something is true, between which two nothing was."""

SENTENCES = {
    "%(num)d event, %(span)s.",
    "The longest time without one: from %(before)s to %(after)s.",
    "%(date)s. %(status)s",
}
"""The messages that the code closes with one full stop where a date brings its own."""

TO_BE_READ = (
    "a day", "a month", "winter", "a decade", "around a year", "an uncertain day", "a span of days", "since a month",
    "a year before Christ",
)  # fmt: skip
"""The shapes that the pages show with each message; each by itself, they show all."""

NUMBERS = (1, 2, 3, 5, 11, 21, 100, 102)

TEXTS = {
    "sources": ["The Washington Post", "CNN"],
    "things": ["1", "2"],
    "site": "Sessions and Russia",
    "problems": "7",
    "words": "I did not have communications with the Russians",
    "number": "2",
    "shown": "3",
    "total": "9",
    "status": "Confirmed",
    "label": "CNN",
    "text": "CNN",
    "remark": "CNN",
    "first": "CNN",
    "second": "NBC",
    "name": "Jeff Sessions",
}

LABELS = (
    "Our finding", "Withdrawn", "Data", "The whole record as data", "Follow this story", "Concerns",
    "Had happened by then, and was not yet public", "What had happened by then",
)  # fmt: skip
"""What stands before a colon or as a heading, besides the names of fields."""


class Printed(NamedTuple):
    """A message as a reader sees it.

    Attributes:
        message: The message in English, or the shape of a date.
        text: What is printed.
    """

    message: str
    text: str


def printed(language: str, shapes: Iterable[str] = SHAPES) -> Iterator[Printed]:
    """Yield what the generator may say in a language: dates, what is said with them, labels, and the rest.

    Args:
        language: The language's code, as its catalogue has it, or `en`.
        shapes: The shapes of date that are said with each message.
    """
    words = words_for(language.replace("_", "-"))
    for shape, text in SHAPES.items():
        yield Printed(shape, words.date(parse(text)))
    dates = {date: words.date(date) for date in (parse(SHAPES[shape]) for shape in shapes)}
    for message in read(CATALOGUES / "pl.po"):  # all have the same
        if message.id:
            yield from _with_dates(message, words, dates)
    for label in sorted({labels.field_name(model, field, words) for model, field in _fields()}):
        yield Printed("%(label)s:", words.key(label))
    for label in LABELS:
        yield Printed("%(label)s:", words.key(words.gettext(label)))
    yield from _put_together(words, list(dates.values()))


def _with_dates(message: Message, words: Words, dates: dict[Date, str]) -> Iterator[Printed]:
    one, *many = message.id if isinstance(message.id, tuple) else (message.id,)
    names = set(re.findall(r"%\((\w+)\)[sd]", many[0] if many else one))
    if names & OF_A_DATE or one in MAKE_A_DATE:
        return
    if one in OF_ONE_DATE:
        dates = {date: text for date, text in dates.items() if date.is_placed and not date.is_interval}
    said = list(dates.values())
    if "since" in names:
        known = [date for date in dates if labels.public_since(date) == date]
        fillings = [{"since": words.since(date)} for date in known]
    elif "before" in names:
        nothing = words.gettext("nothing")
        both = list(zip(said, [*said[1:], said[0]], strict=True))
        both += [(nothing, said[0]), (said[0], nothing)] if "field" in names else []
        fillings = [{"before": before, "after": after} for before, after in both]
    elif names & DATES:
        fillings = [dict.fromkeys(names & DATES, each) for each in said]
    else:
        fillings = [{}]
    field = labels.field_name(Event, "date", words)
    texts = {
        **TEXTS,
        "field": field,
        "sources": words.listed(TEXTS["sources"]),
        "things": words.listed(TEXTS["things"]),
    }
    numbers = NUMBERS if many else (3,)
    for filling, number in [*product(fillings, numbers[:1]), *product(fillings[:1], numbers[1:])]:
        form = words.ngettext(one, many[0], number) if many else words.gettext(one)
        text = form % {**texts, "num": number, **filling}
        yield Printed(many[0] if many else one, words.sentences([text]) if one in SENTENCES else text)


def _put_together(words: Words, said: list[str]) -> Iterator[Printed]:
    """Yield what templates and code make of several messages."""
    confirmed, correction = labels.status("confirmed", words), labels.update_kind("correction", words)
    yield from (Printed("a line", words.commas(["The Washington Post", "Jeff Sessions", date])) for date in said)
    yield from (Printed("a label and a date", words.colon(correction, date)) for date in said)
    yield from (Printed("a remark", words.aside(date, confirmed)) for date in said)
    yield from (Printed("two values", words.semicolons([date, confirmed])) for date in said)
    yield Printed("a list", str(words.listed([confirmed, correction, confirmed])))
    undated = words.ngettext(
        "%(num)d has no known date and is not drawn.", "%(num)d have no known date and are not drawn.", 2
    )
    for date in said:
        events = words.ngettext("%(num)d event, %(span)s.", "%(num)d events, %(span)s.", 3) % {"num": 3, "span": date}
        yield Printed("two sentences", words.sentences([events, undated % {"num": 2}]))


def _fields() -> Iterator[tuple[type[BaseModel], str]]:
    """Yield the fields that are called something, and the models that have them."""
    for model in (*(kind.model for kind in all_kinds().values()), Verdict, Position, FrontMatter):
        yield from ((model, name) for name in model.model_fields if name not in {"id", "held_by"})


def page(language: str) -> str:
    """Return a page with all that is printed in a language, for a copy editor."""
    direction = "rtl" if words_for(language.replace("_", "-")).runs_from_the_right else "ltr"
    rows = "\n".join(
        f"<tr><th scope=row lang=en dir=ltr>{html.escape(each.message)}<td>{html.escape(each.text)}"
        for each in dict.fromkeys(printed(language, TO_BE_READ))
    )
    return (
        f'<!doctype html>\n<html lang="{language.replace("_", "-")}" dir="{direction}">\n<meta charset="utf-8">\n'
        f"<title>{language}</title>\n<style>th {{ font-weight: normal; color: gray }} td, th {{ padding: 0 1em; text-align: start }}"
        f"</style>\n<table>\n{rows}\n</table>\n"
    )


def main() -> None:
    """Write a page for each language."""
    PAGES.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        (PAGES / f"{language}.html").write_text(page(language), "utf-8")


if __name__ == "__main__":
    main()

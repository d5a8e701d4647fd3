"""EDTF, level 0 and 1: what a date may be, what it means, how dates are ordered, and what is said of what is none."""

import json
import pickle
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.edtf.dates import Date, DateError, Day, End, Precision, parse

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("edtf_cases.json").read_text())
"""Strings from the standard's examples and other implementations' test suites, with what those suites assert."""


def iso(day: Day | None) -> str:
    return f"{day.year:0{5 if day.year < 0 else 4}d}-{day.month:02d}-{day.day:02d}" if day else ".."


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["string"])
def test_agrees_with_the_standards_examples_and_other_suites(case: dict[str, Any]) -> None:
    if case["valid"] and case["level"] in (0, 1):
        date = parse(case["string"])
        assert case.get("lower") in (None, iso(date.lower))
        assert case.get("upper") in (None, iso(date.upper))
        return
    try:
        date = parse(case["string"])
    except DateError as error:
        assert error.beyond_level_1 or not case["valid"]  # noqa: PT017 - the error is one of two right answers
    else:
        assert case["valid"]
        assert case.get("lower") in (None, iso(date.lower))
        assert case.get("upper") in (None, iso(date.upper))


@pytest.mark.parametrize(
    ("text", "lower", "upper", "precision"),
    [
        ("2016", "2016-01-01", "2016-12-31", Precision.YEAR),
        ("2016-02", "2016-02-01", "2016-02-29", Precision.MONTH),
        ("1900-02", "1900-02-01", "1900-02-28", Precision.MONTH),
        ("2000-02-29", "2000-02-29", "2000-02-29", Precision.DAY),
        ("0000-02-29", "0000-02-29", "0000-02-29", Precision.DAY),
        ("-0004-02-29", "-0004-02-29", "-0004-02-29", Precision.DAY),
        ("2016-05-02T12:30:00", "2016-05-02", "2016-05-02", Precision.TIME),
        ("2016-05-02T24:00:00Z", "2016-05-02", "2016-05-02", Precision.TIME),
        ("2001-24", "2001-12-01", "2002-02-28", Precision.SEASON),
        ("201X", "2010-01-01", "2019-12-31", Precision.DECADE),
        ("20XX", "2000-01-01", "2099-12-31", Precision.CENTURY),
        ("2XXX", "2000-01-01", "2999-12-31", Precision.MILLENNIUM),
        ("XXXX", "0000-01-01", "9999-12-31", Precision.UNKNOWN),
        ("2016-XX", "2016-01-01", "2016-12-31", Precision.YEAR),
        ("2016-02-XX", "2016-02-01", "2016-02-29", Precision.MONTH),
        ("2016-XX-XX", "2016-01-01", "2016-12-31", Precision.YEAR),
        ("Y12345", "12345-01-01", "12345-12-31", Precision.YEAR),
        ("2016-05/2016-07-02", "2016-05-01", "2016-07-02", Precision.INTERVAL),
        ("2016/..", "2016-01-01", "..", Precision.INTERVAL),
        ("2016/", "2016-01-01", "..", Precision.INTERVAL),
        ("/2016", "..", "2016-12-31", Precision.INTERVAL),
    ],
)
def test_a_date_means_from_its_first_day_to_its_last(text: str, lower: str, upper: str, precision: Precision) -> None:
    date = parse(text)
    assert (iso(date.lower), iso(date.upper), date.precision) == (lower, upper, precision)


def test_marks_say_how_far_a_date_is_to_be_trusted() -> None:
    marks = {mark: (parse(f"1984{mark}").uncertain, parse(f"1984{mark}").approximate) for mark in "?~%"}
    assert marks == {"?": (True, False), "~": (False, True), "%": (True, True)}
    span = parse("1984-06?/2004-08~")
    assert (span.uncertain, span.approximate) == (True, True)


def test_an_interval_knows_its_ends() -> None:
    assert (parse("2016/..").start, parse("2016/..").end) == (parse("2016"), End.OPEN)
    assert (parse("/2016").start, parse("/2016").end) == (End.UNKNOWN, parse("2016"))


def test_a_time_keeps_its_zone_as_written() -> None:
    date = parse("2016-05-02T12:30:00-05")
    assert (date.time, date.zone) == ("12:30:00", "-05")


class TestOrder:
    IN_ORDER = (
        "../2020", "-0044", "0000", "2015-12-31", "2016/..", "2016", "2016-01", "2016-01-01", "2016-01-01T09:00:00",
        "2016-01-01T10:00:00", "2016-01-02", "2016-05/2016-07", "2016-05", "2016-09~", "2016-09-30", "2017", "Y12345",
    )  # fmt: skip

    def test_goes_by_the_first_day_then_from_the_less_exact_to_the_more_exact_then_by_time(self) -> None:
        dates = [parse(text) for text in (*self.IN_ORDER[1::2], *self.IN_ORDER[::2])]
        assert [str(date) for date in sorted(dates)] == list(self.IN_ORDER)

    ONE_DAY = (
        "2017-01/2017-12", "2017-01", "2017-01-10", "2017-01-10T09:00:00", "2017-01-10T14:30:00-05",
        "2017-01-10/2017-01-11", "2017-01-10/2017-03", "2017-01-10/..", "2017-01-11",
    )  # fmt: skip

    def test_of_what_begins_on_a_day_a_span_stands_below_what_is_of_that_day(self) -> None:
        dates = [parse(text) for text in (*self.ONE_DAY[1::2], *self.ONE_DAY[::2])]
        assert [str(date) for date in sorted(dates)] == list(self.ONE_DAY)

    def test_a_span_of_a_known_day_stands_under_what_may_have_begun_before_it(self) -> None:
        assert parse("2016-01/2030") < parse("2016") < parse("2016-01") < parse("2016-01-01/2030")

    def test_of_a_span_whose_beginning_is_unknown_the_end_is_what_is_known(self) -> None:
        assert parse("2015") < parse("/2016") < parse("2017")

    def test_a_month_is_not_before_or_after_its_days(self) -> None:
        month, day = parse("2016-09"), parse("2016-09-08")
        assert not month.certainly_before(day)
        assert not day.certainly_before(month)
        assert month.may_overlap(day)
        assert parse("2016-08").certainly_before(day)
        assert not parse("2016/..").certainly_before(parse("2030"))
        assert not parse("2030").certainly_before(parse("/2040"))

    def test_equal_is_what_is_written_alike(self) -> None:
        assert parse("2016") == parse("2016")
        assert parse("2016") != parse("2016-XX")
        assert len({parse("2016"), parse("2016"), parse("2016-XX")}) == 2
        assert pickle.loads(pickle.dumps(parse("2016/.."))) == parse("2016/..")  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("", "expected a date, found nothing", "for example `2016-09`"),
        ("2016-02-30", "February 2016 has 29 days, found day 30", "if the day is not known, write `2016-02`"),
        ("1900-02-29", "February 1900 has 28 days, found day 29", "if the day is not known, write `1900-02`"),
        ("2016-09-31", "September 2016 has 30 days, found day 31", "if the day is not known, write `2016-09`"),
        ("2016-13", "there is no month 13", ""),
        ("2016-13-05", "there is no month 13", "write `2016-05-13`"),
        ("2016-00", "there is no month 00", ""),
        ("-0000", "there is no year -0000", "the year before year 1 is `0000`"),
        ("2017/2016", "expected the beginning before the end, found `2017` before `2016`", "write `2016/2017`"),
        (
            "2016-05-11/2016-05",
            "expected the beginning before the end, found `2016-05-11` before `2016-05`",
            "write the end as exactly as the beginning",
        ),
        ("/", "expected an interval with a beginning or an end, found neither",
         "for example `2016-05/2016-07`, or `2016-05/..` for one without end"),
        ("2016-05-02T25:00:00", "expected a time from 00:00:00 to 23:59:59, found `25:00:00`", ""),
        ("2016-05-02T12:00:00+15", "expected a zone from -12:00 to +14:00, found `+15`", ""),
        ("2016-05-02T12:00:00-00:00", "expected a zone from -12:00 to +14:00, found `-00:00`", "Greenwich is `Z`"),
        ("2016-05-02T12:00:00CET", "expected a zone, found `CET`", "write `Z`, `+02:00` or `-05`"),
        ("2001-29", "`2001-29` is beyond level 1 of EDTF, which is as far as dates go here", ""),
        ("2004-?06-11", "`2004-?06-11` is beyond level 1 of EDTF, which is as far as dates go here",
         "write `2004-06-11?`, which marks the whole date"),
        ("~1945", "`~1945` is beyond level 1 of EDTF, which is as far as dates go here", "write `1945~`"),
        ("9" * 1000, "expected a date, found a text of 1000 characters", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_never_rolled_over(text: str, message: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert (str(caught.value), caught.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("20/08/2014", "write `2014-08-20`"),
        ("05/06/2014", "write `2014-06-05` or `2014-05-06`"),
        ("20.8.2014", "write `2014-08-20`"),
        ("08/2014", "write `2014-08`"),
        ("2016/05/01", "write `2016-05-01`"),
        ("2016-5-1", "write `2016-05-01`"),
        ("2016 05", "write `2016-05`"),
        ("20140820", "write `2014-08-20`"),
        ("May 2016", "write `2016-05`"),
        ("2 March 2017", "write `2017-03-02`"),
        ("2nd Mar. 2017", "write `2017-03-02`"),
        ("March 2, 2017", "write `2017-03-02`"),
        ("Smarch 2017", ""),
        ("summer 2016", "write `2016-22`"),
        ("2016-Q3", "write `2016-07/2016-09`"),
        ("2016-05-01 12:30", "write `2016-05-01T12:30:00`"),
        ("2016-05-01t12:30:00z", "write `2016-05-01T12:30:00Z`"),
        ("2016-05 to 2016-07", "write `2016-05/2016-07`"),
        ("2016-now", "write `2016/..`"),
        ("2016-", "write `2016/..`"),
        ("since 2016", "write `2016/..`"),
        ("until 2016-05", "write `../2016-05`"),
        ("c. 1850", "write `1850~`"),
        ("1850s", "write `185X`"),
        ("201x", "write `201X`"),
        ("44 BC", "write `-0043`"),
        ("1 BC", "write `0000`"),
        ("850", "write `0850`"),
        ("Y2006", "write `2006`"),
        (" 2016", "write `2016`"),
        ("2016\n", "write `2016`"),
        ("99999", "write `Y99999`"),
        ("today", ""),
    ],
)
def test_what_was_meant_is_offered_and_never_guessed(text: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert str(caught.value) == f"expected a date such as `2016`, `2016-09` or `2016-09-08`, found `{text}`"
    assert caught.value.hint == hint
    assert not caught.value.beyond_level_1


@pytest.mark.parametrize(
    ("text", "named", "hint"),
    [
        ("2016–2017", "an en dash (U+2013)", "write `2016/2017`"),
        ("2016–09", "an en dash (U+2013)", "write `2016-09`"),
        ("2016‑09‑08", "a non-breaking hyphen (U+2011)", "write `2016-09-08`"),
        ("−0043", "a minus sign (U+2212)", "write `-0043`"),
        ("2016-09\u00a0", "a no-break space (U+00A0)", "write `2016-09`"),
        ("\ufeff2016", "a byte-order mark (U+FEFF)", "write `2016`"),
        ("2016-\u200b09", "a zero width space (U+200B)", "write `2016-09`"),
        ("2016\u00ad-09", "a soft hyphen (U+00AD)", "write `2016-09`"),
        ("２０２２", "a fullwidth digit two (U+FF12) and a fullwidth digit zero (U+FF10)", "write `2022`"),
        ("2 March\u00a02017", "a no-break space (U+00A0)", "write `2017-03-02`"),
    ],
)
def test_a_character_that_deceives_the_eye_is_named(text: str, named: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    expected = f"expected a date such as `2016`, `2016-09` or `2016-09-08`, found `{text}` with {named}"
    assert (str(caught.value), caught.value.hint) == (expected, hint)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("44257", "write `2021-03-02`, or `2025-03-03` if the sheet counts from 1904, or `Y44257` for that year"),
        ("12000", "write `1932-11-07`, or `1936-11-08` if the sheet counts from 1904, or `Y12000` for that year"),
        ("73050", "write `2099-12-31`, or `2104-01-02` if the sheet counts from 1904, or `Y73050` for that year"),
        ("44257.604166667", "write `2021-03-02T14:30:00`, or `2025-03-03T14:30:00` if the sheet counts from 1904"),
    ],
)
def test_a_day_as_a_spreadsheet_counts_it_is_told_and_never_made_a_date(text: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    expected = f"expected a date such as `2016`, `2016-09` or `2016-09-08`, found `{text}`, Excel's number of a day"
    assert (str(caught.value), caught.value.hint) == (expected, hint)


@given(st.text(alphabet="0123456789X-/.?~%TYZ:+ES[]{},", max_size=24))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    try:
        date = parse(text)
    except DateError as error:
        assert str(error)  # noqa: PT017 - any text may be a date
    else:
        assert date.lower is None or date.upper is None or date.lower <= date.upper


@given(st.text())
def test_no_text_at_all_gives_another_error(text: str) -> None:
    with suppress(DateError):
        parse(text)


DATES = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda day: str(day)[:7]),
    st.dates().map(lambda day: str(day)[:4]),
    st.tuples(st.dates(), st.dates()).map(lambda days: f"{min(days)}/{max(days)}"),
    st.dates().map(lambda day: f"{str(day)[:7]}/.."),
    st.dates().map(lambda day: f"/{day}"),
    st.tuples(st.dates(), st.times()).map(lambda moment: f"{moment[0]}T{moment[1]:%H:%M:%S}"),
).map(parse)


@given(st.lists(DATES, max_size=6))
def test_the_order_is_total_and_keeps_what_is_certainly_before_before(dates: list[Date]) -> None:
    ordered = sorted(dates)
    for n, earlier in enumerate(ordered):
        for later in ordered[n:]:
            assert not later < earlier
            assert not later.certainly_before(earlier) or earlier.start is not None

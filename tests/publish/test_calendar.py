"""The calendar, read back by a parser that is not the one which wrote it."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import vobject
from tests.publish.conftest import changed

from explainer.edtf.dates import parse
from explainer.html.press import Press
from explainer.publish.calendar import calendar, span_of


@pytest.fixture(scope="module")
def read(press: Press) -> Any:
    return vobject.readOne(calendar(press))


@pytest.fixture(scope="module")
def entries(read: Any) -> dict[str, Any]:
    return {entry.uid.value.partition("@")[0].removeprefix("event-"): entry for entry in read.vevent_list}


def test_what_a_calendar_can_hold_is_in_it_and_the_rest_is_left_out(entries: dict[str, Any]) -> None:
    assert list(entries) == ["opened", "repairs", "moment", "midnight"]


def test_a_day_is_an_entry_for_the_whole_day(entries: dict[str, Any]) -> None:
    assert entries["opened"].dtstart.value == date(1931, 5, 4)
    assert entries["opened"].dtend.value == date(1931, 5, 5)


def test_a_span_lasts_from_its_first_day_to_the_day_after_its_last(entries: dict[str, Any]) -> None:
    assert (entries["repairs"].dtstart.value, entries["repairs"].dtend.value) == (date(1950, 2, 10), date(1951, 3, 3))


def test_a_time_with_a_zone_is_that_moment(entries: dict[str, Any]) -> None:
    assert entries["moment"].dtstart.value == datetime(2001, 10, 28, 21, 30, tzinfo=UTC)
    assert not hasattr(entries["moment"], "dtend")


def test_the_end_of_a_day_is_the_beginning_of_the_next(entries: dict[str, Any]) -> None:
    assert entries["midnight"].dtstart.value == datetime(2001, 10, 30, 0, 0)


def test_an_entry_says_what_a_reader_needs(entries: dict[str, Any]) -> None:
    opened = entries["opened"]
    assert opened.summary.value == "The bridge is opened & “blessed”"
    assert opened.description.value == "4 May 1931. Confirmed\nBy the mayor, who spoke of iron. It rained."
    assert opened.url.value == "https://example.org/crossing/timeline/#event-opened"
    assert opened.categories.value == ["bridge", "=cmd"]
    assert opened.transp.value == "TRANSPARENT"


def test_stamps_are_the_records_and_never_the_clocks(entries: dict[str, Any]) -> None:
    assert entries["opened"].dtstamp.value == datetime(2020, 4, 1, tzinfo=UTC)
    assert entries["moment"].dtstamp.value == datetime(2020, 7, 1, tzinfo=UTC)


def test_two_sites_of_one_host_have_no_entry_in_common(press: Press) -> None:
    uids = [
        {line for line in calendar(changed(press, url=url)).splitlines() if line.startswith("UID:")}
        for url in ("https://example.org/one/", "https://example.org/two/")
    ]
    assert "UID:event-opened@example.org/one" in uids[0]
    assert uids[0] & uids[1] == set()


def test_the_calendar_says_whose_it_is(read: Any) -> None:
    assert read.x_wr_calname.value == "The crossing"
    assert read.x_licence.value == "CC-BY-4.0"


def test_it_is_written_without_an_address_too(press: Press) -> None:
    text = calendar(changed(press, url=""))
    assert "UID:event-opened@explainer.invalid" in text
    assert "URL" not in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017-03-02", (date(2017, 3, 2), date(2017, 3, 3))),
        ("2016-05/2016-07", (date(2016, 5, 1), date(2016, 8, 1))),
        ("2016-12-31/2017-01-01", (date(2016, 12, 31), date(2017, 1, 2))),
        ("2017-03-02T10:00:00-05", (datetime(2017, 3, 2, 15, 0, tzinfo=UTC), None)),
        ("2016-05", None),
        ("2016", None),
        ("2016-21", None),
        ("2016-05-01?", None),
        ("2016-05-01/..", None),
        ("/2016-05-01", None),
        ("-0043-03-15", None),
        ("9999-12-31", None),
        ("9999-12-31T24:00:00", None),
        ("9999-12-31T23:00:00-05", None),
        ("0001-01-01T00:00:00+02:00", None),
        ("XXXX", None),
    ],
)
def test_the_rule_for_every_kind_of_date(text: str, expected: object) -> None:
    assert span_of(parse(text)) == expected

"""Dates as people type them: each becomes EDTF by a named rule, or a question."""

import pytest
from tests.project.test_guide import GUIDE, rows

from explainer.imports.dates import Reading, read_date
from explainer.imports.times import time_of

SURE = {
    "2017-03-02": "2017-03-02",
    "1902": "1902",
    "Feb. 18, 2003": "2003-02-18",
    "18.02.2003": "2003-02-18",
    "18. Februar 2003": "2003-02-18",
    "le 18 février 2003": None,
    "18 février 2003": "2003-02-18",
    "18 de febrero de 2003": "2003-02-18",
    "December 7, 1941": "1941-12-07",
    "Sunday, December 7, 1941": "1941-12-07",
    "December 1941": "1941-12",
    "12/1941": "1941-12",
    "7 December 1941, 7:48 AM": "1941-12-07T07:48:00",
    "44257": "2021-03-02",
    "c. 1677": "1677~",
    "about 1850": "1850~",
    "1850?": "1850?",
    "1730s": "173X",
    "18th century": "17XX",
    "spring 1968": "1968-21",
    "44 BC": "-0043",
    "between 1678 and 1680": "1678/1680",
    "1678–1680": "1678/1680",
    "1914-18": "1914/1918",
    "3 – 5 March 2017": "2017-03-03/2017-03-05",
    "March 3 – April 5, 2017": "2017-03-03/2017-04-05",
    "since 2016": "2016/..",
    "until 2016": "../2016",
    "2016-Q2": "2016-04/2016-06",
    "25/12/2005": "2005-12-25",
    "12/25/2005": "2005-12-25",
    "\ufeff2017\u201303\u201302": "2017-03-02",
}
"""What is typed, and the date; None where it is a question."""


@pytest.mark.parametrize(("typed", "edtf"), SURE.items())
def test_a_date_becomes_edtf_or_a_question(typed: str, edtf: str | None) -> None:
    when = read_date(typed, Reading())
    assert (when.edtf or None) == edtf, when
    assert bool(when.rule) == bool(edtf)
    assert bool(when.question) != bool(edtf)


def test_what_could_be_two_days_is_asked_unless_the_editor_has_said() -> None:
    assert read_date("03/04/2005", Reading()).question == "`03/04/2005` may be `2005-04-03` or `2005-03-04`"
    assert read_date("03/04/2005", Reading(order="day")).edtf == "2005-04-03"
    assert read_date("03/04/2005", Reading(order="month")).edtf == "2005-03-04"


@pytest.mark.parametrize("typed", ["soon", "the other day", "31 February 2005", "2005-13-01", "Smarch 2005"])
def test_what_is_no_date_is_asked(typed: str) -> None:
    assert read_date(typed, Reading()).question == f"`{typed}` is no date that can be read without a guess"


def test_what_a_date_cannot_hold_is_kept_in_words() -> None:
    when = read_date("late 1730s", Reading())
    assert (when.edtf, when.lost) == ("173X", "late 1730s")


@pytest.mark.parametrize(
    ("typed", "time", "lost"),
    [
        ("14:30", "T14:30:00", ""),
        ("2:30 PM EST", "T14:30:00-05", ""),
        ("12:05 a.m.", "T00:05:00", ""),
        ("18 Uhr", "", "18 Uhr"),
        ("7:40 local time", "T07:40:00", ""),
        ("9:00 ET", "T09:00:00-05", ""),
        ("9:00 CST", "T09:00:00", "9:00 CST"),
        ("About 12:45 AM EST", "", "About 12:45 AM EST"),
        ("25:00", "", "25:00"),
    ],
)
def test_a_time_of_day(typed: str, time: str, lost: str) -> None:
    assert time_of(typed, "2017-03-02") == (time, lost)


def test_every_date_of_the_guide_reads_as_its_table_says() -> None:
    table = rows(GUIDE / "import.md", "## Dates")
    assert len(table) > 5
    for typed, becomes in table:
        when = read_date(typed.strip("`"), Reading())
        assert (f"`{when.edtf}`" if when.edtf else "a question") == becomes

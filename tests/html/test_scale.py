"""The scale of a drawn timeline: every day where it belongs, for every year."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.edtf.dates import Day
from explainer.html.scale import MARGIN, MOST_TICKS, day_of, ordinal, scale_for

ORIGIN = dt.date(2000, 1, 1).toordinal() - ordinal(Day(2000, 1, 1))


@given(st.dates())
def test_days_are_counted_as_the_calendar_counts_them(day: dt.date) -> None:
    ours = Day(day.year, day.month, day.day)
    assert ordinal(ours) + ORIGIN == day.toordinal()
    assert day_of(ordinal(ours)) == ours


@given(st.integers(-40_000_000, 40_000_000))
def test_a_day_of_any_year_comes_back_from_its_number(number: int) -> None:
    assert ordinal(day_of(number)) == number


def test_months_are_as_wide_as_they_are_long() -> None:
    scale = scale_for(Day(2016, 5, 18), Day(2017, 3, 2))
    ticks = scale.ticks()
    assert ticks[0].day == Day(2016, 5, 1)
    assert ticks[-1].day == Day(2017, 4, 1)
    widths = {tick.day: round(after.x - tick.x, 2) for tick, after in pairwise(ticks)}
    assert widths[Day(2016, 5, 1)] > widths[Day(2016, 6, 1)] > widths[Day(2017, 2, 1)]
    assert (ticks[0].x, ticks[-1].x) == (MARGIN, 100 - MARGIN)


def test_a_few_days_have_weeks_and_long_times_years_or_centuries() -> None:
    assert scale_for(Day(2017, 3, 1), Day(2017, 3, 2)).step == 0
    assert [tick.day for tick in scale_for(Day(2017, 3, 1), Day(2017, 3, 2)).ticks()] == [
        Day(2017, 3, 1),
        Day(2017, 3, 8),
    ]
    assert scale_for(Day(1842, 5, 1), Day(2017, 3, 2)).step == 25 * 12
    assert scale_for(Day(-43, 3, 15), Day(2017, 3, 2)).ticks()[0].day == Day(-250, 1, 1)
    assert scale_for(Day(-13_800_000_000, 1, 1), Day(2017, 3, 2)).step == 5_000_000_000 * 12


@given(st.integers(-(10**10), 10**10), st.integers(0, 12_000) | st.integers(0, 10**11))
def test_all_of_the_time_lies_on_the_scale_between_few_ticks(year: int, months: int) -> None:
    last = Day(year + months // 12, months % 12 + 1, 28)
    first = Day(year, 1, 1)
    scale = scale_for(first, last)
    ticks = scale.ticks()
    assert len(ticks) <= MOST_TICKS
    assert MARGIN <= scale.x(ordinal(first)) < scale.x(ordinal(last) + 1) <= 100 - MARGIN
    assert [tick.x for tick in ticks] == sorted({tick.x for tick in ticks})


@pytest.mark.parametrize(
    ("labels", "ranks"),
    [(4, [0, 0, 0, 0]), (6, [0, 1, 0, 1, 0, 1]), (9, [0, 2, 1, 2, 0, 2, 1, 2, 1]), (5, [0, 1, 0, 1, 1])],
)
def test_of_many_labels_some_give_way_where_there_is_little_room(labels: int, ranks: list[int]) -> None:
    ticks = scale_for(Day(2010, 1, 1), Day(2009 + labels, 12, 31)).ticks()
    every = len(ticks) - 1
    assert every == labels
    assert [tick.rank for tick in ticks[:-1]] == ranks

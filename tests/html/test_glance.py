"""Where the marks of a drawn timeline stand."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.edtf.dates import parse
from explainer.html.glance import DENSITIES, NARROW, Glance, Mark, glance
from explainer.html.glance_words import summary
from explainer.record.kinds.event import Event
from explainer.words.words import words_for


def event(date: str, id_: str = "a", **more: object) -> Event:
    return Event.model_validate({"id": id_, "date": date, "title": id_, **more})


def marks(drawing: Glance | None) -> list[Mark]:
    assert drawing is not None
    return [mark for lane in drawing.lanes for mark in lane.marks]


def test_a_day_is_a_mark_and_a_month_or_a_span_is_a_band_as_long_as_it_may_be() -> None:
    day, month, span = marks(glance([event("2016-05-18"), event("2016-06", "b"), event("2016-07/2016-08", "c")]))
    assert day.is_day
    assert not month.is_day
    assert month.x > day.x
    assert round(span.width / month.width, 2) == round(62 / 30, 2)


def test_what_is_still_going_on_fades_at_the_day_up_to_which_the_site_tells_its_story() -> None:
    drawing = glance([event("2016-05-18"), event("2016-06/..", "b")], until=parse("2017-03-02"))
    _, band = marks(drawing)
    assert drawing is not None
    assert drawing.ticks[-1].day == (2017, 4, 1)
    assert (band.fades_before, band.fades_after) == (False, True)
    assert [density for _, _, density in band.bands()] == [1, *DENSITIES]
    assert round(band.x + band.width, 1) == 97.0
    pieces = sorted((x, width) for x, width, _ in band.bands())
    assert all(abs(x + width - after) < 0.05 for (x, width), (after, _) in pairwise(pieces))


def test_from_right_to_left_everything_is_mirrored() -> None:
    events = [event("2016-05-18"), event("2016-06/..", "b")]
    ours, theirs = glance(events), glance(events, mirrored=True)
    assert ours is not None
    assert theirs is not None
    for one, other in zip(marks(ours), marks(theirs), strict=True):
        assert round(one.middle + other.middle, 1) == 100.0
        assert one.y == other.y
    assert marks(theirs)[1].fades_before
    assert [round(100 - tick.x, 2) for tick in theirs.ticks] == [tick.x for tick in ours.ticks]


def test_events_without_a_known_date_are_counted_and_not_drawn() -> None:
    drawing = glance([event("2016"), event("XXXX", "b")])
    assert drawing is not None
    assert drawing.undated == 1
    assert [mark.event.id for mark in marks(drawing)] == ["a"]
    assert glance([event("XXXX")]) is None
    assert glance([event("../.."), event("/..", "b")]) is None
    assert glance([]) is None


def test_the_longest_time_without_an_event_is_found_between_what_ended_last_and_what_began_next() -> None:
    drawing = glance([event("2016-01/2016-06", "a"), event("2016-02-01", "b"), event("2016-08-01", "c")])
    assert drawing is not None
    assert drawing.gap is not None
    assert [each.id for each in drawing.gap] == ["a", "c"]


def test_lanes_hold_each_event_under_each_of_its_names_and_the_rest_last() -> None:
    events = [event("2016", "a", tags=["x", "y"]), event("2017", "b", tags=["y"]), event("2018", "c")]
    drawing = glance(events, names=lambda each: each.tags)
    assert drawing is not None
    assert [(lane.label, [mark.event.id for mark in lane.marks]) for lane in drawing.lanes] == [
        ("y", ["a", "b"]),
        ("x", ["a"]),
        ("", ["c"]),
    ]
    assert all(mark.y + drawing.size / 2 <= lane.height for lane in drawing.lanes for mark in lane.marks)


DATES = st.builds(
    lambda year, month, day: f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else ""),
    st.integers(1990, 2020),
    st.integers(1, 12),
    st.integers(0, 28),
)


@given(st.lists(DATES, max_size=60))
def test_no_mark_covers_another(dates: list[str]) -> None:
    drawing = glance([event(date, f"e{n}") for n, date in enumerate(dates)])
    if drawing is None:
        assert not dates
        return
    assert len(marks(drawing)) == len(dates)
    for one, other in combinations(marks(drawing), 2):
        apart = abs(one.middle - other.middle) / 100 * NARROW
        wide = (max(one.width * NARROW / 100, drawing.size) + max(other.width * NARROW / 100, drawing.size)) / 2
        assert apart >= wide - 0.2 or abs(one.y - other.y) >= drawing.size, (one, other)


def test_very_many_events_make_the_marks_smaller_and_not_the_drawing_endless() -> None:
    few = glance([event(f"2016-01-{day:02d}", f"e{day}") for day in range(1, 6)])
    many = glance([event(f"2016-{n % 12 + 1:02d}-{n % 28 + 1:02d}", f"e{n}") for n in range(1500)])
    assert few is not None
    assert many is not None
    assert few.size == 24
    assert many.size == 6
    assert many.lanes[0].height < 400


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (["2016-05-18"], "1 event, 18 May 2016."),
        (["../2018-12-01"], "1 event, until 1 December 2018."),
        (["2016-05-18", "2016-06/.."], "2 events, since 18 May 2016."),
        (["../2018-12-01", "2020-05-01"], "2 events, until 1 May 2020."),
        (["../2018-12-01", "2019", "2020-05-01/.."], "3 events, 1 December 2018 – 1 May 2020."),
    ],
)
def test_its_sentence_tells_the_time_that_is_known(dates: list[str], said: str) -> None:
    events = [event(date, f"e{n}") for n, date in enumerate(dates)]
    drawing = glance(events)
    assert drawing is not None
    assert summary(events, drawing, words_for("en")).startswith(said)

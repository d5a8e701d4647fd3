"""The names of key events in a drawing, and scales that are broken or even."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.html.test_glance import event, marks

from explainer.edtf.dates import parse
from explainer.html.broken_scale import GAP, broken_scale
from explainer.html.glance import glance
from explainer.html.glance_names import LETTER, LONGEST, WIDTH, cut, placed

SHIP = [
    ("launched", "2018-09"), ("warning", "2020~"), ("aground", "2021-03-23T07:40:00+02:00"), ("queue", "2021-03-23/2021-04-03"),
    ("dredging", "2021-03-24/2021-03-29"), ("claimed", "2021-03-24"), ("closed", "2021-03-25"), ("apology", "2021-03-25"),
    ("wind", "2021-03-27"), ("unloading", "2021-03-28"), ("free", "2021-03-29T04:30:00+02:00"), ("afloat", "2021-03-29T15:05:00+02:00"),
    ("held", "2021-03-29/2021-07-07"), ("last", "2021-04-03"), ("leaves", "2021-07-07"), ("report", "2023-07"),
]  # fmt: skip


def ship(**more: object):  # type: ignore[no-untyped-def]
    drawing = glance([event(date, id_) for id_, date in SHIP], **more)  # type: ignore[arg-type]
    assert drawing
    return drawing, {mark.event.id: mark for mark in marks(drawing)}


def test_a_decisive_week_between_empty_years_has_most_of_the_room() -> None:
    drawing, by_id = ship()
    assert len(drawing.breaks) >= 3
    assert by_id["afloat"].x - by_id["aground"].x > 15
    true_to_time, there = ship(form="time")
    assert true_to_time.breaks == ()
    assert there["afloat"].x - there["aground"].x < 1


def test_times_of_a_day_have_their_places_and_their_order() -> None:
    _, by_id = ship()
    assert by_id["free"].x < by_id["afloat"].x
    _, in_the_week = ship(window=(parse("2021-03-23"), parse("2021-03-29")), form="time")
    day = (in_the_week["afloat"].x - in_the_week["aground"].x) / (6 + (15 * 60 + 5 - 7 * 60 - 40) / 1440)
    assert abs(in_the_week["free"].x - in_the_week["aground"].x - day * (6 - (3 * 60 + 10) / 1440)) < 0.1


def test_time_runs_on_over_the_breaks() -> None:
    drawing, by_id = ship()
    order = [
        by_id[id_].x
        for id_ in ("launched", "warning", "aground", "closed", "wind", "afloat", "last", "leaves", "report")
    ]
    assert order == sorted(order)
    ticks = [tick.x for tick in drawing.ticks]
    assert ticks == sorted(ticks)
    for at in drawing.breaks:
        assert not any(at - GAP / 2 < tick < at + GAP / 2 for tick in ticks)


def test_a_story_without_empty_times_is_true_to_time() -> None:
    drawing = glance([event(f"2016-{month:02d}-03", f"e{month}") for month in range(1, 13)])
    assert drawing
    assert drawing.breaks == ()
    assert broken_scale([1, 2, 3, 4, 5]) is None


def test_a_window_crops_the_drawing() -> None:
    drawing, by_id = ship(window=(parse("2021-03-22"), parse("2021-04-05")), form="time")
    assert drawing.ticks[0].day >= (2021, 3, 22)
    assert by_id["held"].fades_after
    assert by_id["held"].x + by_id["held"].width <= 100


def test_evenly_every_day_has_as_much_room() -> None:
    drawing = glance(
        [event(date, f"e{n}") for n, date in enumerate(("2000-01-01", "2000-01-02", "2020-05-01"))], form="even"
    )
    assert drawing
    first, second, third = marks(drawing)
    assert round(second.x - first.x, 1) == round(third.x - second.x, 1)


@given(st.lists(st.floats(0, 4000), min_size=2, max_size=60))
def test_a_broken_scale_keeps_the_order(points: list[float]) -> None:
    scale = broken_scale(points)
    if scale is None:
        return
    places = [scale.x(point) for point in sorted(points)]
    assert all(before <= after for before, after in pairwise(places))
    assert all(2 < place < 98 for place in places)


@given(st.lists(st.tuples(st.text("abcdef ", min_size=1, max_size=60), st.floats(3, 97)), max_size=12))
def test_no_name_covers_another_nor_the_line_to_a_mark(wanted: list[tuple[str, float]]) -> None:
    found = [each for each in placed(wanted) if each]

    def box(name):  # type: ignore[no-untyped-def]
        width = len(name.text) * LETTER * 100 / WIDTH
        return (name.x, name.x + width) if name.anchor == "start" else (name.x - width, name.x)

    for one, other in combinations(found, 2):
        if one.line == other.line:
            (a, b), (c, d) = box(one), box(other)
            assert b <= c or d <= a
        upper, lower = (one, other) if one.line > other.line else (other, one)
        if upper.line != lower.line:
            left, right = box(lower)
            assert not left < upper.x < right


def test_a_long_name_is_cut_between_words() -> None:
    text = "The committee publishes what it has found out about the night"
    assert cut(text) == "The committee publishes what it has …"
    assert len(cut(text)) <= LONGEST + 1
    assert cut("Short") == "Short"


def test_key_events_have_names_and_in_lanes_there_are_none() -> None:
    _, by_id = ship(key=["aground", "afloat", "held", "leaves"])
    named = {id_ for id_, mark in by_id.items() if mark.name}
    assert {"aground", "leaves"} <= named
    assert len(named) >= 3
    lanes = glance([event("2016", "a", tags=["x"]), event("2017", "b")], names=lambda each: each.tags, key=["a"])
    assert lanes
    assert lanes.lines == 0


def test_from_right_to_left_names_run_the_other_way() -> None:
    _, ours = ship(key=["aground"])
    _, theirs = ship(key=["aground"], mirrored=True)
    assert ours["aground"].name
    assert theirs["aground"].name
    assert round(ours["aground"].name.x + theirs["aground"].name.x, 1) == 100
    assert {ours["aground"].name.anchor, theirs["aground"].name.anchor} == {"start", "end"}

"""The locator map: where places stand on it, and what of the land it shows."""

import pytest

from explainer.html.locator import locator
from explainer.record.kinds.place import Place


def place(name: str, at: str) -> Place:
    return Place.model_validate({"id": name.lower().replace(" ", "-"), "name": name, "at": at})


GROUPS = {
    "one": [place("Suez", "29.97, 32.55")],
    "two": [place("London", "51.5, -0.1"), place("Paris", "48.86, 2.35")],
    "province": [place("Groningen", "53.22, 6.57"), place("Delfzijl", "53.33, 6.92"), place("Assen", "52.99, 6.56")],
    "continents": [
        place("Lagos", "6.45, 3.39"), place("Santos", "-23.96, -46.33"), place("Los Angeles", "34.05, -118.24"),
        place("Rotterdam", "51.92, 4.48"), place("Tanjung Pelepas", "1.36, 103.55"), place("Sydney", "-33.87, 151.2"),
        place("Suez", "29.97, 32.55"), place("Mumbai", "19.07, 72.88"), place("Lima", "-12.05, -77.04"), place("Tokyo", "35.68, 139.69"),
    ],
    "dateline": [place("Suva", "-18.14, 178.44"), place("Apia", "-13.83, -171.77")],
}  # fmt: skip


@pytest.mark.parametrize("name", GROUPS)
def test_every_place_stands_on_it_with_its_number(name: str) -> None:
    drawn = locator(GROUPS[name])
    assert [mark.number for mark in drawn.marks] == list(range(1, len(GROUPS[name]) + 1))
    assert all(2 < mark.x < 98 and 2 < mark.y < 98 for mark in drawn.marks)
    assert drawn.land.startswith("M")


@pytest.mark.parametrize("name", GROUPS)
def test_east_is_right_and_north_is_up(name: str) -> None:
    marks = locator(GROUPS[name]).marks
    north = max(marks, key=lambda mark: mark.place.at[0])
    assert north.y == min(mark.y for mark in marks)
    if name == "dateline":
        assert marks[0].x < marks[1].x, "Apia lies east of Suva, over the 180th meridian"


def test_a_map_of_a_region_has_a_scale_and_an_inset_and_one_of_the_world_has_none() -> None:
    near, far = locator(GROUPS["two"]), locator(GROUPS["continents"])
    assert (near.kilometres, near.inset is not None, near.aspect) == (50, True, "tall")
    assert (far.kilometres, far.inset, far.aspect) == (0, None, "world")


def test_the_scale_is_true() -> None:
    drawn = locator(GROUPS["two"])
    [london, paris] = drawn.marks
    across = abs(london.x - paris.x) / drawn.bar * drawn.kilometres
    down = abs(london.y - paris.y) * drawn.height / 640 / drawn.bar * drawn.kilometres
    assert (across**2 + down**2) ** 0.5 == pytest.approx(344, rel=0.03)


def test_names_stand_where_they_meet_nothing() -> None:
    boxes = []
    for mark in locator(GROUPS["continents"]).marks:
        width = len(mark.place.name) * 8.4
        x, y = mark.x * 6.4, mark.y * 2.76
        if mark.side in {"end", "start"}:
            start = x + 12 if mark.side == "end" else x - 12 - width
            boxes.append((start, y - 9, start + width, y + 9))
    assert len(boxes) > 5
    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])


def test_places_at_one_spot_keep_their_numbers_and_lose_a_name() -> None:
    twins = [place(f"A long name of a place number {n}", "51.5, -0.1") for n in range(6)]
    sides = [mark.side for mark in locator(twins).marks]
    assert "" in sides


def test_borders_are_drawn_only_when_asked_for() -> None:
    assert locator(GROUPS["two"]).borders == ""
    assert locator(GROUPS["province"], borders=True).borders.startswith("M")


def test_it_is_light() -> None:
    assert max(len(locator(group).land) for group in GROUPS.values()) < 60_000

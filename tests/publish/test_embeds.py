"""What an embed of a timeline holds where not everything has room in it."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.publish.conftest import make

from explainer.edition import edition_from_disk
from explainer.publish.embeds import LARGEST, embeds
from explainer.site.config import read_site

LANES = """\
# Lanes

/// timeline
    layout: glance
    lanes: tags
///
"""


def embed(root: Path, events: int, **more: str) -> BeautifulSoup:
    """Return the embed of a timeline with lanes, of so many events beside those of the small site."""
    site = read_site(make(root) / "mkdocs.yml")
    (root / "docs" / "people.md").write_text(LANES, "utf-8")
    (root / "data" / "timeline" / "more.yml").write_text(
        "".join(
            f"- id: more-{n}\n  date: 19{n % 90 + 10}-01-02\n  title: Event number {n} has a headline\n"
            f"  sources: [gazette]\n" + "".join(f"  {name}: {value}\n" for name, value in more.items())
            for n in range(events)
        ),
        "utf-8",
    )
    html = dict(embeds(edition_from_disk(site).press))["embed/timeline-people.html"]
    assert len(html.encode()) <= LARGEST
    return BeautifulSoup(html, "html.parser")


def test_a_timeline_that_fits_is_whole_and_keeps_its_lanes(tmp_path: Path) -> None:
    page = embed(tmp_path, 0)
    assert [lane.get_text() for lane in page.select(".ex-glance__lane")] == ["bridge", "=cmd", "Other events"]
    assert len(page.select(".ex-brief__event")) == 9
    assert not page.select(".ex-brief__shown, .ex-timeline__tools")


@pytest.mark.parametrize("events", [20, 300])
def test_one_that_does_not_fit_lists_as_many_events_as_do_and_says_so(tmp_path: Path, events: int) -> None:
    page = embed(tmp_path, events)
    listed = len(page.select(".ex-brief__event"))
    assert [each.get_text() for each in page.select(".ex-brief__shown")] == [f"Events shown: {listed} of {events + 9}"]
    assert page.select_one(".ex-timeline__tools a")
    longest = max(len(str(event).encode()) for event in page.select(".ex-brief__event"))
    assert LARGEST - len(str(page).encode()) < 2 * longest, "another would have had room"
    assert bool(page.select(".ex-glance")) == (events == 20)


def test_lanes_that_leave_no_room_for_a_list_give_way(tmp_path: Path) -> None:
    page = embed(tmp_path, 20, tags="[a, b, c, d]")
    assert page.select(".ex-glance__mark")
    assert not page.select(".ex-glance__lane")
    assert len(page.select(".ex-brief__event")) >= 6

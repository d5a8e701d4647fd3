"""The drawn timeline with everything in it: lanes with long names, spans of each status, dates that are not exact."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.conftest import Watched, served
from tests.building import build

EVENTS = {
    "sure": ("2010-01-05", "confirmed"),
    "about": ("2011-03-04~", "confirmed"),
    "span": ("2012-05/2013-05", "confirmed"),
    "said": ("2013-02/2014-05", "reported"),
    "doubted": ("2015-01/2016-01", "disputed"),
    "refused": ("2017-05/2018-03", "denied"),
    "since": ("2018-06/..", "disputed"),
    "late": ("2022-01-05", "denied"),
}

COMMITTEE = "The Committee for the Investigation of Unusually Long and Winding Names"

CONFIG = """\
site_name: Drawn
site_url: https://example.org/drawn/
theme: {name: material, font: false}
plugins: [explainer]
markdown_extensions: [explainer]
nav: [index.md, timeline.md]
"""

PLACES = ["", "embed/timeline-index.html"]

OVERPRINTED = """() => {
    const labels = [...document.querySelectorAll(".ex-glance text")].map(each => [each.textContent, each.getBoundingClientRect()])
        .filter(([, box]) => box.width)
    return labels.flatMap(([one, a], n) => labels.slice(n + 1)
        .filter(([, b]) => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom)
        .map(([other]) => `${one} and ${other}`))
}"""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with such a drawing."""
    root = tmp_path_factory.mktemp("drawn")
    (root / "data").mkdir()
    (root / "docs").mkdir()
    (root / "data" / "timeline.yml").write_text(
        "".join(
            f"- {{id: {id_}, date: {date}, title: {id_}, status: {status}, people: [committee], sources: [paper]}}\n"
            for id_, (date, status) in EVENTS.items()
        )
        + "- {id: other, date: 2014-03-02, title: other, sources: [paper]}\n",
        "utf-8",
    )
    (root / "data" / "people.yml").write_text(f"- {{id: committee, name: {COMMITTEE}, kind: organisation}}\n", "utf-8")
    (root / "data" / "sources.yml").write_text(
        "- {id: paper, publisher: Paper, title: News, date: 2022-02-03, url: 'https://example.org/'}\n", "utf-8"
    )
    (root / "docs" / "index.md").write_text(
        "# Drawn\n\n/// timeline\n    layout: glance\n    lanes: people\n///\n", "utf-8"
    )
    (root / "docs" / "timeline.md").write_text("# Timeline\n\n/// timeline\n///\n", "utf-8")
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    built = build(root)
    assert built.exit_code == 0, built.output
    with served(built.site) as url:
        yield url


def colour(page: Page, id_: str, part: str, of: str = "stroke") -> str:
    """Return a colour, or another property, of a part of an event's mark."""
    mark = page.locator(f".ex-glance__mark[*|href$='event-{id_}'] {part}").first
    return str(mark.evaluate("(each, of) => getComputedStyle(each)[of]", of))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("times", [1, 2])
def test_no_label_overprints_another_or_leaves_the_screen_though_text_is_twice_as_large(
    browser: Browser, drawn: str, place: str, width: int, times: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = Watched(context.new_page(), drawn).open(place)
    page.evaluate(
        "times => document.documentElement.style.fontSize = parseFloat(getComputedStyle(document.documentElement).fontSize) * times + 'px'",
        times,
    )
    if page.locator(".ex-glance__upright:visible").count():  # too narrow for a drawing: time runs down, with all names
        assert width == 320 or times == 2
        moments = page.locator(".ex-glance__moment")
        assert moments.count() == len(EVENTS) + 1
        assert page.locator(".ex-glance__mark:visible").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        return
    assert page.evaluate(OVERPRINTED) == []
    for label in page.locator(".ex-glance text:visible, .ex-glance__lane").all():
        box = label.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width, label.text_content()
    lowest = max(
        box["y"] + box["height"] for each in page.locator(".ex-glance__mark").all() if (box := each.bounding_box())
    )
    axis, caption = (
        page.locator(".ex-glance text:visible").first.bounding_box(),
        page.locator(".ex-glance__caption").bounding_box(),
    )
    assert axis
    assert caption
    assert lowest <= axis["y"] + 2
    assert axis["y"] + axis["height"] <= caption["y"]
    context.close()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_mark_tells_its_status_by_colour_and_shape_and_what_is_not_exact_is_dashed(
    browser: Browser, drawn: str, place: str, scheme: str
) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = Watched(context.new_page(), drawn).open(place)
    for status, id_ in (("disputed", "doubted"), ("denied", "refused")):
        key = page.locator(f".ex-glance__key .ex-status--{status}").evaluate("each => getComputedStyle(each).color")
        assert colour(page, id_, ".ex-glance__band") == key
        assert colour(page, id_, "path") == key
    assert colour(page, "said", ".ex-glance__band") == colour(page, "sure", "circle", "fill")
    assert colour(page, "span", ".ex-glance__band") == "none"
    assert colour(page, "about", "circle", "strokeDasharray") == "3px"
    assert colour(page, "about", "circle") == colour(page, "about", "circle", "fill")
    assert colour(page, "sure", "circle", "strokeDasharray") == "none"
    assert page.locator(".ex-glance__mark[*|href$='event-since'] rect[opacity]").count() == 3
    context.close()


@pytest.mark.parametrize("width", [320, 1440])
def test_an_embeds_headings_are_smaller_than_its_question_and_a_statements_is_not_seen(
    browser: Browser, address: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = Watched(context.new_page(), address).open("embed/dispute-misled-hearing.html")
    sizes = {
        level: page.locator(level).first.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
        for level in ("h1", "h2")
    }
    assert sizes["h1"] > sizes["h2"]
    assert (
        page.locator(".ex-statement__title").first.evaluate("each => getComputedStyle(each).clipPath") == "inset(50%)"
    )
    context.close()

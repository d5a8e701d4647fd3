"""A timeline of hundreds of events, of which the browser lays out only those near the screen: nothing else may change by it."""

from collections.abc import Iterator

import pytest
from bench.events import LAST_WORDS, events
from bench.sites import our_site
from playwright.sync_api import Browser, Page
from tests.browser.conftest import Watched, served

MADE = events(150)
BELOW_HEADER = """id => {
  const { top } = document.getElementById(id).getBoundingClientRect()
  const header = document.querySelector(".md-header").getBoundingClientRect().bottom
  return top >= header && top < innerHeight
}"""
SHOWN = "document.querySelectorAll('.ex-event:not([hidden])').length"


def eventually(page: Page, script: str, expected: object, given: object = None) -> None:
    """Wait until a script gives what is expected. Playwright's own waiting evaluates text, which the policy forbids."""
    for _ in range(50):
        if page.evaluate(script, given) == expected:
            return
        page.wait_for_timeout(100)
    assert page.evaluate(script, given) == expected


def settled(page: Page) -> None:
    """Wait until the page has stood still for as many frames as the script watches it, and more."""
    page.evaluate(
        """async () => {
            const frame = () => new Promise(requestAnimationFrame)
            for (let still = 0, last; still < 10; still = scrollY === last ? still + 1 : 0) { last = scrollY; await frame() }
        }"""
    )


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a long timeline."""
    with served(our_site(tmp_path_factory.mktemp("long") / "site", MADE)) as url:
        yield url


@pytest.fixture
def page(browser: Browser, long: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    watched = Watched(context.new_page(), long)
    yield watched.open("")
    assert watched.complaints == []
    context.close()


def laid_out(page: Page) -> int:
    """Return how many events have a box that was drawn up for the screen."""
    return int(
        page.evaluate(
            "[...document.querySelectorAll('.ex-event')].filter(event => "
            "event.checkVisibility({contentVisibilityAuto: true})).length"
        )
    )


def test_events_far_from_the_screen_are_left_out_of_the_layout(page: Page) -> None:
    assert page.locator(".ex-event").count() == len(MADE)
    assert 0 < laid_out(page) < len(MADE) / 2


@pytest.mark.parametrize("size", [(390, 844), (1000, 900), (1280, 720)])
def test_a_permalink_to_the_middle_of_it_shows_its_event_below_the_header(
    page: Page, long: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for n in (10, 70, 130):
        page.goto("about:blank")
        page.goto(f"{long}#event-event-{n}", wait_until="load")
        eventually(page, BELOW_HEADER, True, f"event-event-{n}")
        settled(page)
        assert page.evaluate(BELOW_HEADER, f"event-event-{n}"), n


def test_a_reader_who_scrolls_away_from_a_permalink_is_not_held(page: Page, long: str) -> None:
    page.goto(f"{long}#event-event-90", wait_until="load")
    page.mouse.wheel(0, 3000)
    eventually(page, BELOW_HEADER, False, "event-event-90")
    settled(page)
    assert not page.evaluate(BELOW_HEADER, "event-event-90")


def test_a_reader_who_comes_back_is_where_they_were_and_not_at_the_permalink(page: Page, long: str) -> None:
    page.goto(f"{long}#event-event-90", wait_until="load")
    eventually(page, BELOW_HEADER, True, "event-event-90")
    settled(page)
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    page.goto("about:blank")
    page.go_back(wait_until="load")
    settled(page)
    assert page.evaluate("scrollY") < 100


def test_a_link_to_an_event_that_the_filters_hide_shows_it_in_its_place(page: Page, long: str) -> None:
    page.goto(f"{long}?text=xyzzy", wait_until="load")
    eventually(page, SHOWN, 0)
    page.evaluate("location.hash = 'event-event-120'")
    eventually(page, BELOW_HEADER, True, "event-event-120")
    assert page.locator(".ex-event[hidden]").count() == 0


def test_the_browser_finds_words_far_down_the_page(page: Page) -> None:
    assert page.evaluate("words => find(words)", LAST_WORDS)
    assert page.evaluate("scrollY") > 10_000


def test_on_paper_it_is_whole(page: Page) -> None:
    page.emulate_media(media="print")
    assert laid_out(page) == len(MADE)


def test_a_choice_hides_the_years_that_are_empty_and_the_way_back_shows_them(page: Page) -> None:
    groups = page.locator(".ex-timeline__group")
    before = groups.count()
    page.locator(".ex-filters input[type=search]").fill(LAST_WORDS)
    eventually(page, SHOWN, 1)
    assert page.locator(".ex-timeline__group:not([hidden])").count() == 1
    page.locator(".ex-filters button").click()
    assert page.locator(".ex-timeline__group:not([hidden])").count() == before
    assert 0 < laid_out(page) < len(MADE) / 2


def test_a_site_without_a_palette_has_its_colours(page: Page) -> None:
    """This site has none, so that no element names a scheme."""
    assert page.locator("[data-md-color-scheme]").count() == 0
    for where in (".md-header", ".ex-timeline__group"):  # what scrolls beneath must not show through
        colour = page.locator(where).first.evaluate("element => getComputedStyle(element).backgroundColor")
        assert colour == "rgb(255, 253, 248)"
    mark = page.locator(".ex-timeline__list .ex-event").first.evaluate(
        "e => getComputedStyle(e, '::before').backgroundColor"
    )
    assert mark == "rgb(23, 80, 126)"


def test_nothing_moves_when_the_filters_appear(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    watched = Watched(context.new_page(), address)
    watched.page.add_init_script(
        "window.moved = 0\n"
        "new PerformanceObserver(list => { for (const shift of list.getEntries()) moved += shift.value })"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page = watched.open("timeline/")
    page.locator(".ex-filters").wait_for()
    page.wait_for_timeout(500)
    assert page.evaluate("moved") < 0.01
    context.close()

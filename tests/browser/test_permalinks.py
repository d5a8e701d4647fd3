"""Permalinks: every entry has an address that is copied when followed, and that leads below the header to what is marked."""

import pytest
from playwright.sync_api import BrowserContext, expect
from tests.browser.conftest import Watched

from explainer.record.record import Record

WIDTHS = [{"viewport": {"width": 390, "height": 844}}, {"viewport": {"width": 1440, "height": 900}}]

MARKED = "target => getComputedStyle(target).backgroundColor"

PLACES = [
    ("timeline/", "event-private-meeting", "#event-private-meeting"),
    ("misled/", "statement-must-resign", ".ex-statement:has(#statement-must-resign) .ex-statement__words"),
    ("misled/", "dispute-misled-hearing", "#dispute-misled-hearing"),
    ("people/", "person-mike-pence", "#person-mike-pence"),
    ("sources/", "source-time-hearing", "#source-time-hearing"),
    ("misled/", "note-2", "#note-2"),
]


@pytest.mark.parametrize("context", WIDTHS, indirect=True)
@pytest.mark.parametrize(("path", "anchor", "marked"), PLACES)
def test_what_it_leads_to_is_marked_and_stands_below_the_header(
    watched: Watched, path: str, anchor: str, marked: str
) -> None:
    page = watched.open(path)
    plain = page.locator(marked).evaluate(MARKED)
    page = watched.open(f"{path}#{anchor}")
    target = page.locator(marked)
    expect(target).to_be_in_viewport()
    assert page.locator(marked).evaluate(MARKED) != plain
    header, box = page.locator(".md-header").bounding_box(), target.bounding_box()
    assert header
    assert box
    assert box["y"] >= header["y"] + header["height"]


@pytest.mark.parametrize("context", WIDTHS, indirect=True)
def test_no_event_is_covered_by_the_header_or_the_year(watched: Watched) -> None:
    page = watched.open("timeline/")
    for title in page.locator(".ex-event__title").all():
        page.evaluate("id => { location.hash = id }", title.get_attribute("id"))
        date = title.locator("xpath=ancestor::li").locator(".ex-event__date")
        for seen in (title, date):
            assert seen.evaluate(
                """element => {
                    const { left, top } = element.getBoundingClientRect()
                    return element.contains(document.elementFromPoint(left + 4, top + 4))
                }"""
            ), title.inner_text()


PLACE = """id => {
    const target = document.getElementById(id)
    const covered = target.closest("li").querySelector(".ex-event__date").getBoundingClientRect().top
    return [covered - document.querySelector(".md-header").getBoundingClientRect().bottom, target.getBoundingClientRect().top]
}"""


@pytest.mark.parametrize(
    ("query", "size"), [("", (390, 844)), ("", (1000, 900)), ("?person=nancy-pelosi", (1280, 720))]
)
def test_an_event_stands_below_the_header_when_its_permalink_is_opened(
    watched: Watched, record: Record, query: str, size: tuple[int, int]
) -> None:
    page = watched.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for event in list(record.events)[1::4]:
        page.goto("about:blank")
        page.goto(f"{watched.address}timeline/{query}#event-{event}", wait_until="load")
        above, below = page.evaluate(PLACE, f"event-{event}")
        assert above >= 0, event
        assert below < size[1], event


@pytest.mark.parametrize("context", WIDTHS, indirect=True)
@pytest.mark.parametrize(
    ("path", "anchor"),
    [
        ("timeline/", "event-private-meeting"),
        ("words/", "statement-no-campaign-talk"),
        ("people/", "person-al-franken"),
    ],
)
def test_following_it_copies_it_and_says_so(context: BrowserContext, watched: Watched, path: str, anchor: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = watched.open(path)
    permalink = page.locator(f".ex-permalink[href='#{anchor}']")
    permalink.hover()
    permalink.click()
    expect(page.get_by_role("status").filter(has_text="The link is copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{watched.address}{path}#{anchor}" == page.url


def test_where_nothing_may_be_copied_it_is_a_link_like_any_other(context: BrowserContext, watched: Watched) -> None:
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page = watched.open("timeline/")
    page.locator("#event-private-meeting .ex-permalink").click()
    expect(page.locator("#event-private-meeting")).to_be_in_viewport()
    assert page.url.endswith("#event-private-meeting")
    assert watched.complaints == []


@pytest.mark.parametrize("context", [{"permissions": []}], indirect=True)
def test_where_a_reader_forbids_copying_nothing_is_claimed_and_nothing_breaks(watched: Watched) -> None:
    page = watched.open("timeline/")
    page.evaluate("() => { navigator.clipboard.writeText = async () => { throw new DOMException('no') } }")
    page.locator("#event-private-meeting .ex-permalink").click()
    expect(page.locator("#event-private-meeting")).to_be_in_viewport()
    expect(page.get_by_text("The link is copied")).to_have_count(0)
    assert watched.complaints == []


@pytest.mark.parametrize("context", [{"viewport": {"width": 1440, "height": 900}}], indirect=True)
def test_it_is_quiet_until_the_pointer_or_the_keyboard_is_there(watched: Watched) -> None:
    page = watched.open("timeline/")
    permalink = page.locator("#event-private-meeting .ex-permalink")
    expect(permalink).to_have_css("opacity", "0")
    page.locator("#event-private-meeting").hover()
    expect(permalink).to_have_css("opacity", "1")
    page.locator("h1").hover()
    expect(permalink).to_have_css("opacity", "0")
    page.keyboard.press("Tab")
    permalink.focus()
    expect(permalink).to_have_css("opacity", "1")


@pytest.mark.parametrize("context", [{"has_touch": True, "is_mobile": True}], indirect=True)
def test_on_a_phone_it_is_always_there_to_tap(watched: Watched) -> None:
    permalink = watched.open("timeline/").locator("#event-private-meeting .ex-permalink")
    expect(permalink).to_have_css("opacity", "1")
    permalink.tap()
    expect(watched.page.locator("#event-private-meeting")).to_be_in_viewport()


def test_once_followed_it_shows_how_to_embed_the_entry(watched: Watched) -> None:
    page = watched.open("timeline/")
    embed = page.get_by_role("link", name="Embed this event").nth(6)
    expect(embed).to_have_attribute("href", "../embed/event-private-meeting.html")
    expect(embed).to_have_css("opacity", "0")
    page.locator("#event-private-meeting .ex-permalink").click()
    page.mouse.move(0, 0)
    expect(embed).to_have_css("opacity", "1")
    embed.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("meet in the senator's office")


def test_the_way_back_leads_to_where_the_reader_was(watched: Watched) -> None:
    page = watched.open("misled/")
    citation = page.locator("article > p .ex-cite").last
    citation.scroll_into_view_if_needed()
    was = page.evaluate("scrollY")
    page.locator("article > p a", has_text="since October").click()
    page.wait_for_url("**/timeline/#event-russia-accused")
    page.go_back()
    page.wait_for_url("**/misled/")
    page.wait_for_function("was => Math.abs(scrollY - was) < 200", arg=was)
    expect(citation).to_be_in_viewport()

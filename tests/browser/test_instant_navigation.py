"""With Material's instant navigation, which swaps the page's content and never loads another: all goes on working."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.browser.conftest import Watched


@pytest.fixture
def swapped(context: BrowserContext, instant: str) -> Watched:
    """A browser that has come from the front page to the timeline without loading it."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    watched = Watched(context.new_page(), instant)
    page = watched.open("")
    page.wait_for_load_state("networkidle")  # Material asks the sitemap first which links it may follow
    page.evaluate("window.stays = true")
    follow(page, "The whole timeline", "The Russia claims since May 2016")
    return watched


def follow(page: Page, link: str, headline: str) -> None:
    """Follow a link on the page and wait until the other page has taken its place, in the same window."""
    page.get_by_role("link", name=link, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(headline)
    assert page.evaluate("window.stays"), "the page was loaded, not swapped"


def test_filters_work(swapped: Watched) -> None:
    page = swapped.page
    page.get_by_label("Words in the text").fill("ambassador")
    expect(page.get_by_role("status")).to_have_text("Events shown: 2 of 18")
    assert page.url.endswith("/timeline/?text=ambassador")


def test_cards_work(swapped: Watched) -> None:
    page = swapped.page
    page.locator("article .ex-link--person", has_text="Jeff Sessions").first.hover()
    expect(page.locator(".ex-card:popover-open .ex-card__title")).to_have_text("Jeff Sessions")


def test_permalinks_work(swapped: Watched) -> None:
    page = swapped.page
    page.locator("#event-private-meeting .ex-permalink").click()
    expect(page.get_by_text("The link is copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/timeline/#event-private-meeting")


def test_a_link_to_an_event_on_another_page_marks_it_and_the_way_back_leads_back(swapped: Watched) -> None:
    page = swapped.page
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jeff Sessions and the Russian ambassador")
    link = page.get_by_role("link", name="in July")
    link.scroll_into_view_if_needed()
    page.wait_for_timeout(300)  # Material keeps the place 100 ms after scrolling, and would take it for the next page's
    link.click()
    expect(page.locator("#event-convention-meeting")).to_be_in_viewport()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jeff Sessions and the Russian ambassador")
    assert page.evaluate("window.stays")


def test_nothing_is_complained_of_and_no_other_host_is_asked(swapped: Watched) -> None:
    swapped.page.get_by_role("link", name="Next").click()
    expect(swapped.page.get_by_role("heading", level=1)).to_have_text("Who is who")
    assert swapped.complaints == []
    assert swapped.elsewhere == []

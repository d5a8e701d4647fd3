"""Cards: what a link leads to, beside it, for the pointer, the keyboard and the finger; the page is whole without them."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Watched

DESK = {"viewport": {"width": 1440, "height": 900}}
FINGER = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}


def card(page: Page) -> Locator:
    """Return the card that is shown."""
    return page.locator(".ex-card:popover-open")


def link(page: Page, name: str) -> Locator:
    """Return the first link of this name in the text."""
    return page.locator("article .ex-link:visible", has_text=re.compile(rf"^\s*{name}\s*$")).first


@pytest.mark.parametrize("context", [DESK], indirect=True)
class TestAtADesk:
    def test_resting_on_a_person_shows_the_roles_and_their_times(self, watched: Watched) -> None:
        page = watched.open("misled/")
        link(page, "Jeff Sessions").hover()
        expect(card(page).locator(".ex-card__title")).to_have_text("Jeff Sessions")
        expect(card(page)).to_contain_text("Attorney General · since February 2017")
        expect(card(page)).to_contain_text("Nominee for Attorney General, at the hearing · 10 January 2017")

    def test_resting_on_a_statement_shows_the_words_and_the_role_at_the_time(self, watched: Watched) -> None:
        page = watched.open("misled/")
        link(page, "“not aware of any of those activities”").hover()
        expect(card(page).locator("q")).to_contain_text("I did not have communications with the Russians")
        expect(card(page)).to_contain_text("Nominee for Attorney General")  # and not what he became
        expect(card(page)).to_contain_text("10 January 2017")

    def test_resting_on_an_event_shows_its_date_and_status(self, watched: Watched) -> None:
        page = watched.open("")
        link(page, "in July").hover()
        expect(card(page)).to_contain_text("July 2016 · Confirmed")

    def test_resting_on_a_notes_number_shows_the_source(self, watched: Watched) -> None:
        page = watched.open("misled/")
        page.locator("article > p .ex-cite").first.hover()
        expect(card(page)).to_contain_text("Time, The full exchange between Senator Franken and Mr Sessions")

    def test_the_pointer_may_move_into_the_card_and_leaving_both_closes_it(self, watched: Watched) -> None:
        page = watched.open("misled/")
        page.locator("article > p .ex-cite").first.hover()
        card(page).locator("a").first.hover()  # the source itself can be followed (WCAG 1.4.13: hoverable)
        page.wait_for_timeout(400)
        expect(card(page)).to_be_visible()  # for as long as the pointer is there (persistent)
        page.mouse.move(1400, 880)
        expect(card(page)).to_have_count(0)

    def test_a_pointer_that_passes_by_opens_nothing(self, watched: Watched) -> None:
        page = watched.open("misled/")
        link(page, "Jeff Sessions").hover()
        page.mouse.move(1400, 880)
        page.wait_for_timeout(400)
        expect(card(page)).to_have_count(0)

    def test_the_keyboards_focus_shows_it_and_moving_on_closes_it(self, watched: Watched) -> None:
        page = watched.open("misled/")
        page.locator("h1").click()
        while not (focused := page.locator("article .ex-link--person:focus")).count():
            page.keyboard.press("Tab")
        expect(card(page).locator(".ex-card__title")).to_have_text("Al Franken")
        described = str(focused.get_attribute("aria-describedby"))
        assert page.locator(f"#{described}").inner_text() == card(page).inner_text()  # a screen reader reads it too
        page.keyboard.press("Tab")
        expect(page.locator(f"#{described}")).to_be_hidden()
        expect(page.locator("[aria-describedby^=card-]:not(:focus)")).to_have_count(0)

    def test_a_second_link_to_the_same_entry_takes_the_card_over(self, watched: Watched) -> None:
        page = watched.open("misled/")
        same = page.locator(
            "article a.ex-link[href$='#person-jeff-sessions'], article a.ex-link[href$='#statement-no-communications']"
        )
        first = same.first
        address = str(first.get_attribute("href"))
        links = page.locator(f"article :not(.ex-card) > a.ex-link[href='{address}']")
        page.keyboard.press("Tab")  # a reader who uses the keyboard
        for link_ in (links.nth(0), links.nth(1)):
            link_.focus()
            at, box = link_.bounding_box(), card(page).bounding_box()
            assert at
            assert box
            assert min(abs(box["y"] - at["y"] - at["height"]), abs(at["y"] - box["y"] - box["height"])) < 12
            expect(link_).to_have_attribute("aria-describedby", str(card(page).get_attribute("id")))
        expect(page.locator("[aria-describedby^=card-]")).to_have_count(1)

    @pytest.mark.parametrize("how", ["hover", "focus"])
    def test_escape_closes_it_and_moves_nothing(self, watched: Watched, how: str) -> None:
        page = watched.open("misled/")
        page.keyboard.press("Tab")  # a reader who uses the keyboard
        at = link(page, "Jeff Sessions")
        at.hover() if how == "hover" else at.focus()
        expect(card(page)).to_be_visible()
        page.keyboard.press("Escape")
        expect(card(page)).to_have_count(0)
        if how == "focus":
            expect(at).to_be_focused()

    def test_a_click_follows_the_link_at_once(self, watched: Watched) -> None:
        page = watched.open("misled/")
        link(page, "Jeff Sessions").click()
        page.wait_for_url("**/people/#person-jeff-sessions")

    def test_it_stands_within_the_window_and_beside_its_link(self, watched: Watched) -> None:
        page = watched.open("words/")
        for each in page.locator("article .ex-link:visible, article sup .ex-cite:visible").all():
            each.scroll_into_view_if_needed()
            each.hover()
            expect(card(page)).to_be_visible()
            box, at = card(page).bounding_box(), each.bounding_box()
            assert box
            assert at
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 1440
            assert box["y"] + box["height"] <= 900
            apart = max(box["y"] - at["y"] - at["height"], at["y"] - box["y"] - box["height"])
            assert apart < 30
            page.keyboard.press("Escape")


@pytest.mark.parametrize("context", [FINGER], indirect=True)
class TestUnderAFinger:
    def test_the_first_tap_shows_it_and_the_second_follows_the_link(self, watched: Watched) -> None:
        page = watched.open("misled/")
        link(page, "Mr Franken").tap()
        expect(card(page).locator(".ex-card__title")).to_have_text("Al Franken")
        assert page.url.endswith("/misled/")
        link(page, "Mr Franken").tap()
        page.wait_for_url("**/people/#person-al-franken")

    def test_a_tap_elsewhere_closes_it_and_a_tap_on_another_link_changes_it(self, watched: Watched) -> None:
        page = watched.open("misled/")
        link(page, "Mr Franken").tap()
        link(page, "the confirmation hearing").tap()
        expect(card(page)).to_have_count(1)
        expect(card(page)).to_contain_text("10 January 2017")
        page.locator("h1").tap()
        expect(card(page)).to_have_count(0)

    def test_it_fits_a_small_phone(self, watched: Watched) -> None:
        page = watched.open("misled/")
        for name in ("Mr Franken", "Jeff Sessions", "“not aware of any of those activities”"):
            link(page, name).tap()
            box = card(page).bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 320


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
def test_without_javascript_the_link_leads_to_all_that_the_card_says(watched: Watched) -> None:
    page = watched.open("misled/")
    expect(page.locator(".ex-cards")).to_be_hidden()
    link(page, "Jeff Sessions").click()
    person = page.locator(".ex-person", has=page.locator("#person-jeff-sessions"))
    expect(person).to_contain_text("Attorney General")
    expect(person).to_contain_text("since February 2017")

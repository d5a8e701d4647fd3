"""The reference site in Arabic and in Polish: every word of the generator's in the language, and the page mirrored."""

import re

import pytest
from playwright.sync_api import BrowserContext, expect
from tests.browser.conftest import Watched


def positions(watched: Watched) -> list[float]:
    """Return where along the drawing the days of the timeline stand, from the first to the last, in pixels."""
    page = watched.open("")
    marks = page.locator(".ex-glance__mark:has(circle)")
    assert marks.count() == 12
    dated = []
    for mark in marks.all():
        box = mark.bounding_box()
        assert box
        target = mark.get_attribute("xlink:href")
        dated.append((str(target), box["x"] + box["width"] / 2))
    by_id = {re.sub(r".*#event-", "", target): x for target, x in dated}
    return [by_id[each] for each in ("campaigns-targeted", "manafort-resigns", "russia-accused", "flynn-resigns")]


class TestArabic:
    @pytest.mark.parametrize("context", [{"viewport": {"width": 1440, "height": 900}}], indirect=True)
    def test_time_runs_from_right_to_left_in_the_drawing_as_it_runs_the_other_way_in_english(
        self, context: BrowserContext, arabic: str, address: str
    ) -> None:
        mirrored = positions(Watched(context.new_page(), arabic))
        plain = positions(Watched(context.new_page(), address))
        assert mirrored == sorted(mirrored, reverse=True)
        assert plain == sorted(plain)
        for right, left in zip(mirrored, plain, strict=True):
            assert abs(right - (1440 - left)) < 1.5

    def test_the_list_has_its_line_and_its_marks_on_the_right(self, context: BrowserContext, arabic: str) -> None:
        page = Watched(context.new_page(), arabic).open("timeline/")
        event = page.locator(".ex-event").first
        mark = event.evaluate("e => parseFloat(getComputedStyle(e, '::before').right)")
        assert mark < 10
        title, whole = event.locator(".ex-event__date").bounding_box(), event.bounding_box()
        assert title
        assert whole
        assert title["x"] + title["width"] < whole["x"] + whole["width"] - 10

    def test_the_generators_words_dates_and_lists_are_arabic(self, context: BrowserContext, arabic: str) -> None:
        page = Watched(context.new_page(), arabic).open("misled/")
        assert page.locator("html").get_attribute("lang") == "ar"
        expect(page.locator(".ex-answer__label")).to_have_text("الجواب المختصر")
        expect(page.locator(".ex-dateline")).to_contain_text("2 مارس 2017")
        expect(page.locator(".ex-notes__title")).to_have_text(re.compile("[؀-ۿ]{3}"))
        expect(page.locator(".ex-position__holders", has_text="Flores")).to_have_text(
            "Jeff Sessions وSarah Isgur Flores"
        )

    def test_a_card_begins_where_its_link_begins_on_the_right(self, context: BrowserContext, arabic: str) -> None:
        page = Watched(context.new_page(), arabic).open("misled/")
        link = page.locator("article > p .ex-link--person").first
        link.hover()
        card = page.locator(".ex-card:popover-open")
        expect(card).to_be_visible()
        box, at = card.bounding_box(), link.bounding_box()
        assert box
        assert at
        right = min(at["x"] + at["width"], 390 - 8)
        assert abs(box["x"] + box["width"] - right) < 2 or box["x"] == 8

    def test_the_numbers_of_two_notes_stand_apart_and_read_from_the_right(
        self, context: BrowserContext, arabic: str
    ) -> None:
        """Within words that run from left to right, too, as here."""
        page = Watched(context.new_page(), arabic).open("words/")
        pairs = [
            cites for cites in page.locator("article > p .ex-cites").all() if cites.locator(".ex-cite").count() == 2
        ]
        assert len(pairs) > 1
        for cites in pairs:
            first, second = (cites.locator(".ex-cite").nth(n).bounding_box() for n in (0, 1))
            assert first
            assert second
            assert first["x"] - (second["x"] + second["width"]) > 3

    def test_a_date_stands_together_after_words_that_run_the_other_way(
        self, context: BrowserContext, arabic: str
    ) -> None:
        """Else the day joins the name of the occasion, and the month stands apart from it."""
        page = Watched(context.new_page(), arabic).open("words/")
        page.set_viewport_size({"width": 1440, "height": 900})  # on which no date is parted by the end of a line
        dates = page.locator(".ex-statement__occasion time")
        assert dates.count() > 1
        for date in dates.all():
            day, month = date.evaluate(
                """time => time.textContent.match(/^(\\d+) (\\D+)/).slice(1).map(part => {
                    const range = document.createRange()
                    const from = time.textContent.indexOf(part)
                    range.setStart(time.firstChild, from)
                    range.setEnd(time.firstChild, from + part.length)
                    return range.getBoundingClientRect().toJSON()
                })"""
            )
            assert 0 <= day["left"] - month["right"] < 10, date.inner_text()

    def test_an_embed_runs_from_right_to_left(self, context: BrowserContext, arabic: str) -> None:
        page = Watched(context.new_page(), arabic).open("embed/event-private-meeting.html")
        assert page.locator("html").evaluate("e => [e.dir, e.lang]") == ["rtl", "ar"]


class TestPolish:
    def test_the_forms_after_numbers_are_right(self, context: BrowserContext, polish: str) -> None:
        page = Watched(context.new_page(), polish).open("")
        expect(page.locator(".ex-glance__caption")).to_contain_text("18 wydarzeń")
        expect(page.locator(".ex-dateline__time")).to_have_text("4 minuty czytania")

    def test_the_generators_words_and_dates_are_polish(self, context: BrowserContext, polish: str) -> None:
        page = Watched(context.new_page(), polish).open("misled/")
        assert page.locator("html").get_attribute("lang") == "pl"
        expect(page.locator(".ex-answer__label")).to_have_text("Krótka odpowiedź")
        expect(page.locator(".ex-dateline")).to_contain_text("2 marca 2017")

    def test_the_filters_announce_in_polish(self, context: BrowserContext, polish: str) -> None:
        page = Watched(context.new_page(), polish).open("timeline/?person=paul-manafort")
        expect(page.get_by_role("status")).to_have_text(re.compile(r"^[^\d]+2 [^\d]+ 18$"))
        expect(page.locator(".ex-filters")).not_to_contain_text(re.compile("Show|Words|People|Status:"))

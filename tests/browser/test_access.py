"""For everyone: the keyboard alone, large text, narrow windows, forced colours, less motion, fingers, landmarks."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect
from tests.browser.conftest import Watched
from tests.browser.test_every_page import PAGES

DESK = {"viewport": {"width": 1280, "height": 800}}


def too_wide(page: Page) -> int:
    """Return by how many pixels a page scrolls sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


class TestKeyboard:
    SEEN = """() => {
        const at = document.activeElement
        const seen = at.matches(".md-option") ? at.nextElementSibling : at // a box without a size: its label stands for it
        const boxes = [...seen.getClientRects()].filter(box => box.width && box.height)
        const { outlineStyle, outlineWidth } = getComputedStyle(seen)
        const hit = at.querySelector(".ex-glance__hit")
        const marked = hit && getComputedStyle(hit).stroke !== "none"
        return {
            name: at.getAttribute("aria-label") || at.textContent.trim() || at.name || at.outerHTML,
            place: [...document.querySelectorAll("*")].indexOf(at),
            isBody: at === document.body,
            outlined: (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || marked,
            uncovered: boxes.some(({ left, top, width, height }) => [0.1, 0.5, 0.9].some(part => {
                const there = document.elementFromPoint(left + width * part, top + height / 2)
                return there && (seen.contains(there) || there.contains(seen))
            })),
        }
    }"""

    @pytest.mark.parametrize("context", [{"reduced_motion": "reduce", **each} for each in (DESK, {})], indirect=True)
    @pytest.mark.parametrize("path", ["", "misled/"])
    def test_walks_through_a_page_in_its_order_and_is_seen_at_every_step(self, watched: Watched, path: str) -> None:
        page = watched.open(path)
        links = page.locator("article a:visible, article summary:visible").count()
        places: list[int] = []
        while True:
            page.keyboard.press("Tab")
            seen = page.evaluate(self.SEEN)
            if seen["isBody"] or seen["place"] in places:
                break
            if not seen["uncovered"]:
                page.wait_for_timeout(1000)  # what opens at the focus, as the search does, may be on its way
                seen = page.evaluate(self.SEEN)
            assert seen["outlined"], f"no sign of the focus on {seen['name']}"
            assert seen["uncovered"], f"{seen['name']} has the focus and is covered"
            places.append(seen["place"])
        assert places == sorted(places)
        assert len(places) > links

    def test_begins_with_a_link_past_the_navigation(self, watched: Watched) -> None:
        page = watched.open("misled/")
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_class(re.compile("md-skip"))
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('article') !== null")

    def test_opens_the_list_of_questions_on_a_phone(self, watched: Watched) -> None:
        page = watched.open("misled/")
        entry = page.locator(".ex-nav").get_by_role("link", name="What did Mr Sessions say?")
        expect(entry).not_to_be_in_viewport()
        page.locator(".md-header__button[for=__drawer]").click()
        expect(entry).to_be_in_viewport()
        entry.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("What did Mr Sessions say?")


class TestLargeAndNarrow:
    TEXT = ".md-content__inner"
    SIZE = "element => parseFloat(getComputedStyle(element).fontSize)"

    SCREENS = [DESK, {"viewport": {"width": 640, "height": 800}}, {"viewport": {"width": 390, "height": 844}}]

    @pytest.mark.parametrize("context", SCREENS, indirect=True)
    def test_text_of_twice_the_size_needs_no_sideways_scrolling_and_is_not_cut(self, watched: Watched) -> None:
        for path in PAGES:
            page = watched.open(path)
            before = page.locator(self.TEXT).evaluate(self.SIZE)
            page.evaluate("document.documentElement.style.fontSize = '250%'")  # ours is 125 %
            assert page.locator(self.TEXT).evaluate(self.SIZE) == 2 * before
            assert too_wide(page) <= 0, path
            cut = page.evaluate(
                """() => [...document.querySelectorAll("article *, .ex-nav *")].filter(element =>
                    /clip|hidden/.test(getComputedStyle(element).overflow) && element.checkVisibility() && element.clientHeight
                    && !element.closest("svg, .ex-statement__title") && element.scrollHeight > element.clientHeight + 2
                ).map(element => element.outerHTML.slice(0, 100))"""
            )
            assert cut == [], path

    @pytest.mark.parametrize("context", [{"viewport": {"width": 320, "height": 256}}], indirect=True)
    def test_a_window_of_320_by_256_pixels_needs_no_sideways_scrolling(self, watched: Watched) -> None:
        for path in PAGES:
            assert too_wide(watched.open(path)) <= 0, path

    @pytest.mark.parametrize("context", [DESK], indirect=True)
    def test_text_that_a_reader_spaces_out_is_not_cut(self, watched: Watched) -> None:
        for path in ("", "misled/", "timeline/"):
            page = watched.open(path)
            page.evaluate(
                """() => { for (const { style } of document.querySelectorAll("article, article *")) {
                    style.lineHeight = "1.5"; style.letterSpacing = "0.12em"; style.wordSpacing = "0.16em"
                } }"""
            )
            assert too_wide(page) <= 0, path


@pytest.mark.parametrize("context", [{"forced_colors": "active"}, {"forced_colors": "active", **DESK}], indirect=True)
class TestForcedColours:
    def test_marks_of_the_timeline_stay_to_be_seen_and_tell_their_shapes(self, watched: Watched) -> None:
        page = watched.open("timeline/")
        paper = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
        day, month, span = (
            page.locator(f".ex-event--{each}").first.evaluate(
                """event => {
                    const { backgroundColor, borderColor, borderWidth, height } = getComputedStyle(event, "::before")
                    return [backgroundColor, borderColor, parseFloat(borderWidth), parseFloat(height)]
                }"""
            )
            for each in ("day", "month", "interval")
        )
        assert day[0] != paper
        assert (month[0], month[2]) == (paper, 2)
        assert month[1] != paper
        assert span[0] != paper
        assert span[3] > 3 * day[3]

    def test_the_drawing_is_drawn_in_the_readers_colours(self, watched: Watched) -> None:
        page = watched.open("")
        paper = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
        stroke = "element => getComputedStyle(element).stroke"
        for mark in page.locator(".ex-glance__mark circle, .ex-glance__tick").all():
            filled = mark.evaluate("element => getComputedStyle(element).fill")
            assert paper not in {mark.evaluate(stroke)} or filled != paper
        link = page.locator("article p a, article li a").first.evaluate("a => getComputedStyle(a).color")
        mark = page.locator(".ex-glance__mark--confirmed circle").first
        assert mark.evaluate("element => getComputedStyle(element).fill") == link

    def test_what_a_permalink_leads_to_is_marked_though_backgrounds_are_not_shown(self, watched: Watched) -> None:
        page = watched.open("timeline/#event-private-meeting")
        assert page.locator("#event-private-meeting").evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


@pytest.mark.parametrize("context", [{"reduced_motion": "reduce"}], indirect=True)
def test_who_wants_less_motion_gets_none(watched: Watched) -> None:
    for path in ("", "timeline/"):
        moving = watched.open(path).evaluate(
            """() => [...document.querySelectorAll("*")].flatMap(element => ["", "::before", "::after"].filter(part => {
                const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element, part || null)
                return /[1-9]/.test(transitionDuration + animationDuration) || scrollBehavior === "smooth"
            }).map(part => element.className + part))"""
        )
        assert moving == []


SMALL = """() => {
    const targets = [...document.querySelectorAll("a, button, summary, input, [role=button], label[for^=__]")].filter(each =>
        each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width > 1
        && (getComputedStyle(each).pointerEvents !== "none" || each.matches(".ex-embed")))
    // A label is part of its box's target, and a link in a sentence is as large as the line (WCAG 2.5.8, "inline").
    const inSentence = each => each.matches("a") && getComputedStyle(each).display === "inline" && each.closest("p, li, dd, td, h1, h2, h3, h4, h5, h6, sup, span")
        && [...each.parentNode.childNodes].some(node => node !== each && node.nodeType === 3 && /\\S/.test(node.textContent))
    const boxes = targets.map(each => (each.closest("label") ?? each).getBoundingClientRect())
    const middle = box => [box.x + box.width / 2, box.y + box.height / 2]
    // "Spacing": a circle of 24 px around a small target's middle touches no other target, nor such a target's circle.
    const apart = n => boxes.every((box, m) => {
        if (m === n || targets[m].contains(targets[n]) || targets[n].contains(targets[m])) return true
        const [x, y] = middle(boxes[n])
        if (box.width < 24 || box.height < 24) return Math.hypot(middle(box)[0] - x, middle(box)[1] - y) >= 24
        return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)) >= 12
    })
    return targets.filter((each, n) => {
        const { width, height } = boxes[n]
        return (width < 23.9 || height < 23.9) && !each.closest("sup") && !inSentence(each) && !apart(n)
    }).map(each => `${each.className.baseVal ?? each.className}: ${each.textContent.trim().slice(0, 40)}`)
}"""


@pytest.mark.parametrize("context", [DESK, {"has_touch": True, "is_mobile": True}], indirect=True)
def test_what_can_be_hit_is_large_enough_or_stands_apart(watched: Watched) -> None:
    for path in PAGES:
        page = watched.open(path)
        assert page.locator("a").count() > 10
        assert page.evaluate(SMALL) == [], path


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_its_landmarks_and_its_headings_go_down_one_level_at_a_time(site: Path, path: str) -> None:
    page = BeautifulSoup((site / path / "index.html").read_text("utf-8"), "html.parser")
    assert [len(page.select(each)) for each in ("body > header", "main", "body footer")] == [1, 1, 1]
    assert page.select_one("main article h1")
    names = [each.get("aria-label") for each in page.select("nav")]
    assert all(names)
    assert len(set(names)) == len(names)
    levels = [int(heading.name[1]) for heading in page.select("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels)), levels

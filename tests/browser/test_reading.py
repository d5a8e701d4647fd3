"""The reference site in a real browser: as a reader on a phone or at a desk gets it."""

import re

import pytest
from playwright.sync_api import BrowserContext
from tests.browser.conftest import Watched


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
def test_without_javascript_everything_is_there_to_read(watched: Watched) -> None:
    page = watched.open("timeline/")
    events = page.locator(".ex-event")
    assert events.count() == 18
    for n in range(events.count()):
        assert events.nth(n).is_visible()
    assert watched.open("misled/").locator(".ex-statement").first.is_visible()
    assert watched.open("").locator(".ex-question").count() == 4


def test_a_citation_leads_to_its_note_and_back(watched: Watched) -> None:
    page = watched.open("misled/")
    citation = page.locator("a.ex-cite").first
    name = citation.get_attribute("id")
    citation.click()
    assert re.search(r"#note-1$", page.url)
    page.locator("#note-1 a.ex-note__back").first.click()
    assert page.url.endswith(f"#{name}")


def test_an_event_is_found_by_the_search_and_leads_to_its_permalink(watched: Watched) -> None:
    page = watched.open("")
    page.locator("label.md-header__button[for=__search]").click()
    page.locator("input.md-search__input").click()
    page.keyboard.type("senator's office")
    link = page.locator(".md-search-result__link[href$='timeline/#event-private-meeting']")
    link.wait_for(state="attached")
    assert "meet in the senator's office" in str(link.text_content())


def test_a_permalink_shows_its_event_below_the_header(watched: Watched) -> None:
    page = watched.open("timeline/#event-private-meeting")
    box = page.locator("#event-private-meeting").bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert box is not None
    assert header is not None
    assert box["y"] >= header["y"] + header["height"]
    assert box["y"] < 844


@pytest.mark.parametrize("context", [{"viewport": {"width": 1440, "height": 900}}], indirect=True)
def test_a_line_of_text_holds_60_to_75_characters(watched: Watched) -> None:
    page = watched.open("basis/")
    lines = page.locator("article > p").evaluate_all(
        """paragraphs => paragraphs.flatMap(paragraph => {
            const range = document.createRange()
            const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
            const lines = new Map()
            for (let node; (node = text.nextNode()); ) {
                if (node.parentElement.closest("sup")) continue
                for (let n = 0; n < node.length; n++) {
                    range.setStart(node, n); range.setEnd(node, n + 1)
                    const top = Math.round(range.getBoundingClientRect().top / 8)
                    lines.set(top, (lines.get(top) || "") + node.data[n])
                }
            }
            return [...lines.values()].slice(0, -1).map(line => line.trim().length)
        })"""
    )
    assert len(lines) > 10
    assert 60 <= sum(lines) / len(lines) <= 75
    assert max(lines) <= 82


def test_on_paper_every_event_is_there_and_no_navigation(context: BrowserContext, watched: Watched) -> None:
    page = watched.open("timeline/")
    page.emulate_media(media="print")
    assert page.locator(".ex-event").count() == 18
    for chrome in (".md-header", ".md-sidebar--primary", ".md-footer"):
        assert not page.locator(chrome).first.is_visible(), chrome
    assert all(event.is_visible() for event in page.locator(".ex-event").all())
    assert len(page.pdf()) > 10_000
    assert context.pages == [page]

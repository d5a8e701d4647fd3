"""Under a host that runs no plugin a page asks for each component and behaviour by itself: it looks and does the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Watched, served
from tests.building import build, copy_site
from tests.hosts.test_assets import with_layout

SHOWN = {
    "body": ["backgroundColor", "color"],
    "h1": ["fontSize", "fontFamily"],
    ".ex-event__title": ["fontSize", "marginTop"],
    ".ex-event__date": ["fontFamily", "fontSize", "color", "marginTop"],
    ".ex-filters": ["visibility", "fontSize"],
    ".ex-nav__link": ["color", "paddingTop"],
    ".ex-timeline__tools": ["display", "fontSize"],
}


@pytest.fixture(scope="module")
def unjoined(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site as Zensical leaves it."""
    built = build(with_layout(copy_site(tmp_path_factory.mktemp("unjoined"))), "zensical")
    assert built.exit_code == 0, built.output
    with served(Path(built.site)) as url:
        yield url


def look(page: Page) -> dict[str, list[str]]:
    return {
        selector: page.locator(selector)
        .first.evaluate("(each, names) => names.map(name => getComputedStyle(each)[name])", names)
        for selector, names in SHOWN.items()
    }  # fmt: skip


def test_it_looks_and_does_the_same(browser: Browser, address: str, unjoined: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="dark")
    ours, theirs = (Watched(context.new_page(), url) for url in (address, unjoined))
    for each in (ours, theirs):
        page = each.open("timeline/")
        expect(page.locator(".ex-filters")).to_be_visible()
        page.get_by_label("Words in the text").fill("resign")
        expect(page.locator(".ex-filters__shown")).to_contain_text("of 18")
        assert 0 < page.locator(".ex-event:visible").count() < 18
        page.locator("article .ex-event:visible .ex-link").first.hover()
        expect(page.locator(".ex-card:popover-open")).to_be_visible()
    assert look(theirs.page) == look(ours.page)
    assert len([url for url in theirs.requests if "/assets/explainer/" in url]) > 30
    assert not [url for url in ours.requests if "/assets/explainer/" in url]
    assert [
        each for each in theirs.complaints if "inline style" not in each
    ] == []  # Zensical's own, which a policy refuses
    context.close()

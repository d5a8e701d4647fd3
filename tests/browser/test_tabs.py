"""Material's linked tabs: a choice holds for every set of tabs, on every page, though Material's own script is inline."""

from pathlib import Path

from playwright.sync_api import Browser, expect
from tests.browser.conftest import Watched, served
from tests.building import build, copy_site

TABS = '\n=== "One"\n\n    The first text.\n\n=== "Two"\n\n    The second text.\n'


def test_what_a_reader_chose_on_one_page_is_chosen_on_the_next(browser: Browser, tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    for name in ("about", "people"):
        page_file = root / "docs" / f"{name}.md"
        page_file.write_text(page_file.read_text("utf-8") + TABS, "utf-8")
    config = root / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("  features:\n", "  features:\n    - content.tabs.link\n"), "utf-8"
    )
    built = build(root)
    assert built.exit_code == 0, built.output
    context = browser.new_context()
    with served(built.site) as address:
        watched = Watched(context.new_page(), address)
        page = watched.open("about/")
        expect(page.get_by_text("The first text.")).to_be_visible()
        page.locator(".tabbed-labels label", has_text="Two").click()
        expect(page.get_by_text("The second text.")).to_be_visible()
        page = watched.open("people/")
        expect(page.get_by_text("The second text.")).to_be_visible()
        expect(page.get_by_text("The first text.")).to_be_hidden()
        assert watched.complaints == []
    context.close()

"""Every page on every screen: nothing too wide, nothing that a reader's tools cannot use, nothing from elsewhere."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.conftest import Watched, tool
from tests.building import REPOSITORY

PAGES = ["", "basis/", "words/", "misled/", "inquiry/", "timeline/", "people/", "sources/", "updates/", "about/"]
WIDTHS = {390: 320, 1440: 768}
"""The widths at which pages are opened and kept as pictures, and the one to which each is then narrowed."""

THEIRS = {
    '<input class="md-toggle"': "Attribute “autocomplete” is only allowed when the input type is",
}
"""What the checker finds in Material's own templates: the beginning of the element, and of the message.

Material's drawer and search are switches without a script, made of checkboxes, and it tells browsers not to keep their state.
"""

SCREENSHOTS = REPOSITORY / "build" / "screenshots"
"""Where the pages are kept as pictures, for somebody to look at; the workflow keeps the folder with its run."""


def test_the_pages_are_those_of_the_site(site: Path) -> None:
    built = {file.parent.relative_to(site).as_posix() for file in site.rglob("index.html")}
    assert built == {page.rstrip("/") or "." for page in PAGES}


CHECK = "axe.run({ resultTypes: ['violations'], preload: false })"
"""The results that are not asked for are counted, and not worked out for every element; no rule that runs needs styles."""


def violations(page: Page) -> list[object]:
    """Return what axe finds on the page that is open."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(tool("axe-core/axe.min.js").read_text("utf-8"))
    found = page.evaluate(CHECK)
    assert len(found["passes"]) > 10
    return list(found["violations"])


def schemes(page: Page) -> Iterator[str]:
    """Yield the colour scheme of the page that is open, then the other, to which a reader switches it."""
    for last in (False, True):
        yield {"default": "light", "slate": "dark"}[str(page.locator("body").get_attribute("data-md-color-scheme"))]
        if not last:
            page.locator("[data-md-component=palette] label:visible").click()
            page.evaluate("Promise.allSettled(document.getAnimations().map(each => each.finished))")


def assert_fits(page: Page, path: str) -> None:
    """Assert that nobody has to scroll sideways on the page that is open."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{path} is {wide} px too wide"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_no_page_overflows_complains_asks_another_host_or_fails_axe(
    browser: Browser, request: pytest.FixtureRequest, width: int, direction: str
) -> None:
    address = request.getfixturevalue("address" if direction == "ltr" else "arabic")
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    watched = Watched(context.new_page(), address)
    for path in PAGES:
        page = watched.open(path)
        assert page.evaluate("document.body.dir") == direction
        assert_fits(page, path)
        page.set_viewport_size({"width": WIDTHS[width], "height": 900})
        assert_fits(page, path)
        if direction == "ltr" and width == min(WIDTHS):  # what is mirrored has the names, order and colours that it had
            assert violations(page) == [], f"{path}, narrowed"
        page.set_viewport_size({"width": width, "height": 900})
        seen = set()
        for scheme in schemes(page):
            seen.add((scheme, page.evaluate("getComputedStyle(document.body).backgroundColor")))
            # In the dark, colours change, and they know neither direction nor width; what is mirrored is looked at once.
            looked_at = direction == "ltr" or width == min(WIDTHS)
            if (scheme == "light" and looked_at) or (direction == "ltr" and width == max(WIDTHS)):
                assert violations(page) == [], f"{path}, {scheme}"
            name = path.strip("/") or "front"
            if direction == "ltr" or (scheme == "light" and width == min(WIDTHS)):  # the others show nothing new
                page.screenshot(path=SCREENSHOTS / f"{name}-{width}-{scheme}-{direction}.png", full_page=True)
        assert {scheme for scheme, _ in seen} == {"light", "dark"}
        assert len({paper for _, paper in seen}) == 2, "each scheme has a paper of its own"
    assert watched.elsewhere == []
    assert watched.complaints == []
    assert len(watched.requests) > len(PAGES)
    context.close()


def test_no_embed_overflows_complains_asks_another_host_or_fails_axe(
    browser: Browser, site: Path, address: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 600})
    watched = Watched(context.new_page(), address)
    embeds = sorted(site.glob("embed/*.html"))
    assert len(embeds) > 30
    kinds = set()
    for file in embeds:
        page = watched.open(f"embed/{file.name}")
        assert_fits(page, file.name)
        kind = file.name.split("-")[0]
        for scheme in (
            ("light", "dark") if kind not in kinds else ("light",)
        ):  # in the dark, each kind has other colours
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert violations(page) == [], f"{file.name}, {scheme}"
        kinds.add(kind)
    assert watched.elsewhere == []
    assert watched.complaints == []
    context.close()


def test_the_nu_html_checker_finds_nothing_that_ours_adds(site: Path) -> None:
    try:
        done = subprocess.run(
            [
                "java",
                "-jar",
                tool("vnu-jar/build/dist/vnu.jar"),
                "--stdout",
                "--format",
                "json",
                "--skip-non-html",
                site,
            ],
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    except FileNotFoundError:
        pytest.fail(
            "The HTML checker needs Java: on Debian or Ubuntu, `apt-get install default-jre-headless`.", pytrace=False
        )
    found = json.loads(done.stdout)["messages"]
    assert [each for each in found if not is_theirs(each)] == []
    assert len(found) == 2 * len(list(site.rglob("index.html"))) + 2  # so it did look at every page
    assert "<html" in next(site.glob("embed/*.html")).read_text("utf-8")


def is_theirs(found: dict[str, Any]) -> bool:
    """Whether a finding of the HTML checker is about one of Material's own elements."""
    element = found.get("extract", "")[found.get("hiliteStart", 0) :]
    return any(element.startswith(start) and found["message"].startswith(said) for start, said in THEIRS.items())

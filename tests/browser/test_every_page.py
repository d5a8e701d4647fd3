"""Every page on every screen: nothing too wide, nothing that a reader's tools cannot use, nothing from elsewhere."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.conftest import Watched, tool

PAGES = ["", "basis/", "words/", "misled/", "inquiry/", "timeline/", "people/", "sources/", "updates/", "about/"]
WIDTHS = [320, 390, 768, 1440]
SCHEMES = ["light", "dark"]

THEIRS = (
    "Attribute “autocorrect” not allowed on element “input” at this point.",
    "An “input” element with a “type” attribute whose value is “checkbox” or “radio” must not have an “autocomplete” attribute",
)
"""What the checker finds in Material's own templates."""


def test_the_pages_are_those_of_the_site(site: Path) -> None:
    built = {file.parent.relative_to(site).as_posix() for file in site.rglob("index.html")}
    assert built == {page.rstrip("/") or "." for page in PAGES}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_no_page_overflows_complains_asks_another_host_or_fails_axe(
    browser: Browser, request: pytest.FixtureRequest, width: int, scheme: str, direction: str
) -> None:
    address = request.getfixturevalue("address" if direction == "ltr" else "arabic")
    axe = tool("axe-core/axe.min.js").read_text("utf-8")
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    watched = Watched(context.new_page(), address)
    for path in PAGES:
        page = watched.open(path)
        assert page.evaluate("document.body.dir") == direction
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{path} is {wide} px too wide"
        page.evaluate(axe)
        found = page.evaluate("axe.run()")
        assert not found["violations"], f"{path}: {found['violations']}"
        assert len(found["passes"]) > 20
    assert watched.elsewhere == []
    assert watched.complaints == []
    assert len(watched.requests) > len(PAGES)
    context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_embed_overflows_complains_asks_another_host_or_fails_axe(
    browser: Browser, site: Path, address: str, scheme: str
) -> None:
    axe = tool("axe-core/axe.min.js").read_text("utf-8")
    context = browser.new_context(viewport={"width": 320, "height": 600}, color_scheme=scheme)  # type: ignore[arg-type]
    watched = Watched(context.new_page(), address)
    embeds = sorted(site.glob("embed/*.html"))
    assert len(embeds) > 30
    for file in embeds:
        page = watched.open(f"embed/{file.name}")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{file.name} is {wide} px too wide"
        page.evaluate(axe)
        found = page.evaluate("axe.run()")
        assert not found["violations"], f"{file.name}: {found['violations']}"
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
                "text",
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
    ours = [line for line in done.stdout.splitlines() if line and not any(each in line for each in THEIRS)]
    assert ours == []

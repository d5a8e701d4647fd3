"""Light: what the generator adds to a page is small, and a page has nothing inline that a strict policy would refuse."""

import gzip
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from tests.browser.conftest import Watched
from tests.browser.test_every_page import PAGES
from tests.building import REPOSITORY

LIMIT = 16_000
"""Bytes, each file compressed by itself, as a server sends it."""

ASSETS = REPOSITORY / "hooks" / "explainer" / "theme" / "assets"


def test_our_style_and_scripts_together_are_under_16_kilobytes_compressed(watched: Watched, site: Path) -> None:
    watched.open("timeline/")
    ours = {file.name for file in (*ASSETS.glob("*.*"), *ASSETS.glob("material/*.*"))}
    loaded = {site / urlsplit(url).path.lstrip("/") for url in watched.requests}
    named = {re.sub(r"[.][0-9a-f]{8}(?=[.])", "", file.name): file for file in loaded}
    sizes = {name: len(gzip.compress(file.read_bytes(), 9)) for name, file in named.items() if name in ours}
    assert sizes.keys() == ours - {"explainer-embed.css"}
    assert sum(sizes.values()) < LIMIT, sizes


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_inline_script_or_style(site: Path, path: str) -> None:
    page = BeautifulSoup((site / path / "index.html").read_text("utf-8"), "html.parser")
    inline = [
        script
        for script in page.select("script:not([src])")
        if script.get("type") not in {"application/json", "application/ld+json"}
    ]
    assert inline == []
    assert page.select("style, [style]") == []
    assert [each.name for each in page.find_all(lambda tag: any(name.startswith("on") for name in tag.attrs))] == []


def test_the_policy_of_the_guide_is_in_force(watched: Watched) -> None:
    page = watched.open("")
    page.evaluate(
        "document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' }))"
    )
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in complaint for complaint in watched.complaints)

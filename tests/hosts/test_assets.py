"""Styles and scripts are named by what they hold, under every host, and every page asks for them by that name."""

import hashlib
import re
from pathlib import Path

import pytest
import rcssmin
from bs4 import BeautifulSoup
from tests.building import REPOSITORY, Built, build, copy_site

from explainer.edition import edition_from_disk
from explainer.publish.assets import ASSETS, EMBED_STYLE, name_by_content
from explainer.publish.files import write
from explainer.site.config import read_site

NAMED = re.compile(r"\.[0-9a-f]{8}(\.min)?\.(css|js)$")


def with_layout(root: Path) -> Path:
    """Tell Zensical where the layout is, as the guide does."""
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8").replace(
        "  name: material\n", "  name: material\n  custom_dir: hooks/explainer/theme\n", 1
    )
    text += "\nextra_css: [assets/explainer.css]\nextra_javascript: [assets/explainer.js]\n"
    config.write_text(text, "utf-8")
    (root / "hooks").symlink_to(REPOSITORY / "hooks")
    return root


@pytest.fixture(scope="module", params=["mkdocs", "properdocs", "zensical"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = copy_site(tmp_path_factory.mktemp(request.param))
    built = build(with_layout(root) if request.param == "zensical" else root, request.param)
    assert built.exit_code == 0, built.output
    if request.param == "zensical":  # it runs no plugin, so the files beside the pages are written after it
        read = read_site(root / "mkdocs.yml")
        write(edition_from_disk(read).press, built.site)
        name_by_content(built.site)
    return built


def asked_for(page: Path) -> set[Path]:
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    found = soup.select("link[rel=stylesheet], script[src]")
    addresses = [str(each.get("href") or each.get("src")) for each in found]
    assert not [address for address in addresses if "://" in address]
    return {(page.parent / address).resolve() for address in addresses if not address.startswith("/")}


def test_every_page_and_embed_asks_for_files_that_are_named_by_what_they_hold(site: Built) -> None:
    asked = set().union(*(asked_for(page) for page in site.site.rglob("*.html")))
    assert all(file.is_file() for file in asked), sorted(asked)
    assert not [file for file in asked if not NAMED.search(file.name)]
    ours = {file for file in asked if file.name.startswith("explainer") or file.parent.name == "material"}
    assert len(ours) == len(ASSETS)
    for file in ours:
        assert f".{hashlib.sha256(file.read_bytes()).hexdigest()[:8]}." in file.name
    assert not [asset for asset in ASSETS if (site.site / asset).exists()], "none is there under two names"


def test_to_name_them_again_changes_nothing(site: Built) -> None:
    before = {path: path.read_bytes() for path in site.site.rglob("*") if path.is_file()}
    name_by_content(site.site)
    assert {path: path.read_bytes() for path in site.site.rglob("*") if path.is_file()} == before


def test_a_style_of_the_site_in_place_of_ours_is_named_by_what_it_holds(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    own = root / "overrides" / "assets" / "explainer.css"
    own.parent.mkdir(parents=True)
    own.write_text("/* Ours */\nbody { color: black }")
    config = root / "mkdocs.yml"
    config.write_text(
        config.read_text().replace("  name: material\n", "  name: material\n  custom_dir: overrides\n", 1)
    )
    built = build(root)
    assert built.exit_code == 0, built.output
    name = f"assets/explainer.{hashlib.sha256(b'body{color:black}').hexdigest()[:8]}.css"
    assert (built.site / name).read_text() == "body{color:black}"
    assert f'href="../{name}"' in built.html("about/index.html")


def test_embeds_have_their_style_under_another_theme(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8")
    start, end = text.index("theme:"), text.index("plugins:")
    config.write_text(text[:start] + "theme: mkdocs\n\n" + text[end:], "utf-8")
    built = build(root)
    assert built.exit_code == 0, built.output
    embeds = sorted((built.site / "embed").glob("*.html"))
    assert embeds
    for embed in embeds:
        [style] = asked_for(embed)
        ours = (REPOSITORY / "hooks" / "explainer" / "theme" / EMBED_STYLE).read_text("utf-8")
        assert style.read_text("utf-8") == rcssmin.cssmin(ours)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('<link rel="stylesheet" href="../assets/explainer.css">', '<link rel="stylesheet" href="../assets/explainer.{}.css">'),
        ("<link rel=stylesheet href=assets/explainer.css>", "<link rel=stylesheet href=assets/explainer.{}.css>"),
        ("<link href='/deep/assets/explainer.css?v=1' />", "<link href='/deep/assets/explainer.{}.css' />"),
        ('<a href="assets/explainer.css.html">', '<a href="assets/explainer.css.html">'),
        ("<p>assets/explainer.css", "<p>assets/explainer.css"),
        ('<script src="assets/explainer.js"></script>', '<script src="assets/explainer.js"></script>'),
    ],
)  # fmt: skip
def test_a_reference_is_found_as_hosts_write_it_and_nothing_else_is(tmp_path: Path, written: str, read: str) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "explainer.css").write_text("p {}")
    (tmp_path / "page.html").write_text(written)
    name_by_content(tmp_path)
    digest = hashlib.sha256(b"p{}").hexdigest()[:8]
    assert (tmp_path / "page.html").read_text() == read.format(digest)

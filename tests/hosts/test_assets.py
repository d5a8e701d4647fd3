"""Styles and scripts are named by what they hold, under every host, and every page asks for them by that name."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.building import REPOSITORY, Built, build, copy_site

from explainer.edition import edition_from_disk
from explainer.publish.assets import ASSETS, EMBED_STYLE, FOLDER, THEME, joined, name_by_content, packed
from explainer.publish.files import write
from explainer.site.config import read_site

pytestmark = pytest.mark.slow

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


def plain(file: Path) -> str:
    """Return the name of an asset without what tells its version."""
    return re.sub(r"[.][0-9a-f]{8}(?=[.])", "", file.name)


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
    for asset in ASSETS:  # for pages that are written later, which know no other name
        [named] = [file for file in ours if plain(file) == Path(asset).name]
        assert (site.site / asset).read_bytes() == named.read_bytes()
    assert not (site.site / "assets" / FOLDER).exists(), "what is joined needs its parts no more"


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


LATE = """
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority(-100)
def on_post_build(config):
    links = "".join(f'<link rel="stylesheet" href="{path}">' for path in config.extra_css)
    scripts = "".join(f'<script src="{path}"></script>' for path in config.extra_javascript)
    Path(config.site_dir, "all.html").write_text(f"<!doctype html><title>All</title>{links}{scripts}")
"""


def test_a_page_that_another_plugin_writes_at_the_end_finds_its_style_and_script(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    (root / "late.py").write_text(LATE)
    with (root / "mkdocs.yml").open("a") as config:
        config.write("\nhooks: [late.py]\n")
    built = build(root)
    assert built.exit_code == 0, built.output
    late = asked_for(built.site / "all.html")
    assert {plain(file) for file in late} == {"explainer.css", "explainer.js"}
    for file in late:
        [named] = [each for each in asked_for(built.site / "index.html") if plain(each) == plain(file)]
        assert file.read_bytes() == named.read_bytes()


def test_a_style_of_the_site_may_build_on_ours_and_what_else_it_imports_stays(tmp_path: Path) -> None:
    shutil.copytree(THEME / "assets", tmp_path / "assets")
    own = (
        '@import "https://example.org/own.css";\n@import "own/fonts.css";\n@import "explainer/css/tokens.css";\np {}\n'
    )
    (tmp_path / "assets" / "explainer.css").write_text(own)
    (tmp_path / "assets" / "own").mkdir()
    (tmp_path / "assets" / "own" / "fonts.css").write_text("/* Ours */")
    tokens = (THEME / "assets" / FOLDER / "css" / "tokens.css").read_text("utf-8")
    assert joined("assets/explainer.css", tmp_path) == own.replace('@import "explainer/css/tokens.css";\n', tokens)
    name_by_content(tmp_path)
    assert (tmp_path / "assets" / "own" / "fonts.css").is_file()
    assert not (tmp_path / "assets" / FOLDER).exists()


def test_a_part_that_the_site_replaces_is_the_one_that_is_joined(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    own = root / "overrides" / "assets" / FOLDER / "css" / "questions.css"
    own.parent.mkdir(parents=True)
    own.write_text(".ex-question { color: rebeccapurple }")
    config = root / "mkdocs.yml"
    config.write_text(
        config.read_text().replace("  name: material\n", "  name: material\n  custom_dir: overrides\n", 1)
    )
    built = build(root)
    assert built.exit_code == 0, built.output
    style = (built.site / "assets" / "explainer.css").read_text("utf-8")
    assert ".ex-question{color:rebeccapurple}" in style
    assert ".ex-question__title{" not in style
    assert ".ex-statement__words{" in style


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
        assert style.read_bytes() == packed(EMBED_STYLE, THEME)
        assert b"--ex-paper" in style.read_bytes()


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

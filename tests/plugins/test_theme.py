"""Other themes, and what the theme itself can be told, with the same pages."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from tests.building import BIN, Built, build, environment
from tests.plugins.reading import head, pages, sound, text_of
from tests.plugins.small import BASE, as_written, small_site

pytestmark = pytest.mark.slow

MATERIALX = BIN.parent / "materialx" / "bin"
"""An environment of its own: the theme installs the same package as Material, so that the two cannot stand together."""


def built(root: Path) -> Built:
    result = build(root)
    assert result.exit_code == 0, result.output
    sound(result.site)
    return result


def themed(root: Path, theme: str) -> Path:
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("{name: material, font: false}", theme), "utf-8")
    return root


def in_materialx(root: Path, *plugins: str) -> Built:
    """Build the small site with the theme, in its environment."""
    assert (MATERIALX / "mkdocs").is_file(), "`make test` makes the environment of mkdocs-materialx in .venv/materialx"
    theme = re.search(r"\{.*\}", as_written("materialx"))[0]  # type: ignore[index]
    themed(small_site(root, *plugins), theme)
    done = subprocess.run(
        [MATERIALX / "mkdocs", "build", "--strict"], cwd=root, env=environment(), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return Built(done.returncode, done.stdout, root / "site")


def test_materialx_builds_what_material_builds(tmp_path: Path) -> None:
    material = built(small_site(tmp_path / "material"))
    result = in_materialx(tmp_path / "materialx")
    sound(result.site)
    theirs = pages(result.site)
    for name, page in pages(material.site).items():
        if name == "404.html":
            continue
        assert text_of(theirs[name]) == text_of(page), name
        assert head(theirs[name], "og:title") == head(page, "og:title"), name


def test_materialx_wears_our_layout(tmp_path: Path) -> None:
    page = pages(in_materialx(tmp_path).site)["open/index.html"]
    assert page.select('link[rel="stylesheet"][href*="assets/explainer"]')
    assert page.select('script[src*="assets/explainer"]')
    assert page.select_one("nav.ex-nav") is not None


def test_materialx_takes_its_blog_too(tmp_path: Path) -> None:
    post = "---\ndate: 2021-03-05\n---\n\n# A post\n\nIt was at [the opening](event:opening) [@paper].\n"
    root = tmp_path / "site"
    small_site(root, files={"docs/blog/posts/post.md": post, "docs/blog/index.md": "# Blog\n"})
    result = in_materialx(root, as_written("blog"))
    assert (result.site / "blog" / "2021" / "03" / "05" / "a-post" / "index.html").is_file()
    sound(result.site)


def test_readthedocs_shows_the_same_words(tmp_path: Path) -> None:
    result = built(themed(small_site(tmp_path), "readthedocs"))
    page = " ".join(pages(result.site)["open/index.html"].get_text(" ").split())
    assert "It will never stand still." in page
    assert "In May 1902, says the paper ." in page.replace("paper.", "paper .")
    assert (result.site / "feed.atom").is_file()


def test_instant_navigation_needs_nothing_more(tmp_path: Path) -> None:
    theme = "{name: material, font: false, features: [navigation.instant, navigation.instant.progress]}"
    result = built(themed(small_site(tmp_path), theme))
    assert "navigation.instant" in (result.site / "index.html").read_text("utf-8")


def test_a_custom_dir_of_the_sites_own_goes_before_our_layout(tmp_path: Path) -> None:
    own = '{% extends "base.html" %}\n{% block announce %}Our own line{% endblock %}\n'
    root = small_site(tmp_path, files={"own/main.html": own})
    result = built(themed(root, "{name: material, font: false, custom_dir: own}"))
    assert "Our own line" in pages(result.site)["open/index.html"].get_text()


def test_addresses_as_files_when_the_configuration_says_so(tmp_path: Path) -> None:
    result = built(small_site(tmp_path, more="use_directory_urls: false"))
    assert head(pages(result.site)["open.html"], "og:url") == [f"{BASE}open.html"]


def test_addresses_as_files_when_the_command_line_says_so(tmp_path: Path) -> None:
    result = build(small_site(tmp_path), "mkdocs", "--no-directory-urls")
    assert result.exit_code == 0, result.output
    sound(result.site)
    assert (result.site / "open.html").is_file()


def test_a_site_url_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small_site(tmp_path)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace(f"site_url: {BASE}", f"site_url: !ENV [MILL_URL, '{BASE}']"))
    monkeypatch.setenv("MILL_URL", "https://example.org/mill/other/")
    assert os.environ["MILL_URL"]
    result = build(root)
    assert result.exit_code == 0, result.output
    assert head(pages(result.site)["open/index.html"], "og:url") == ["https://example.org/mill/other/open/"]
    sound(result.site, "https://example.org/mill/other/")

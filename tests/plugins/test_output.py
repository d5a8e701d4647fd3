"""What a plugin does to finished pages, or writes beside them, leaves the site whole."""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import urljoin

import fontpkg
import pytest
from tests.building import Built, build
from tests.plugins.reading import dead_links, head, pages, places_of, published, sound, text_of
from tests.plugins.small import ANSWER, BASE, FILES, as_written, question, secret, small_site
from tests.repositories import commit

pytestmark = pytest.mark.slow

LISTS = ("docs/timeline.md", "docs/people.md", "docs/sources.md")


def built(root: Path) -> Built:
    result = build(root)
    assert result.exit_code == 0, result.output
    return result


def test_offline_gives_every_link_the_address_of_a_file(tmp_path: Path) -> None:
    result = built(small_site(tmp_path, as_written("offline")))
    assert (result.site / "open.html").is_file()
    sound(result.site)
    items = json.loads((result.site / "feed.json").read_text("utf-8"))["items"]
    assert {item["url"] for item in items} == {f"{BASE}open.html", f"{BASE}close.html"}
    assert places_of(f"{BASE}open/", result.site) == []
    assert head(pages(result.site)["open.html"], "og:url") == [f"{BASE}open.html"]


def test_offline_behind_us_and_before_us(tmp_path: Path) -> None:
    result = built(small_site(tmp_path, as_written("offline"), ours="last"))
    sound(result.site)


def test_minify_leaves_everything_that_is_read(tmp_path: Path) -> None:
    alone = built(small_site(tmp_path / "alone"))
    result = built(small_site(tmp_path / "with", as_written("minify")))
    sound(result.site)
    for name, page in pages(alone.site).items():
        other = pages(result.site)[name]
        assert text_of(other) == text_of(page), name
        for each in ("description", "og:url", "og:title", "og:image"):
            assert head(other, each) == head(page, each), name
    assert (result.site / "open" / "index.html").stat().st_size < (alone.site / "open" / "index.html").stat().st_size


@pytest.mark.parametrize("ours", ["first", "last"])
def test_glightbox_wraps_pictures_and_nothing_else(tmp_path: Path, ours: str) -> None:
    picture = FILES["docs/close.md"] + "\n![The mill](mill.svg)\n"
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'
    files = {"docs/close.md": picture, "docs/mill.svg": svg}
    alone = built(small_site(tmp_path / "alone", files=files))
    result = built(small_site(tmp_path / "with", as_written("glightbox"), files=files, ours=ours))
    sound(result.site)
    [link] = pages(result.site)["close/index.html"].select("a.glightbox")
    assert urljoin(f"{BASE}close/", str(link["href"])) == f"{BASE}mill.svg"
    for name, page in pages(alone.site).items():
        assert text_of(pages(result.site)[name]) == text_of(page), name


def test_print_site_has_its_styles_and_all_pages(tmp_path: Path) -> None:
    result = built(small_site(tmp_path, as_written("print-site")))
    page = pages(result.site)["print_page/index.html"]
    styles = [str(each["href"]) for each in page.select('link[rel="stylesheet"]')]
    assert any("explainer" in each for each in styles), styles
    for address in [*styles, *(str(each["src"]) for each in page.select("script[src], img[src]"))]:
        file = urljoin(f"{BASE}print_page/", address).removeprefix(BASE).partition("?")[0]
        assert (result.site / file).is_file(), address
    shown = " ".join(page.get_text(" ").split())
    for words in (
        "It will never stand still.",
        "The mill closes",
        "In November 1931",
        "The Valley Paper",
        "Anna Reuter",
    ):
        assert words in shown, words
    assert not re.search(r"[\x02\x03\ue000-\uf8ff]|\[@|(?m:^\s*///)", page.get_text())
    # Its own page joins all pages, and renames only some anchors: links within it are its own affair.
    assert [each for each in dead_links(result.site) if not each.startswith("print_page/")] == []


def test_print_site_leads_from_its_page_to_what_it_shows(tmp_path: Path) -> None:
    result = built(small_site(tmp_path, as_written("print-site")))
    page = pages(result.site)["print_page/index.html"]
    ids = {str(each["id"]) for each in page.select("[id]")}
    wanted = {str(link["href"])[1:] for link in page.select("article a.ex-link[href^='#']")}
    assert wanted
    assert wanted <= ids, wanted - ids


@pytest.mark.parametrize("ours", ["first", "last"])
def test_rss_describes_pages_in_plain_words(tmp_path: Path, ours: str) -> None:
    plain = {name: f"---\ndescription: All of them.\n---\n\n{FILES[name]}" for name in LISTS}
    root = small_site(tmp_path, as_written("rss"), files=plain, ours=ours)
    commit(root)
    result = built(root)
    for name in ("feed_rss_created.xml", "feed_json_created.json"):
        text = (result.site / name).read_text("utf-8")
        assert "When did it open?" in text
        assert not re.search(r"\[@|///|\(event:|\(statement:", text), text
    items = json.loads((result.site / "feed_json_created.json").read_text("utf-8"))["items"]
    told = {item["title"]: item["content_html"] for item in items}
    assert told["When did it open?"] == "In May 1902, says the paper."
    assert told["The mill"] == "A mill, and what became of it."
    sound(result.site)


def test_tags_list_questions_by_their_tags(tmp_path: Path) -> None:
    files = {
        "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
        "docs/grind.md": question("Until 1931.", "How long did it grind?", tags="[Grinding]"),
    }
    result = built(small_site(tmp_path, as_written("tags"), files=files))
    sound(result.site)
    listing = pages(result.site)["tags/index.html"]
    assert "How long did it grind?" in text_of(listing)
    assert listing.select("a[href='../grind/']")
    assert "Grinding" in " ".join(each.get_text() for each in pages(result.site)["grind/index.html"].select(".md-tag"))


def test_git_revision_date_localized_shows_its_date(tmp_path: Path) -> None:
    root = small_site(tmp_path, as_written("git-revision-date-localized"))
    commit(root)
    result = built(root)
    sound(result.site)
    assert pages(result.site)["open/index.html"].select(".git-revision-date-localized-plugin")


def test_privacy_leaves_a_site_that_asks_nobody_as_it_is(tmp_path: Path) -> None:
    result = built(small_site(tmp_path, as_written("privacy")))
    sound(result.site)
    assert not (result.site / "assets" / "external").exists()
    for name, page in pages(result.site).items():
        for each in page.select("script[src], link[rel=stylesheet], img[src]"):
            address = str(each.get("src") or each.get("href"))
            assert not address.startswith(("http:", "https:", "//")), f"{name}: {address}"


def test_privacy_sees_what_blocks_show(tmp_path: Path) -> None:
    """A source's address is a link to another host, and leads there as the plugin wants links to lead."""
    result = built(small_site(tmp_path, as_written("privacy").replace("}", ", links_attr_map: {target: _blank}}")))
    [link] = pages(result.site)["sources/index.html"].select("article a[href='https://example.com/mill']")[:1]
    assert link.get("target") == "_blank"
    assert "noopener" in str(link.get("rel"))


def test_social_draws_its_cards_and_we_do_not_draw_them_again(tmp_path: Path) -> None:
    """It fetches a font from another host unless that lies in its cache: one is put there."""
    root = small_site(tmp_path, as_written("social"))
    fonts = root / ".cache" / "plugin" / "social" / "fonts" / "Roboto"
    fonts.mkdir(parents=True)
    for style, weight in (("Regular", 400), ("Bold", 700)):
        shutil.copy(fontpkg.path("Source Serif 4", weight), fonts / f"{style}.ttf")
    result = built(root)
    sound(result.site)
    for name in ("open/index.html", "index.html"):
        images = head(pages(result.site)[name], "og:image")
        assert len(images) == 1, (name, images)
        assert (result.site / images[0].removeprefix(BASE)).is_file(), images
        assert len(head(pages(result.site)[name], "og:title")) == 1, name


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
@pytest.mark.parametrize("ours", ["first", "last"])
def test_several_plugins_stand_together_under_both_hosts(tmp_path: Path, host: str, ours: str) -> None:
    plugins = [as_written(each) for each in ("blog", "exclude", "macros", "minify", "glightbox", "tags", "redirects")]
    page = question("Until 1931.", "How long in {{ 'Millbrook' }}?", "It ground [@paper].", date="2021-03-05")
    hidden = secret()
    files = {
        "docs/blog/index.md": "# Blog\n",
        "docs/blog/posts/grind.md": page,
        "docs/wip/colour.md": hidden.pop("page"),
        **hidden,
    }
    result = build(small_site(tmp_path, *plugins, files=files, ours=ours), host)
    assert result.exit_code == 0, result.output
    sound(result.site)
    assert "How long in Millbrook?" in published(result.site)["feed.atom"]
    assert places_of(ANSWER, result.site) == []

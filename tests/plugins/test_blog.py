"""Posts have their addresses from the plugin, and are shown in excerpts on pages that are not theirs."""

import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from tests.building import Built, build
from tests.plugins.reading import as_read, head, pages, sound
from tests.plugins.small import BASE, FILES, as_written, question, small_site

pytestmark = pytest.mark.slow

POST = """\
---
date: 2021-03-05
answer: As far as we know, [on its first day](event:opening).
published: 2021-03-05
categories: [Mill]
---

# Was it promised?

It was, at [the opening](event:opening), by [Anna](person:anna) [@paper, p. 2].

<!-- more -->

/// statement | vow
///

See [the close](../../close.md) [@paper].
"""

VOW = "- {id: vow, speaker: anna, date: 1903-01-01, words: We shall grind on., sources: [paper]}\n"

AT = "blog/2021/03/05/was-it-promised/"


@pytest.fixture(scope="module", params=["first", "last"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small site with a blog, ours before or behind it in `plugins:`."""
    files = {
        "docs/blog/index.md": "# Blog\n",
        "docs/blog/posts/vow.md": POST,
        "data/statements.yml": FILES["data/statements.yml"] + VOW,
    }
    result = build(small_site(tmp_path_factory.mktemp("blog"), as_written("blog"), files=files, ours=request.param))
    assert result.exit_code == 0, result.output
    return result


def test_blog_gives_a_post_its_address_everywhere(built: Built) -> None:
    sound(built.site)
    post = pages(built.site)[f"{AT}index.html"]
    assert head(post, "og:url") == [BASE + AT]
    first = post.select_one("article a.ex-link--event")
    assert first is not None
    assert urljoin(BASE + AT, str(first["href"])) == f"{BASE}timeline/#event-opening"
    embed = (built.site / "embed" / "statement-vow.html").read_text("utf-8")
    assert f"{AT}#statement-vow" in embed
    items = json.loads((built.site / "feed.json").read_text("utf-8"))["items"]
    assert [item["url"] for item in items if "promised" in item["title"]] == [BASE + AT]
    assert f"{AT}#statement-vow" in (built.site / "people" / "index.html").read_text("utf-8")
    listed = pages(built.site)["index.html"].select("article a[href*='was-it-promised']")
    assert listed, "the list of questions does not lead to the post"


def test_blog_shows_excerpts_whose_notes_are_in_the_post(built: Built) -> None:
    index = pages(built.site)["blog/index.html"]
    excerpt = index.select_one("article.md-post--excerpt")
    assert excerpt is not None
    shown = as_read(excerpt.get_text(" "))
    assert "It was, at the opening" in shown
    assert "We shall grind on" not in shown, "what stands behind `more` is in the excerpt"
    links = {urljoin(f"{BASE}blog/", str(link["href"])) for link in excerpt.select("a[href]")}
    assert f"{BASE}timeline/#event-opening" in links
    assert f"{BASE}people/#person-anna" in links
    notes = {link for link in links if link.startswith(f"{BASE}{AT}#")}
    assert notes, f"no citation leads into the post: {links}"


def test_blog_shows_the_same_excerpt_on_its_other_views(built: Built) -> None:
    for view in ("blog/archive/2021/index.html", "blog/category/mill/index.html"):
        page = pages(built.site)[view]
        shown = as_read(page.select_one("article.md-post--excerpt").get_text(" "))  # type: ignore[union-attr]
        assert "It was, at the opening" in shown, view


def test_blog_counts_a_post_once_whatever_views_show_of_it(built: Built) -> None:
    record = json.loads((built.site / "record.json").read_text("utf-8"))
    assert [each["title"] for each in record["questions"]].count("Was it promised?") == 1
    feed = json.loads((built.site / "feed.json").read_text("utf-8"))
    assert [item["title"] for item in feed["items"]].count("Was it promised?") == 1


def test_blog_tells_a_mistake_in_a_post_once_with_its_file_and_line(tmp_path: Path) -> None:
    text = POST.replace("[@paper, p. 2]", "[@papr, p. 2]")
    files = {"docs/blog/index.md": "# Blog\n", "docs/blog/posts/vow.md": text, "data/statements.yml": FILES["data/statements.yml"] + VOW}  # fmt: skip
    result = build(small_site(tmp_path, as_written("blog"), files=files))
    assert result.exit_code == 1
    line = text.splitlines().index("It was, at [the opening](event:opening), by [Anna](person:anna) [@papr, p. 2].") + 1
    told = re.findall(
        rf"docs/blog/posts/vow\.md:{line}:\d+: error: no source `papr`; did you mean `paper`\?", result.output
    )
    assert len(told) == 1, result.output


def test_blog_pages_its_index_without_a_dead_link(tmp_path: Path) -> None:
    posts = {
        f"docs/blog/posts/p{number}.md": question(
            f"Answer {number}.", f"Question {number}?", f"See [the opening](event:opening) [@paper, p. {number}].", date=f"2021-03-{number:02}"
        )
        for number in range(1, 6)
    }  # fmt: skip
    plugin = "blog: {pagination_per_page: 2}"
    result = build(small_site(tmp_path, plugin, files={"docs/blog/index.md": "# Blog\n", **posts}))
    assert result.exit_code == 0, result.output
    assert (result.site / "blog" / "page" / "3" / "index.html").is_file()
    sound(result.site)

"""The list of pages beside each page: whole on a site as large as a story, and of the size of a story on a larger one."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.building import Built, build

pytestmark = pytest.mark.slow

STORIES, QUESTIONS = 6, 12


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of many stories; the last of them has a section within."""
    root = tmp_path_factory.mktemp("newsroom")
    (root / "data").mkdir()
    for name in ("timeline", "people", "sources", "statements", "disputes", "updates"):
        (root / "data" / f"{name}.yml").write_text("[]\n")
    nav: list[object] = ["index.md"]
    for story in range(STORIES):
        pages = [f"story-{story}/{name}.md" for name in ("index", *(f"q{number}" for number in range(QUESTIONS)))]
        nested: list[object] = [*pages[:-2], {"More": pages[-2:]}] if story == STORIES - 1 else [*pages]
        nav.append({f"Story {story}": nested})
        for page in pages:
            write(root / "docs" / page)
    for page in ("index.md", "about.md"):
        write(root / "docs" / page)
    configuration = {
        "site_name": "Newsroom",
        "site_url": "https://example.org/",
        "theme": {"name": "material", "font": False},
        "plugins": ["explainer"],
        "markdown_extensions": ["explainer"],
        "nav": [*nav, "about.md"],
    }
    (root / "mkdocs.yml").write_text(json.dumps(configuration))
    built = build(root)
    assert built.exit_code == 0, built.output
    return built


def write(file: Path) -> None:
    file.parent.mkdir(exist_ok=True, parents=True)
    file.write_text(f"# {file.parent.name} {file.stem}\n\nText.\n")


def sidebar(site: Built, page: str) -> dict[str, str | None]:
    """Return what the list on a page says, in its order, with the address of what is a link."""
    found = BeautifulSoup(site.html(page), "html.parser").select("nav.ex-nav a, nav.ex-nav span")
    return {" ".join(each.get_text().split()): each.get("href") for each in found}  # type: ignore[misc]


def test_on_a_question_it_has_the_story_and_the_pages_beside_the_stories(newsroom: Built) -> None:
    found = sidebar(newsroom, "story-2/q3/index.html")
    own = ["story-2 index", *(f"story-2 q{number}" for number in range(QUESTIONS))]
    assert list(found) == ["docs index", "Story 2", *own, "docs about"]
    assert found["story-2 q4"] == "../q4/"
    assert found["Story 2"] is None


def test_on_the_front_page_it_leads_to_the_first_page_of_each_story(newsroom: Built) -> None:
    found = sidebar(newsroom, "index.html")
    assert list(found) == ["docs index", *(f"Story {number}" for number in range(STORIES)), "docs about"]
    assert found["Story 4"] == "story-4/"


def test_within_a_story_another_section_is_a_link_until_it_is_entered(newsroom: Built) -> None:
    story, last = f"story-{STORIES - 1}", QUESTIONS - 1
    assert sidebar(newsroom, f"{story}/q0/index.html")["More"] == f"../q{last - 1}/"
    found = sidebar(newsroom, f"{story}/q{last}/index.html")
    assert found["More"] is None
    assert f"{story} q{last}" in found


def test_the_page_that_is_open_is_marked(newsroom: Built) -> None:
    [current] = BeautifulSoup(newsroom.html("story-2/q3/index.html"), "html.parser").select("[aria-current=page]")
    assert current.get_text(strip=True) == "story-2 q3"

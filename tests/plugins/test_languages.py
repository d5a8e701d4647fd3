"""Several languages from one folder: the plugin builds once for each, inside one build."""

import json
import re
from pathlib import Path

import pytest
from tests.building import Built, build
from tests.plugins.reading import pages, places_of, sound, text_of
from tests.plugins.small import FILES, as_written, question, small_site, write

pytestmark = pytest.mark.slow

FRENCH_ANSWER = "En novembre 1931"
FRENCH = question(f"{FRENCH_ANSWER}.", "Quand a-t-il fermé ?", "Voir [l'ouverture](event:opening) [@paper].")
HOME = "---\nsummary: Un moulin.\npublished: 2020-04-01\n---\n\n# Le moulin\n\n/// questions\n///\n"


def in_folders() -> dict[str, str]:
    """Return the pages of the small site in a folder for each language."""
    english = {name.replace("docs/", "docs/en/"): text for name, text in FILES.items() if name.startswith("docs/")}
    return {**english, "docs/fr/close.md": FRENCH, "docs/fr/index.md": HOME}


LAYOUTS = ("suffix", "folder")


def in_two_languages(root: Path, layout: str) -> Path:
    """Write the small site with two pages in French, told apart by suffix or by folder."""
    plugin = as_written("i18n").replace("suffix", layout)
    if layout == "suffix":
        return small_site(root, plugin, files={"docs/close.fr.md": FRENCH, "docs/index.fr.md": HOME})
    made = small_site(root, plugin)
    for page in (made / "docs").glob("*.md"):
        page.unlink()
    config = (made / "mkdocs.yml").read_text("utf-8")
    homes = re.sub(r"(timeline|people|sources)\.md", r"en/\1.md", config)
    write(made, {"mkdocs.yml": homes, **in_folders()})
    return made


@pytest.fixture(scope="module", params=LAYOUTS)
def result(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site in two languages, built over an old one."""
    root = in_two_languages(tmp_path_factory.mktemp(request.param), request.param)
    write(root, {"site/old.html": "An old one"})
    built = build(root)
    assert built.exit_code == 0, built.output
    assert built.site.is_dir(), "there is no site"
    return built


def test_i18n_builds_every_language_and_leaves_nothing_beside_the_site(result: Built) -> None:
    assert not (result.site / "old.html").exists(), "the old site is still there"
    assert [each.name for each in result.site.parent.iterdir() if "building" in each.name] == []
    assert [each.name for each in result.site.rglob("*") if "building" in each.name] == []
    assert "Quand a-t-il fermé ?" in text_of(pages(result.site)["fr/close/index.html"])
    assert FRENCH_ANSWER in text_of(pages(result.site)["fr/close/index.html"])
    sound(result.site)


def test_i18n_lists_the_questions_of_each_language_in_that_language(result: Built) -> None:
    english, french = (text_of(pages(result.site)[name]) for name in ("index.html", "fr/index.html"))
    assert "In November 1931" in english
    assert FRENCH_ANSWER not in english
    assert FRENCH_ANSWER in french
    assert "In November 1931" not in french


def test_i18n_leaves_the_feeds_and_exports_of_the_first_language_where_they_are(result: Built) -> None:
    for name in ("feed.atom", "feed.json", "record.json"):
        text = (result.site / name).read_text("utf-8")
        assert "In November 1931" in text, name
        assert FRENCH_ANSWER not in text, name
    record = json.loads((result.site / "record.json").read_text("utf-8"))
    assert record["language"] == "en"


def test_i18n_words_a_page_in_its_own_language(result: Built) -> None:
    page = pages(result.site)["fr/timeline/index.html"]
    assert page.html is not None
    assert page.html["lang"] == "fr"
    assert re.search(r"\bmai 1902\b", text_of(page)), text_of(page)
    assert re.search(r"\bMay 1902\b", text_of(pages(result.site)["timeline/index.html"]))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_i18n_leaves_the_published_site_when_a_page_of_any_language_is_wrong(tmp_path: Path, layout: str) -> None:
    root = in_two_languages(tmp_path, layout)
    result = build(root)
    assert result.exit_code == 0, result.output
    before = {file: file.read_bytes() for file in result.site.rglob("*") if file.is_file()}
    [page] = [*root.glob("docs/close.fr.md"), *root.glob("docs/fr/close.md")]
    page.write_text(page.read_text("utf-8").replace("[@paper]", "[@papr]"), "utf-8")
    again = build(root)
    assert again.exit_code == 1
    name = page.relative_to(root).as_posix()
    assert re.search(rf"{re.escape(name)}:\d+:\d+: error: no source `papr`; did you mean `paper`\?", again.output), (
        again.output
    )
    assert {file: file.read_bytes() for file in again.site.rglob("*") if file.is_file()} == before
    assert [each.name for each in root.iterdir() if "building" in each.name] == []


def test_i18n_keeps_a_french_answer_on_french_pages(result: Built) -> None:
    where = places_of(FRENCH_ANSWER, result.site)
    assert "fr/close/index.html" in where
    assert [name for name in where if name.endswith(".html") and not name.startswith("fr/")] == []


def test_i18n_leads_from_a_page_to_pages_of_the_same_language(result: Built) -> None:
    links = [str(link["href"]) for link in pages(result.site)["fr/close/index.html"].select("article a.ex-link--event")]
    assert links == ["../timeline/#event-opening"]
    assert pages(result.site)["fr/timeline/index.html"].find(id="event-opening") is not None

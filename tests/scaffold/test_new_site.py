"""A new site: in every language it is whole, says nothing that is wrong, and names nobody who exists."""

import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from babel.messages.catalog import Catalog
from bs4 import BeautifulSoup
from tests.building import REPOSITORY, build, run
from tests.catalogues import as_text, extracted_from_scaffold, read

from explainer.edition import edition_from_disk
from explainer.files.writing import write_whole
from explainer.record.kinds.registry import collections
from explainer.scaffold.new_site import LANGUAGES, LOCALE, NewSite, files_of
from explainer.site.config import read_site
from explainer.words.words import CATALOGUES

pytestmark = pytest.mark.slow

TITLE = 'It\'s "mine": #1 – {{ x }}'


def lay(root: Path, language: str = "en", *, example: bool = True) -> Path:
    for name, content in files_of(NewSite(TITLE, language, example, date(2026, 11, 26))).items():
        write_whole(root / name, content)
    return root


@pytest.fixture(scope="module")
def messages() -> Catalog:
    return extracted_from_scaffold()


def test_it_can_begin_in_every_language_of_the_generator() -> None:
    assert sorted(file.name for file in LOCALE.iterdir()) == sorted(file.name for file in CATALOGUES.iterdir())
    assert len(LANGUAGES) == len(list(CATALOGUES.iterdir())) + 1


@pytest.mark.parametrize("file", sorted(LOCALE.iterdir()), ids=lambda file: file.stem)
def test_its_words_are_all_there_and_as_make_catalogues_writes_them(file: Path, messages: Catalog) -> None:
    catalogue = read(file)
    assert {message.id for message in catalogue} == {message.id for message in messages}
    assert all(message.string and not message.fuzzy for message in catalogue if message.id)
    catalogue.update(messages, no_fuzzy_matching=True)
    assert file.read_text("utf-8") == as_text(catalogue), "run `make catalogues`"


@pytest.mark.parametrize("example", [False, True], ids=["plain", "example"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wrong_with_it(tmp_path: Path, language: str, example: bool) -> None:
    root = lay(tmp_path, language, example=example)
    edition = edition_from_disk(read_site(root / "mkdocs.yml"))
    assert [str(problem) for problem in edition.problems] == []
    assert edition.site.name == TITLE
    assert edition.site.language == language
    assert len(edition.contents.pages.questions) == 2
    assert all(edition.record.ids(kind) for kind in ("event", "person", "source", "statement", "update"))
    assert bool(edition.record.disputes) == example


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_is_built_strictly_and_without_a_warning(tmp_path: Path, language: str) -> None:
    built = build(lay(tmp_path, language))
    assert built.exit_code == 0, built.output
    assert "WARNING" not in built.output
    page = BeautifulSoup(built.html("index.html"), "html.parser")
    assert page.html is not None
    assert page.html["lang"] == language
    assert page.h1 is not None
    assert page.h1.get_text() == TITLE
    assert len(page.select(".ex-question")) == 2


def test_every_collection_has_its_schema_and_the_editor_finds_it(tmp_path: Path) -> None:
    root = lay(tmp_path)
    settings = json.loads((root / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == {f"schemas/{name}.json": f"data/{name}.yml" for name in sorted(collections())}
    for name in collections():
        first = (root / "data" / f"{name}.yml").read_text("utf-8").split("\n", 1)[0]
        assert first == f"# yaml-language-server: $schema=../schemas/{name}.json"
        assert json.loads((root / "schemas" / f"{name}.json").read_text("utf-8"))


def test_it_is_built_by_others_with_this_version_and_without_make(tmp_path: Path) -> None:
    root = lay(tmp_path)
    version = run("explainer", "--version", cwd=tmp_path).stdout.split()[-1]
    assert f"mkdocs-explainer[mkdocs,cards,links]=={version}" in (root / "requirements.txt").read_text().splitlines()
    workflows = [*(root / ".github" / "workflows").iterdir(), root / ".gitlab-ci.yml"]
    assert len(workflows) == 4
    for file in workflows:
        assert yaml.safe_load(file.read_text("utf-8"))
        assert "make " not in file.read_text("utf-8")


class TestTheCommand:
    def test_says_what_comes_next_and_asks_nothing(self, tmp_path: Path) -> None:
        done = run("explainer", "new", "my-story", "--language", "de", cwd=tmp_path)
        assert done.returncode == 0, done.stdout
        *_, cd, install, serve = done.stdout.splitlines()
        assert [cd.strip(), install.strip(), serve.strip()] == [
            "cd my-story",
            "python -m pip install -r requirements.txt",
            "explainer serve",
        ]
        assert 'site_name: "My story"' in (tmp_path / "my-story" / "mkdocs.yml").read_text("utf-8")
        for command in (["check", "--strict"], ["publish-record", "--check"]):
            tried = run("explainer", *command, cwd=tmp_path / "my-story")
            assert tried.returncode == 0, tried.stdout

    def test_leaves_a_folder_alone_that_holds_something(self, tmp_path: Path) -> None:
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine" / "notes.txt").write_text("Mine")
        done = run("explainer", "new", "mine", cwd=tmp_path)
        assert done.returncode == 2
        assert done.stdout == "explainer: `mine` is not empty; name a folder that is not there yet\n"
        assert [file.name for file in (tmp_path / "mine").iterdir()] == ["notes.txt"]

    def test_names_the_languages_where_it_knows_none_of_that_name(self, tmp_path: Path) -> None:
        done = run("explainer", "new", "mine", "--language", "xx", cwd=tmp_path)
        assert done.returncode == 2
        assert "'de'" in done.stdout
        assert not (tmp_path / "mine").exists()


def test_no_file_of_it_names_a_person() -> None:
    for name, content in files_of(NewSite("A story", "en", example=True, today=date(2026, 11, 26))).items():
        if name.startswith(("data/", "docs/")):
            assert "Sessions" not in content.decode(), name
    assert (REPOSITORY / "hooks" / "explainer" / "scaffold" / "files" / "mkdocs.yml.jinja").is_file()

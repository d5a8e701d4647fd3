"""A check tells again what the last one found, as long as nothing has changed that could have a say in it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner, Result
from tests.rules.sites import SOUND, lay

from explainer.commands.main import main

PAGE = SOUND["docs/index.md"]
REMEMBERED = "as it was found before"


def check(root: Path, *options: str, **environment: str) -> Result:
    return CliRunner().invoke(main, ["check", "-f", str(root / "mkdocs.yml"), *options], env=environment)


def kept(root: Path) -> Path:
    return root / ".cache" / "explainer" / "check-mkdocs.yml.json"


def mark(root: Path) -> None:
    """Put a warning into what is kept, by which it is known when it is told again."""
    content = json.loads(kept(root).read_text())
    warning = {"file": "docs/index.md", "line": 1, "column": 1, "message": REMEMBERED, "severity": "warning"}
    kept(root).write_text(json.dumps(content | {"problems": [warning]}))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lay(tmp_path / "site", {})
    first = check(tmp_path / "site")
    assert (first.exit_code, first.output) == (0, "no problems\n")
    mark(tmp_path / "site")
    return tmp_path / "site"


def test_what_was_found_is_told_again_in_every_form(root: Path) -> None:
    told = f"docs/index.md:1:1: warning: {REMEMBERED}\n"
    assert told in check(root).output
    assert check(root).exit_code == 0
    assert check(root, "--strict").exit_code == 1
    assert json.loads(check(root, "--format", "json").output)[0]["message"] == REMEMBERED


def touched(file: str, content: str | None) -> Callable[[Path], object]:
    def touch(root: Path) -> None:
        if content is None:
            (root / file).unlink()
        else:
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text(content)

    return touch


CHANGES = {
    "a page": touched("docs/index.md", PAGE + "\nMore.\n"),
    "a new page": touched("docs/more.md", "# More\n"),
    "a data file": touched("data/people.yml", SOUND["data/people.yml"] + "\n# More\n"),
    "a data file less": touched("data/disputes.yml", None),
    "the configuration": touched("mkdocs.yml", SOUND["mkdocs.yml"] + "\n# More\n"),
    "a file about the site": touched("overrides/assets/logo.svg", "<svg/>"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(root: Path, change: str) -> None:
    CHANGES[change](root)
    assert REMEMBERED not in check(root).output


def test_the_next_day_is_another(root: Path) -> None:
    with time_machine.travel("2040-01-01T12:00:00+00:00"):
        assert REMEMBERED not in check(root).output


def test_a_change_of_a_parent_of_the_configuration_or_of_a_template_is_seen(tmp_path: Path) -> None:
    parent = tmp_path / "parent.yml"
    parent.write_text("site_author: Somebody\n")
    files = {
        "mkdocs.yml": "INHERIT: ../parent.yml\nsite_name: X\nmarkdown_extensions:\n  - explainer:\n      templates: own\n",
        "own/event.html": "{{ event.title }}",
    }
    for change in (parent, tmp_path / "site" / "own" / "event.html"):
        lay(tmp_path / "site", files)
        check(tmp_path / "site")
        mark(tmp_path / "site")
        assert REMEMBERED in check(tmp_path / "site").output
        change.write_text(change.read_text() + "\n")
        assert REMEMBERED not in check(tmp_path / "site").output


CONFIG = "site_name: X\n"
UNSURE = {
    "an error": {"docs/index.md": PAGE + "\n[x](event:nobody)\n"},
    "a variable of the environment": {"mkdocs.yml": CONFIG + "site_author: !ENV [AUTHOR, x]\nmarkdown_extensions: [explainer]\n"},
    "snippets": {"mkdocs.yml": CONFIG + "markdown_extensions: [explainer, pymdownx.snippets]\n"},
    "an extension of somebody's own": {"mkdocs.yml": CONFIG + "markdown_extensions: [explainer, neoteroi.cards]\n"},
    "a plugin that changes pages": {
        "mkdocs.yml": CONFIG + "plugins: [explainer, meta]\nmarkdown_extensions: [explainer]\ntheme: {name: material, font: false}\n"
    },
}  # fmt: skip


@pytest.mark.parametrize("what", UNSURE)
def test_nothing_is_kept_where_it_cannot_be_told_whether_it_still_holds(tmp_path: Path, what: str) -> None:
    lay(tmp_path, UNSURE[what])
    check(tmp_path)
    assert not kept(tmp_path).exists()


def test_nothing_is_kept_where_a_link_leads_to_another_folder(tmp_path: Path) -> None:
    lay(tmp_path, {})
    (tmp_path / "docs" / "again").symlink_to(tmp_path / "docs")
    check(tmp_path)
    assert not kept(tmp_path).exists()


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"state": 1}', '{"state": 1, "looked_at": {"files": [1]}, "problems": []}']
)
def test_what_is_broken_is_not_relied_on(root: Path, content: str) -> None:
    kept(root).write_text(content)
    assert check(root).output == "no problems\n"
    assert json.loads(kept(root).read_text())["problems"] == []


def test_it_can_be_done_without(root: Path) -> None:
    for told in (check(root, "--no-cache"), check(root, EXPLAINER_NO_CACHE="1")):
        assert told.output == "no problems\n"
    assert REMEMBERED in check(root).output


def test_a_folder_that_may_not_be_written_is_no_fault(tmp_path: Path) -> None:
    lay(tmp_path, {".cache": "a file where the folder would be\n"})
    for _ in range(2):
        assert check(tmp_path).output == "no problems\n"


def test_git_does_not_see_what_is_kept(root: Path) -> None:
    assert (kept(root).parent / ".gitignore").read_text() == "*\n"


def test_clean_removes_it_and_nothing_else(root: Path) -> None:
    clean = ["clean", "-f", str(root / "mkdocs.yml")]
    (root / ".cache" / "other").mkdir()
    for _ in range(2):
        assert CliRunner().invoke(main, clean).exit_code == 0
        assert [each.name for each in (root / ".cache").iterdir()] == ["other"]
    (root / ".cache" / "explainer").symlink_to(root / "docs")
    refused = CliRunner().invoke(main, clean)
    assert refused.exit_code == 2
    assert "is a link: nothing is removed" in refused.output
    assert (root / "docs" / "index.md").is_file()

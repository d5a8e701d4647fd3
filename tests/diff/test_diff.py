"""`explainer diff`: two states of a record out of git's objects, whatever the repository holds and is asked for."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.building import BIN, REPOSITORY, copy_site, environment, run
from tests.repositories import CONFIG, EVENT, FILES, commit, diff, fields, git, tiny, told, write

from explainer.commands.main import main

pytestmark = pytest.mark.slow


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny(tmp_path / "site")


class TestWhatIsCompared:
    def test_any_name_of_a_commit_will_do(self, root: Path) -> None:
        git(root, "tag", "first")
        write(root, {"data/timeline.yml": EVENT.format(date="1843-08-05")})
        commit(root)
        for name in ("first", "HEAD^", "main~1", git(root, "rev-parse", "--short", "HEAD^").strip()):
            assert told(root, name).startswith("1 date corrected")
        assert told(root, "main") == "nothing changed, 0 problems\n"

    def test_a_site_in_a_folder_of_the_repository_from_any_place(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        base = {"sites/base.yml": "docs_dir: pages\n" + CONFIG, "sites/one/mkdocs.yml": "INHERIT: ../base.yml\n"}
        moved = {name.replace("docs/", "pages/"): text for name, text in FILES.items() if name != "mkdocs.yml"}
        write(tmp_path, {**base, **{f"sites/one/{name}": text for name, text in moved.items()}})
        commit(tmp_path)
        root = tmp_path / "sites" / "one"
        assert told(root) == "nothing changed, 0 problems\n"
        write(root, {"data/timeline.yml": EVENT.format(date="1843-08-05")})
        for place in (tmp_path, root, root / "data", tmp_path.parent):
            monkeypatch.chdir(place)
            assert told(root).splitlines()[0] == "1 date corrected, 0 problems"

    def test_all_is_new_where_the_commit_has_no_site(self, tmp_path: Path) -> None:
        (tmp_path / "README.md").write_text("# A site to be\n")
        commit(tmp_path)
        root = tmp_path / "site"
        write(root, FILES)
        assert told(root).splitlines()[0] == (
            "1 event, 2 people, 1 statement, 2 sources, 1 question and 4 pages added, 0 problems"
        )

    def test_a_commit_with_pages_and_no_record_has_an_empty_one(self, root: Path) -> None:
        git(root, "rm", "-rq", "data")
        git(root, "commit", "-q", "-m", "No record")
        write(root, {name: text for name, text in FILES.items() if name.startswith("data/")})
        assert told(root).splitlines()[0].startswith("1 event, 2 people, 1 statement and 2 sources added, 0 problems")

    def test_the_commits_own_configuration_says_where_its_record_was(self, root: Path) -> None:
        git(root, "mv", "data", "facts")
        write(root, {"mkdocs.yml": CONFIG.replace("checks:", "data: facts\n      checks:")})
        assert told(root) == "nothing changed, 0 problems\n"

    def test_what_gitattributes_keeps_from_archives_is_compared(self, root: Path) -> None:
        write(root, {".gitattributes": "data export-ignore\n"})
        commit(root)
        assert told(root) == "nothing changed, 0 problems\n"

    def test_an_event_moved_to_another_story_is_told(self, root: Path) -> None:
        git(root, "rm", "-q", "data/timeline.yml")
        write(root, {"data/timeline/engine.yml": FILES["data/timeline.yml"]})
        assert fields(root) == ["Story: from nothing to engine"]


class TestBroken:
    def test_what_cannot_be_read_before_is_said_and_the_rest_is_compared(self, root: Path) -> None:
        broken = "- {id: bad, date: 1843-02-30, title: T, sources: [notes]}\n"
        write(root, {"data/timeline.yml": FILES["data/timeline.yml"] + broken, "data/people.yml": "- {id: ada"})
        commit(root)
        write(root, {**FILES, "data/timeline.yml": EVENT.format(date="1843-08-05") + broken.replace("30", "28")})
        assert told(root) == (
            "1 date corrected, 0 problems (before: 2)\n\n"
            "Left out, since it could not be read: Event bad; Person\n\n"
            "Changed\n  Event: The notes are printed\n    Date: from August 1843 to 5 August 1843\n"
        )

    def test_what_cannot_be_read_now_is_not_taken_for_withdrawn(self, root: Path) -> None:
        (root / "docs" / "first.md").write_bytes(b"# \xff\n")
        write(
            root, {"data/statements.yml": "- {id: weaves, speaker: ada}\n", "docs/people.md": "---\nanswer: [\n---\n"}
        )
        printed = told(root, "HEAD", "--format", "markdown")
        assert "Left out, since it could not be read: Statement weaves; Page people; Question first" in printed
        assert "Withdrawn" not in printed

    def test_a_configuration_that_does_not_parse_is_a_problem_of_then(self, root: Path) -> None:
        write(root, {"mkdocs.yml": "site_name: [\n"})
        commit(root)
        write(root, {"mkdocs.yml": CONFIG})
        assert re.match(r"nothing changed, 0 problems \(before: [1-9]\d*\)$", told(root).splitlines()[0])


class TestFailures:
    def failed(self, root: Path, *arguments: str) -> str:
        done = diff(root, *arguments)
        assert (done.exit_code, done.stdout) == (2, "")
        return done.stderr

    @pytest.mark.parametrize("name", ["nowhere", "HEAD:data", "", "-h$(touch x)", "a b; c"])
    def test_a_commit_that_git_does_not_know(self, root: Path, name: str) -> None:
        done = CliRunner().invoke(main, ["diff", "-f", str(root / "mkdocs.yml"), "--", name])
        assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"explainer: git knows no commit `{name}`\n")

    def test_a_clone_that_has_only_the_newest_commits(self, root: Path, tmp_path: Path) -> None:
        commit_before = git(root, "rev-parse", "HEAD").strip()
        write(root, {"data/timeline.yml": EVENT.format(date="1843-08-05")})
        commit(root)
        git(tmp_path, "clone", "-q", "--depth", "1", f"file://{root}", "shallow")
        assert self.failed(tmp_path / "shallow", commit_before) == (
            f"explainer: git knows no commit `{commit_before}`; only the newest commits are here, "
            "`git fetch --unshallow` brings the others\n"
        )

    def test_a_folder_that_is_in_no_repository(self, tmp_path: Path) -> None:
        write(tmp_path, FILES)
        assert self.failed(tmp_path, "HEAD") == f"explainer: `{tmp_path}` is in no git repository\n"

    def test_a_repository_without_a_commit(self, tmp_path: Path) -> None:
        write(tmp_path, FILES)
        git(tmp_path, "init", "-q")
        assert self.failed(tmp_path, "HEAD") == "explainer: git knows no commit `HEAD`\n"

    def test_a_machine_without_git(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        assert self.failed(root, "HEAD") == "explainer: the program `git` is not installed\n"

    def test_a_folder_without_a_site(self, tmp_path: Path) -> None:
        assert "no configuration file" in self.failed(tmp_path, "HEAD")


@pytest.mark.parametrize("split", ["false", "true"])
def test_the_working_tree_the_index_and_the_repository_stay_as_they_were(root: Path, split: str) -> None:
    git(root, "config", "core.splitIndex", split)
    write(root, {"data/timeline.yml": EVENT.format(date="1843-08-05")})
    git(root, "add", "-A")
    write(root, {"data/timeline.yml": EVENT.format(date="1843-08-06")})
    before = contents(root)
    assert fields(root) == ["Date: from August 1843 to 6 August 1843"]
    assert contents(root) == before


def contents(folder: Path) -> dict[Path, bytes]:
    """Return all files below a folder, those of git too."""
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.slow
def test_in_a_hook_of_another_repository_the_sites_own_is_asked(root: Path, tmp_path: Path) -> None:
    """Git tells a hook of its repository by variables, which a program that calls git would hand on."""
    git(tmp_path, "init", "-q", "other")
    hook = tmp_path / "other" / ".git" / "hooks" / "pre-commit"
    hook.write_text(f'#!/bin/sh\nset -eu\n"{BIN / "explainer"}" diff HEAD -f "{root / "mkdocs.yml"}"\n')
    hook.chmod(0o755)
    (tmp_path / "other" / "a").write_text("a")
    git(tmp_path / "other", "add", "-A")
    command = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-m", "A"]
    done = subprocess.run(
        command, cwd=tmp_path / "other", env=environment(), capture_output=True, text=True, check=False
    )
    assert "nothing changed, 0 problems" in done.stdout + done.stderr
    assert done.returncode == 0


def test_nothing_is_left_in_the_folder_for_temporary_files(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    told(root)
    diff(root, "nowhere")
    assert list(temporary.iterdir()) == []


@pytest.mark.slow
def test_the_guide_shows_what_is_printed(tmp_path: Path) -> None:
    root = copy_site(tmp_path / "site")
    commit(root)
    timeline, updates = root / "data" / "timeline.yml", root / "data" / "updates.yml"
    timeline.write_text(timeline.read_text("utf-8").replace("  date: 2016-09\n", "  date: 2016-09-08\n"), "utf-8")
    chapters = {name: (REPOSITORY / "guide" / name).read_text("utf-8") for name in ("corrections.md", "publishing.md")}
    [update] = re.findall(r"(?s)```yaml\n(.*?)```", chapters["corrections.md"])
    updates.write_text(updates.read_text("utf-8").rstrip("\n") + "\n" + update, "utf-8")
    assert run("explainer", "publish-record", cwd=root).returncode == 0
    section = chapters["publishing.md"].split("## What a change does to the record")[1].split("\n## ")[0]
    [shown] = re.findall(r"(?s)```text\n(.*?)```", section)
    assert told(root) == shown


@pytest.mark.slow
def test_make_diff_prints_the_same_and_nothing_else(tmp_path: Path) -> None:
    root = copy_site(tmp_path / "site")
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    (root / "Makefile").write_text(makefile)
    ready = root / ".venv" / ".ready"
    (root / ".venv" / "bin").mkdir(parents=True)
    (root / ".venv" / "bin" / "explainer").symlink_to(BIN / "explainer")
    for name in ("requirements.lock", "pyproject.toml", ".gitignore"):
        (root / name).write_text(".venv/\n" if name == ".gitignore" else "")
    ready.touch()
    commit(root)
    command = ["make", "--silent", "diff", "BASE=HEAD", "FORMAT=markdown"]
    done = subprocess.run(command, cwd=root, env={**os.environ}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "**nothing changed, 0 problems**\n", "")

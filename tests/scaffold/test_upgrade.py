"""`explainer upgrade`: what a newer version has comes in, what owners have changed stays, content is not touched."""

import json
from pathlib import Path

import pytest
from tests.building import run

pytestmark = pytest.mark.slow

CHECK = ".github/workflows/check.yml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A new site."""
    root = tmp_path / "mill"
    assert run("explainer", "new", "mill", cwd=tmp_path).returncode == 0
    return root


def upgraded(root: Path, *options: str) -> str:
    """Upgrade a site, and return what was printed."""
    done = run("explainer", "upgrade", *options, cwd=root)
    assert done.returncode == 0, done.stdout
    return done.stdout


def given_by_an_older_version(root: Path, name: str, old: str, new: str) -> str:
    """Make a file, and what the site was given as it, older than this version's; return this version's."""
    file, kept = root / name, root / ".explainer.json"
    now = file.read_text("utf-8")
    assert new in now
    file.write_text(now.replace(new, old), "utf-8")
    given = json.loads(kept.read_text("utf-8"))
    given["version"] = "0.0.9"
    given["texts"][name] = now.replace(new, old)
    kept.write_text(json.dumps(given), "utf-8")
    return now


def contents(root: Path) -> dict[str, bytes]:
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def test_a_new_site_is_as_it_should_be(site: Path) -> None:
    before = contents(site)
    assert upgraded(site) == "the site is as mkdocs-explainer 0.1.0 would make it\n"
    assert contents(site) == before


def test_what_is_older_is_shown_and_written_when_asked(site: Path) -> None:
    now = given_by_an_older_version(site, "requirements.txt", "==0.0.9", "==0.1.0")
    before = contents(site)
    shown = upgraded(site)
    assert "-mkdocs-explainer[mkdocs,cards,links]==0.0.9\n+mkdocs-explainer[mkdocs,cards,links]==0.1.0\n" in shown
    assert shown.endswith("1 files would change; `explainer upgrade --write` writes them\n")
    assert contents(site) == before
    assert upgraded(site, "--write").endswith("1 files are written, for mkdocs-explainer 0.1.0\n")
    assert (site / "requirements.txt").read_text("utf-8") == now
    changed = {name for name, content in contents(site).items() if before.get(name) != content}
    assert changed == {"requirements.txt", ".explainer.json"}
    assert upgraded(site) == "the site is as mkdocs-explainer 0.1.0 would make it\n"


def test_what_owners_have_changed_elsewhere_in_a_file_stays(site: Path) -> None:
    now = given_by_an_older_version(site, CHECK, "name: Look", "name: ")
    file = site / CHECK
    file.write_text(file.read_text("utf-8") + "# ours\n", "utf-8")
    upgraded(site, "--write")
    assert file.read_text("utf-8") == now + "# ours\n"
    assert upgraded(site) == "the site is as mkdocs-explainer 0.1.0 would make it\n"


def test_a_file_in_which_both_changed_the_same_lines_is_told_and_left(site: Path) -> None:
    given_by_an_older_version(site, "requirements.txt", "==0.0.9", "==0.1.0")
    file = site / "requirements.txt"
    ours = file.read_text("utf-8").replace("==0.0.9", ">=0.0.9")
    file.write_text(ours, "utf-8")
    told = "requirements.txt: you have changed the same lines as this version: it stays as it is\n"
    assert told in upgraded(site, "--write")
    assert file.read_text("utf-8") == ours
    assert told in upgraded(site)


def test_what_owners_have_taken_out_does_not_come_back(site: Path) -> None:
    (site / ".gitlab-ci.yml").unlink()
    upgraded(site, "--write")
    assert not (site / ".gitlab-ci.yml").exists()


def test_a_repository_that_copied_the_generator_is_led_to_the_package(site: Path) -> None:
    for name in (".explainer.json", "requirements.txt"):
        (site / name).unlink()
    (site / CHECK).write_text("name: ours\n", "utf-8")
    (site / "hooks" / "explainer").mkdir(parents=True)
    (site / "hooks" / "explainer" / "version.py").write_text("", "utf-8")
    told = upgraded(site, "--write")
    assert "+mkdocs-explainer[mkdocs,cards,links]==0.1.0\n" in told
    assert f"{CHECK}: it is another than this version writes" in told
    assert "This repository holds a copy of the generator." in told
    assert (site / CHECK).read_text("utf-8") == "name: ours\n"
    assert (site / "requirements.txt").is_file()

"""What the repository promises of itself."""

import ast
import re
import subprocess
import tomllib
from itertools import chain
from pathlib import Path

import pytest
import yaml
from tests.building import REPOSITORY, copy_site, run
from tests.plugins.materialx import requirements

LONGEST_MODULE = 360


def files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    return [REPOSITORY / name for name in listed.stdout.split("\0") if name and (REPOSITORY / name).is_file()]


def text_of(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError:
        return ""


# Written in parts, so that this file does not hold what it looks for.
REGISTRIES = re.compile("|".join(["py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.", "deb" + r"\.debian\.org"]))
MACHINES = re.compile("|".join(["/" + "root/", "/" + "home/[a-z]", "/" + "work/", r"\.py" + "env/"]))


def test_no_file_names_a_package_registry_or_a_path_of_a_machine() -> None:
    for file in files():
        text = text_of(file)
        assert not REGISTRIES.search(text), file
        assert not MACHINES.search(text), file


@pytest.mark.parametrize("name", ["requirements.lock", "tests/plugins/materialx.lock"])
def test_the_lock_carries_a_hash_for_every_requirement_and_no_address(name: str) -> None:
    lock = (REPOSITORY / name).read_text("utf-8")
    requirements = re.findall(r"(?m)^([A-Za-z0-9][\w.-]*)==[^\s\\]+ ?(\\\n\s+--hash=sha256:[0-9a-f]{64})?", lock)
    assert len(requirements) > 40
    assert all(hashed for _, hashed in requirements)
    assert "://" not in lock
    assert "--index-url" not in lock


def test_the_lock_pins_every_requirement_of_the_project() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]
    lock = (REPOSITORY / "requirements.lock").read_text("utf-8").lower()
    for requirement in wanted:
        name = re.match(r"[\w.-]+", requirement)
        assert name is not None
        assert f"\n{name[0].lower()}==" in lock, requirement
    assert any(re.fullmatch(r"mkdocs>=1\.6,<2", requirement) for requirement in wanted)


def test_the_lock_of_materialx_pins_what_it_needs() -> None:
    lock = (REPOSITORY / "tests" / "plugins" / "materialx.lock").read_text("utf-8").lower()
    for requirement in requirements():
        name = re.match(r"[\w.-]+", requirement)
        assert name is not None
        assert f"\n{name[0].lower()}==" in lock, requirement
    assert "\nmkdocs-material==" not in lock


def test_the_version_is_that_of_the_newest_entry_of_the_changelog() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    versions = re.findall(
        r"(?m)^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$", (REPOSITORY / "CHANGELOG.md").read_text("utf-8")
    )
    assert versions[0] == project["version"]


MODULES = sorted((REPOSITORY / "hooks").rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(REPOSITORY / "hooks")))
def test_every_module_says_what_it_is_and_can_be_read_in_one_sitting(module: Path) -> None:
    source = module.read_text("utf-8")
    assert ast.get_docstring(ast.parse(source))
    assert len(source.splitlines()) <= LONGEST_MODULE


def test_the_hooks_for_other_repositories_run_on_the_reference_site(tmp_path: Path) -> None:
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in hooks] == ["explainer-check", "explainer-publish-record"]
    root = copy_site(tmp_path)
    for hook in hooks:
        assert hook["pass_filenames"] is False
        assert run(*hook["entry"].split(), cwd=root).returncode == 0
        for path in ("mkdocs.yml", "data/timeline.yml", "docs/index.md"):
            assert re.match(hook["files"], path)

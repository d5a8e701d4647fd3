"""The direction of imports: `pyproject.toml` says which room may know which, and import-linter holds it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.building import REPOSITORY, environment

PACKAGE = REPOSITORY / "hooks" / "explainer"

PLANTED = [
    ("record/load.py", "from explainer.html.press import Press"),
    ("record/load.py", "import markdown"),
    ("record/load.py", "import pymdownx.blocks"),
    ("words/words.py", "from explainer import blocks"),
    ("words/words.py", "import jinja2"),
    ("html/press.py", "import babel.dates"),
    ("blocks/page.py", "import explainer.publish.staging"),
    ("blocks/page.py", "import requests"),
    ("blocks/page.py", "from mkdocs.config import Config"),
    ("blocks/page.py", "if TYPE_CHECKING:\n    from explainer.hosts.mkdocs import ExplainerPlugin"),
    ("publish/feeds.py", "from explainer.blocks.page import PageView"),
    ("publish/feeds.py", "import click"),
    ("evidence/addresses.py", "import subprocess"),
    ("commands/check.py", "def f():\n    import mkdocs.commands"),
    ("commands/check.py", "import PIL.Image"),
    ("edtf/dates.py", "from explainer.problems.problem import Problem"),
    ("problems/problem.py", "import filelock"),
    ("diff/git.py", "from explainer.hosts.choice import use"),
]
"""Imports that no file may have: the file, and the import that is put at its end."""


LINT = """
import sys
from importlinter.cli import lint_imports
sys.exit(lint_imports(config_filename=sys.argv[1], no_cache=True))
"""


def lint(hooks: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the package in a folder, with the rules of this repository."""
    return subprocess.run(
        [sys.executable, "-c", LINT, REPOSITORY / "pyproject.toml"],
        cwd=hooks, env=environment() | {"PYTHONPATH": str(hooks), "COLUMNS": "200"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip


def test_every_import_is_one_that_its_room_may_have() -> None:
    done = lint(PACKAGE.parent)
    assert done.returncode == 0, done.stdout
    assert " 0 broken" in done.stdout


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is told of a copy of the package with all that is planted, in which two files of a room know each other too."""
    hooks = tmp_path_factory.mktemp("hooks")
    shutil.copytree(PACKAGE, hooks / "explainer", ignore=shutil.ignore_patterns("__pycache__", "theme", "locale"))
    for name, planted in [
        *PLANTED,
        ("edtf/dates.py", "import explainer.edtf.hints"),
        ("edtf/hints.py", "import explainer.edtf.dates"),
    ]:
        file = hooks / "explainer" / name
        file.write_text(f"{file.read_text('utf-8')}\n{planted}\n", "utf-8")
    (hooks / "explainer" / "annex.py").write_text('"""A room that has no place."""\n', "utf-8")
    done = lint(hooks)
    assert done.returncode == 1, done.stdout
    return done.stdout


@pytest.mark.parametrize(("name", "planted"), PLANTED)
def test_a_violation_is_found(told: str, name: str, planted: str) -> None:
    module = ".".join(["explainer", *Path(name).with_suffix("").parts])
    words = planted.split()
    target = words[words.index("import" if "from" not in words else "from") + 1]
    imported = target if target.startswith("explainer") else target.partition(".")[0]
    if words[-1] == "blocks":
        imported = "explainer.blocks"
    assert f"{module} -> {imported} (l." in told


def test_a_circle_in_a_room_is_found(told: str) -> None:
    assert "No cycles are allowed in explainer.edtf." in told


def test_a_room_without_a_place_is_found(told: str) -> None:
    assert "explainer.annex" in told


def test_every_import_names_its_module_in_full() -> None:
    for file in PACKAGE.rglob("*.py"):
        assert "from ." not in file.read_text("utf-8"), file

"""The guide's table of the plugins: each row is tried by tests that are named after it, and says what they write."""

import re
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml
from tests.plugins.small import as_written, table

TESTS = re.findall(
    r"(?m)^ *def test_(\w+)\(", "".join(file.read_text("utf-8") for file in Path(__file__).parent.glob("test_*.py"))
)
THEME = "materialx"
"""The one row that is a theme, in an environment of its own."""


def identifier(plugin: str) -> str:
    return re.sub(r"\W", "_", plugin)


@pytest.mark.parametrize("plugin", table())
def test_every_row_has_tests_of_its_name(plugin: str) -> None:
    assert [name for name in TESTS if name.startswith(f"{identifier(plugin)}_")], f"no test_{identifier(plugin)}_…"


@pytest.mark.parametrize("plugin", table())
def test_every_row_says_what_is_to_be_written(plugin: str) -> None:
    written = yaml.safe_load(as_written(plugin))
    name = written if isinstance(written, str) else next(iter(written))
    assert name == ("theme" if plugin == THEME else plugin)


@pytest.mark.parametrize("plugin", [each for each in table() if each != THEME])
def test_every_row_names_what_is_installed(plugin: str) -> None:
    names = (plugin, f"material/{plugin}")
    is_plugin = any(entry_points(group="mkdocs.plugins", name=name) for name in names)
    assert is_plugin or entry_points(group="markdown.extensions", name=plugin) or find_spec(plugin)


@pytest.mark.parametrize("plugin", table())
def test_every_row_says_what_works(plugin: str) -> None:
    _, _, works, _ = table()[plugin]
    assert works.endswith(".")

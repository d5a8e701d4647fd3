"""The direction of imports: record ← render ← blocks, publish ← plugin, cli. Never back, never sideways."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.building import REPOSITORY

PACKAGE = REPOSITORY / "hooks" / "explainer"

MAY_IMPORT = {
    "record": {"record"},
    "render": {"record", "render"},
    "blocks": {"record", "render", "blocks"},
    "publish": {"record", "render", "publish"},
    "plugin": {"record", "render", "blocks", "publish"},
    "cli": {"record", "render", "blocks", "publish", "git", "links"},
    "git": set(),
    "links": {"record"},
}
"""The parts of the package, and which parts each may import."""

STRANGERS = {
    "record": {"markdown", "mkdocs", "pymdownx", "jinja2", "babel", "requests", "subprocess"},
    "render": {"mkdocs", "pymdownx", "click", "requests", "subprocess"},
    "blocks": {"mkdocs", "click", "requests", "subprocess"},
    "publish": {"mkdocs", "pymdownx", "click", "requests", "subprocess"},
    "plugin": {"click", "requests", "subprocess"},
    "cli": {"mkdocs", "requests", "subprocess"},
    "git": {"mkdocs", "markdown", "pymdownx", "jinja2", "click", "requests", "pydantic", "yaml", "babel"},
    "links": {"mkdocs", "markdown", "pymdownx", "jinja2", "click", "babel", "subprocess"},
}
"""The libraries that a part must not know. Git is called in one module, and other hosts are asked in one."""


def imported(source: str) -> Iterator[str]:
    """Yield every module that a source imports, for type checking too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield f"{node.module}"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def violations(part: str, source: str) -> list[str]:
    """Return the imports of a source that its part must not have."""
    found = []
    for module in imported(source):
        top, _, rest = module.partition(".")
        if top == "explainer":
            target = rest.split(".")[0]
            if target in MAY_IMPORT and target not in MAY_IMPORT[part]:
                found.append(module)
        elif top in STRANGERS[part]:
            found.append(module)
    return found


def part_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


FILES = sorted(file for file in PACKAGE.rglob("*.py") if file != PACKAGE / "__init__.py")


def test_every_file_belongs_to_a_part() -> None:
    assert {part_of(file) for file in FILES} == set(MAY_IMPORT)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_no_file_imports_back_or_sideways(file: Path) -> None:
    assert violations(part_of(file), file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("part", "source"),
    [
        ("record", "from explainer.render.words import Words"),
        ("record", "import markdown"),
        ("render", "from explainer.blocks import page"),
        ("render", "from explainer import blocks"),
        ("blocks", "import explainer.publish.staging"),
        ("publish", "from explainer.blocks.page import ConvertedPage"),
        ("blocks", "from mkdocs.config import Config"),
        ("blocks", "if TYPE_CHECKING:\n    from explainer.plugin import ExplainerPlugin"),
        ("cli", "def f():\n    import mkdocs.commands"),
        ("git", "from explainer.record.site import Site"),
        ("blocks", "import requests"),
    ],
)
def test_a_violation_is_found(part: str, source: str) -> None:
    assert violations(part, source)

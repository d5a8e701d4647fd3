"""The command `explainer` itself: which commands there are, and what all of them have in common."""

import ast
from collections.abc import Iterator
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any

import click

from explainer.commands.ending import fail
from explainer.files.writing import in_a_line
from explainer.version import DISTRIBUTION, VERSION

EXTRAS = {
    "requests": "links", "savepagenow": "evidence", "trafilatura": "evidence", "pypdf": "evidence",
    "bs4": "import", "markdownify": "import", "python_calamine": "import",
}  # fmt: skip
"""Which extra of the package brings a library that one command alone needs."""


class _Commands(click.Group):
    """Imports a command when it is run: what one command needs costs the others no time, and need not be there."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, found, rest = super().resolve_command(ctx, args)
        return name, _imported(found.name or "") if found else None, rest

    def invoke(self, ctx: click.Context) -> Any:
        """Tell in a line what the system refuses: a folder that may not be written, a disk without room."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # nobody reads what is printed; click ends in silence
            raise
        except OSError as error:
            if not error.strerror:
                raise
            fail(in_a_line(error))


@click.group(cls=_Commands)
@click.version_option(VERSION, prog_name="explainer")
def main() -> None:
    """Check the record behind an explainer site, build the site, and see what has changed."""


def _commands() -> Iterator[click.Command]:
    """Yield the commands as far as the list of them tells: names and first sentences.

    A file of this folder holds a command where it has a function of its own name.
    """
    for file in sorted(Path(__file__).parent.glob("*.py")):
        for each in ast.parse(file.read_bytes()).body:
            if isinstance(each, ast.FunctionDef) and each.name == file.stem != main.name:
                yield click.Command(file.stem.rstrip("_").replace("_", "-"), help=ast.get_docstring(each))


def _imported(name: str) -> click.Command:
    module = name.replace("-", "_") + "_" * iskeyword(name)  # no module of Python can be called `import`
    try:
        command: click.Command = getattr(import_module(f"explainer.commands.{module}"), module)
    except ModuleNotFoundError as error:
        if (extra := EXTRAS.get(error.name or "")) is None:
            raise
        fail(f"`explainer {name}` needs {error.name}: pip install '{DISTRIBUTION}[{extra}]'")
    return command


for _each in _commands():
    main.add_command(_each)

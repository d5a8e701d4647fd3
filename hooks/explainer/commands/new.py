"""`explainer new`: a site to begin with."""

from datetime import UTC, datetime
from pathlib import Path

import click

from explainer.commands.ending import fail
from explainer.commands.shared import edition_at, write_ledger
from explainer.files.writing import write_whole
from explainer.ledger.ledger import move
from explainer.scaffold.new_site import LANGUAGES, NewSite, files_of
from explainer.scaffold.tools import KEPT, as_file, given, tools_among


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--title", help="What the site is called; else as the folder is.")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES, case_sensitive=False),
    default="en",
    show_default=True,
    help="The language of its pages.",
)
@click.option("--example", is_flag=True, help="Begin with a fuller record, to try things out on.")
def new(folder: Path, title: str | None, language: str, *, example: bool) -> None:
    """Begin a site in a folder that is empty or not there yet.

    The site builds at once. What it says is an example that tells how to put your own story in its place. Exits with 2,
    and writes nothing, where the folder holds something.
    """
    if folder.is_dir() and any(folder.iterdir()):
        fail(f"`{folder}` is not empty; name a folder that is not there yet")
    title = " ".join((title or "").split()) or _title_from(folder)
    files = files_of(NewSite(title, language, example, datetime.now(UTC).date()))
    files[KEPT] = as_file(given(tools_among(files)))
    for name, content in files.items():
        write_whole(folder / name, content)
    edition = edition_at(folder / "mkdocs.yml")  # whose ledger lets the first push be published
    write_ledger(edition.site, move(edition.contents).ledger)
    click.echo(f"{len(files) + 1} files are written. What comes next:\n")
    for command in (f"cd {_for_a_shell(folder)}", "python -m pip install -r requirements.txt", "explainer serve"):
        click.echo(f"    {command}")


def _title_from(folder: Path) -> str:
    """Return a title for a site whose folder alone is known: `my-story` becomes "My story"."""
    words = " ".join(folder.resolve().name.replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:]


def _for_a_shell(folder: Path) -> str:
    """Return a folder as it is typed, between quotation marks where it needs them."""
    name = str(folder)
    return name if name.replace("/", "").replace("-", "").replace("_", "").replace(".", "").isalnum() else f'"{name}"'

"""`explainer diff`: what a change does to the record and the pages."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from explainer.commands.ending import fail
from explainer.commands.options import config_option
from explainer.commands.shared import site_of
from explainer.diff.changes import compare
from explainer.diff.git import GitError, files_of
from explainer.diff.words import FORMATS
from explainer.edition import Edition, edition_from_disk
from explainer.site.config import read_site
from explainer.words.words import words_for


@click.command()
@click.argument("base")
@config_option
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="Text, or Markdown for a pull request.",
)
def diff(base: str, config_file: Path, form: str) -> None:
    """Print what has changed in the record and the pages since the commit BASE, in the words of a reader.

    BASE is any name that git knows a commit by: `main`, `HEAD^`, a hash. Exits with 0 whatever has changed, and with 2
    where nothing could be compared.
    """
    site = site_of(config_file)
    with TemporaryDirectory(prefix="explainer-") as folder:
        try:
            root = files_of(base, site.root, Path(folder))
        except GitError as error:
            fail(str(error))
        # Both are read from disk: what plugins make of a commit's pages depends on more than the files of the commit,
        # and only what is read in the same way can be compared.
        compared = compare(_as_it_was(root / config_file.resolve().name), edition_from_disk(site, renders=False))
    click.echo(FORMATS[form](compared, words_for(site.language)))


def _as_it_was(config_file: Path) -> Edition:
    """Return the site of a commit; one without anything where the commit holds no site yet."""
    config_file.parent.mkdir(parents=True, exist_ok=True)
    site = read_site(config_file)
    for folder in (site.data, site.docs):  # git keeps no empty folder, and to be without entries is no fault
        if folder.is_relative_to(site.root):
            folder.mkdir(parents=True, exist_ok=True)
    return edition_from_disk(site, renders=False)

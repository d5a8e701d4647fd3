"""The command `explainer`."""

import sys
from pathlib import Path

import click

from explainer.blocks.check import check_pages
from explainer.record.load import load
from explainer.record.problems import fails
from explainer.record.reports import FORMATS
from explainer.record.site import read_site


@click.group()
@click.version_option(package_name="explainer")
def main() -> None:
    """Check the record behind an explainer site."""


@main.command()
@click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration file.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="people",
    show_default=True,
    help="For people, for GitHub's annotations, as SARIF or as JSON.",
)
def check(config_file: Path, *, strict: bool, form: str) -> None:
    """Print what is wrong with the record and the pages.

    Exits with 0 where nothing is, with 1 where something is, and with 2 where nothing could be checked.
    """
    if not config_file.is_file():
        click.echo(f"explainer: no configuration file `{config_file}`", err=True)
        sys.exit(2)
    site = read_site(config_file)
    problems = [*load(site).problems, *check_pages(site)]
    if printed := FORMATS[form](problems, site.root):
        click.echo(printed)
    sys.exit(1 if fails(problems, strict=strict) else 0)

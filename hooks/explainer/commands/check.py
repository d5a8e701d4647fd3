"""`explainer check`: what is wrong, without a build."""

import sys
from pathlib import Path

import click

from explainer.commands.shared import config_option, edition_at, format_option, problems_of
from explainer.problems.problem import fails
from explainer.problems.reports import FORMATS


@click.command()
@config_option
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@format_option
def check(config_file: Path, *, strict: bool, form: str) -> None:
    """Print what is wrong with the record and the pages.

    The pages are read as the site's host would read them. Exits with 0 where nothing is wrong, with 1 where something
    is, and with 2 where nothing could be checked.
    """
    edition = edition_at(config_file)
    problems = problems_of(edition)
    if printed := FORMATS[form](problems, edition.site.root):
        click.echo(printed)
    sys.exit(1 if fails(problems, strict=strict) else 0)

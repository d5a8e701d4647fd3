"""`explainer links`: which sources can no longer be followed."""

import sys
from pathlib import Path

import click

from explainer.commands.ending import fail
from explainer.commands.options import config_option, format_option
from explainer.commands.shared import site_of
from explainer.edition import edition_from_disk
from explainer.evidence.addresses import addresses, look_up
from explainer.problems.reports import FORMATS
from explainer.rules.editorial import unarchived


@click.command()
@config_option
@format_option
def links(config_file: Path, form: str) -> None:
    """Look up the addresses of all sources, and tell of those that are dead and of the sources without a copy.

    Asks other hosts: each address once, one host's addresses one after another. Sources without an archived copy are
    told of as the check `unarchived` is set. Exits with 0 where all is well, with 1 where something is not, and with 2
    where nothing could be looked up.
    """
    edition = edition_from_disk(site_of(config_file), renders=False)  # what plugins make of pages changes no source
    click.echo(f"explainer: looking up {len(addresses(edition.record))} addresses", err=True)
    looked_up = look_up(edition.record)
    if looked_up.nobody_answered:
        fail("no server could be reached; is this machine connected?")
    for url in looked_up.refused:
        click.echo(f"explainer: look for yourself, the server turns programs away: {url}", err=True)
    without_copy = [each for each in edition.problems if each.check == unarchived.RULE.name and not each.allowed]
    problems = [*looked_up.problems, *without_copy]
    if printed := FORMATS[form](problems, edition.site.root):
        click.echo(printed)
    sys.exit(1 if problems else 0)

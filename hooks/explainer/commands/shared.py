"""What several commands share: the site that they are about, and all that is wrong with it."""

from pathlib import Path

import click

from explainer.commands.ending import fail
from explainer.edition import Edition
from explainer.files.writing import write_whole
from explainer.hosts.choice import HostError
from explainer.hosts.reading import edition_of
from explainer.ledger.files import to_write
from explainer.problems.problem import Problem
from explainer.publish.collisions import written_over
from explainer.record.published import Ledger
from explainer.site.config import read_site
from explainer.site.site import Site


def site_of(config_file: Path) -> Site:
    """Return the site of a configuration file, or end the command where there is no such file."""
    if not config_file.is_file():
        fail(f"no configuration file `{config_file}`")
    return read_site(config_file)


def edition_at(config_file: Path) -> Edition:
    """Return the site of a configuration file as it would be built now; see `edition_now`."""
    return edition_now(site_of(config_file), config_file)


def edition_now(site: Site, config_file: Path) -> Edition:
    """Return a site as it would be built now, or end the command where that cannot be told."""
    try:
        edition, note = edition_of(site, config_file)
    except HostError as error:
        fail(str(error))
    if note:
        click.echo(f"explainer: {note}", err=True)
    return edition


def write_ledger(site: Site, ledger: Ledger) -> bool:
    """Write the ledger of a site, and return whether that was needed."""
    files = to_write(site.data, ledger)
    for path, content in files.items():
        if content is None:
            path.unlink()
        else:
            write_whole(path, content)
    return bool(files)


def problems_of(edition: Edition) -> list[Problem]:
    """Return all that is wrong with a site, the files among it that a download would take the place of."""
    return [*edition.problems, *written_over(edition.press)]

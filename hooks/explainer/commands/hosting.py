"""What the commands share that run the site's host."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from explainer.commands.ending import fail
from explainer.commands.options import config_option
from explainer.commands.shared import site_of
from explainer.hosts.choice import HOSTS, HostError, use
from explainer.site.site import Site

Command = Callable[..., None]

OPTIONS = (
    config_option,
    click.option("--host", type=click.Choice(HOSTS), help="Which host; else the first of them that is installed."),
    click.option("-s", "--strict/--no-strict", default=None, help="Refuse a site with warnings."),
    click.option(
        "--use-directory-urls/--no-directory-urls", default=None, help="Whether a page is a folder in its address."
    ),
    click.option("-q", "--quiet", "level", flag_value=logging.ERROR, type=int, help="Print errors alone."),
    click.option("-v", "--verbose", "level", flag_value=logging.DEBUG, type=int, help="Print all that is done."),
)


def host_options(command: Command) -> Command:
    """Give a command the options of those that run the host. Where one is left out, the configuration holds."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def ready(config_file: Path, host: str | None) -> Site:
    """Return the site that the host is about to be run for, or end the command where there is no site or no host."""
    site = site_of(config_file)
    try:
        use(host)
    except HostError as error:
        fail(str(error))
    return site


def given(options: dict[str, Any]) -> dict[str, Any]:
    """Return the options that stand on the command line."""
    return {name: value for name, value in options.items() if value is not None}

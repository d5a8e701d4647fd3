"""`explainer build`: the site, built by its host."""

from pathlib import Path
from typing import Any

import click

from explainer.commands.ending import fail
from explainer.commands.hosting import given, host_options, ready
from explainer.hosts.choice import HostError


@click.command()
@host_options
@click.option("-d", "--site-dir", type=click.Path(file_okay=False), help="The folder of the built site.")
def build(config_file: Path, host: str | None, **options: Any) -> None:
    """Build the site.

    What `mkdocs build` does, with the same options, and those that it does not know. Warnings are let through, as
    there, unless `--strict` or the configuration says otherwise: who tries something out is to see it. Exits with 0
    where the site is built, with 1 where something is wrong with it, and with 2 where nothing could be built.
    """
    ready(config_file, host)
    from explainer.hosts.run import build_site  # noqa: PLC0415 - its names mean the host that is ready now

    try:
        build_site(config_file, **given(options))
    except HostError as error:
        fail(str(error))

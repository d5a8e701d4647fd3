"""`explainer serve`: the site as it will be, while it is written."""

from pathlib import Path
from typing import Any

import click

from explainer.commands.ending import fail
from explainer.commands.hosting import given, host_options, ready
from explainer.hosts.choice import HostError


@click.command()
@host_options
@click.option("-p", "--port", type=click.IntRange(1, 65535), help="The port; else the host's own, or one that is free.")
@click.option("-o", "--open", "open_in_browser", is_flag=True, help="Show the site in a browser.")
def serve(config_file: Path, host: str | None, port: int | None, *, open_in_browser: bool, **options: Any) -> None:
    """Show the site on this machine, and build it again whenever a file is saved.

    What `mkdocs serve` does, with the same options, and those that it does not know; the record is watched too. Prints
    the address. Ends when it is broken off, with Ctrl and C.
    """
    site = ready(config_file, host)
    from explainer.hosts.run import serve_site  # noqa: PLC0415 - as in `build`

    watch = [str(site.data)] if site.data.is_dir() else []
    try:
        serve_site(config_file, port, watch=watch, open_in_browser=open_in_browser, **given(options))
    except HostError as error:
        fail(str(error))

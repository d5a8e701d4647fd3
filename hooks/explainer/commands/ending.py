"""How a command ends that cannot do its work."""

from typing import NoReturn

import click


def fail(message: str) -> NoReturn:
    """End the command in a line, with the exit code of one that could not do its work at all."""
    click.echo(f"explainer: {message}", err=True)
    raise SystemExit(2)

"""`explainer clean`: nothing is left of what was kept."""

import shutil
from pathlib import Path

import click

from explainer.commands.ending import fail
from explainer.commands.memory import FOLDER
from explainer.commands.options import config_option


@click.command()
@config_option
def clean(config_file: Path) -> None:
    """Remove what checks and builds keep for the next one.

    That is the folder `.cache/explainer` beside the configuration file. The built site stays.
    """
    if not config_file.is_file():
        fail(f"no configuration file `{config_file}`")
    kept = config_file.resolve().parent / FOLDER
    if kept.is_symlink():
        fail(f"{kept} is a link: nothing is removed")
    if kept.exists():
        shutil.rmtree(kept)

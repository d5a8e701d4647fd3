"""The options that several commands share."""

from pathlib import Path

import click

from explainer.problems.reports import FORMATS

config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration file.",
)

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="people",
    show_default=True,
    help="For people, as Markdown, for GitHub's annotations, as SARIF or as JSON.",
)

cache_option = click.option(
    "--no-cache",
    is_flag=True,
    envvar="EXPLAINER_NO_CACHE",
    help="Find everything out anew, and keep nothing.",
)

"""`explainer check`: what is wrong, without a build."""

import sys
from pathlib import Path

import click

from explainer.commands.memory import Memory
from explainer.commands.options import cache_option, config_option, format_option
from explainer.problems.problem import Problem, fails
from explainer.problems.reports import FORMATS


@click.command()
@config_option
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@format_option
@cache_option
def check(config_file: Path, *, strict: bool, form: str, no_cache: bool) -> None:
    """Print what is wrong with the record and the pages.

    The pages are read as the site's host would read them. Where nothing has changed since the last check, its findings
    are told again. Exits with 0 where nothing is wrong, with 1 where something is, and with 2 where nothing could be
    checked.
    """
    memory = None if no_cache else Memory(config_file)
    problems = memory.recall() if memory else None
    if problems is None:
        problems = _found(config_file, memory)
    if printed := FORMATS[form](problems, config_file.resolve().parent):
        click.echo(printed)
    sys.exit(1 if fails(problems, strict=strict) else 0)


def _found(config_file: Path, memory: Memory | None) -> list[Problem]:
    from explainer.commands.shared import edition_now, problems_of, site_of  # noqa: PLC0415 - takes long to import

    site = site_of(config_file)
    if memory:
        memory.begin(site)
    problems = problems_of(edition_now(site, config_file))
    if memory:
        memory.keep(problems)
    return problems

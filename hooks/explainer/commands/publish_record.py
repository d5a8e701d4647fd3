"""`explainer publish-record`: the ledger of what was published, moved forward."""

import sys
from pathlib import Path

import click

from explainer.commands.options import config_option
from explainer.commands.shared import edition_at
from explainer.files.writing import write_whole
from explainer.ledger.ledger import as_text, move
from explainer.problems.problem import fails
from explainer.problems.reports import FORMATS
from explainer.record.published import FILE
from explainer.rules.editorial import silent_correction


@click.command()
@config_option
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 where the ledger is behind.")
def publish_record(config_file: Path, *, only_check: bool) -> None:
    """Move the ledger of what was published forward.

    New entries enter. A changed or removed one enters only under an update that names it; otherwise nothing is written,
    and what is missing is printed. Exits with 0 where the ledger is up to date, with 1 where it cannot be, with 2 where
    the record has errors of its own.
    """
    edition = edition_at(config_file)
    site = edition.site
    others = [problem for problem in edition.problems if problem.check != silent_correction.RULE.name]
    if fails(others):
        click.echo(FORMATS["people"](others, site.root))
        sys.exit(2)
    moved = move(edition.contents)
    if moved.unowned:
        click.echo("\n".join("{}; {}".format(*silent_correction.describe(difference)) for difference in moved.unowned))
        sys.exit(1)
    file, text = site.data / FILE, as_text(moved.ledger)
    if file.is_file() and file.read_text("utf-8-sig") == text:
        click.echo(f"{site.shown_as(file)} is up to date")
    elif only_check:
        click.echo(f"{site.shown_as(file)} is behind the record; run `explainer publish-record` and commit it")
        sys.exit(1)
    else:
        write_whole(file, text.encode())
        click.echo(f"{site.shown_as(file)} is written: {len(moved.ledger.entries)} entries")

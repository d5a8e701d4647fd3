"""`explainer publish-record`: the ledger of what was published, moved forward."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from explainer.commands.ending import fail
from explainer.commands.options import config_option
from explainer.commands.shared import edition_at, write_ledger
from explainer.diff.git import GitError, files_of
from explainer.edition import Edition
from explainer.ledger.base import rewritten
from explainer.ledger.files import place_of, read_ledger, to_write
from explainer.ledger.ledger import SILENT_REWRITE, move
from explainer.ledger.renamed import former_names, under_new_names
from explainer.problems.problem import fails
from explainer.problems.reports import FORMATS
from explainer.record.published import FOLDER, Ledger
from explainer.rules.changed import describe
from explainer.rules.editorial import silent_correction
from explainer.site.config import read_site


@click.command()
@config_option
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Write nothing; exit with 1 where it is behind. The text of pages may be.",
)
@click.option("--base", help="Hold the ledger against what it was at a commit: `main`, `HEAD^`, a hash.")
def publish_record(config_file: Path, *, only_check: bool, base: str | None) -> None:
    """Move the ledger of what was published forward.

    What is new enters. What changed or went enters only under an update that names it; otherwise nothing is written,
    and what is missing is printed. Exits with 0 where the ledger is up to date, with 1 where it cannot be, with 2 where
    the record has errors of its own.
    """
    edition = edition_at(config_file)
    site = edition.site
    own = {silent_correction.RULE.name, SILENT_REWRITE}
    others = [problem for problem in edition.problems if problem.check not in own]
    if fails(others):
        click.echo(FORMATS["people"](others, site.root))
        sys.exit(2)
    if base and (told := _rewritten(edition, config_file, base)):
        click.echo("\n".join(told))
        sys.exit(1)
    moved = move(edition.contents)
    if moved.unowned:
        click.echo("\n".join("{}; {}".format(*describe(difference)) for difference in moved.unowned))
        sys.exit(1)
    folder = site.shown_as(site.data / FOLDER).as_posix()
    ledger = moved.at_least(edition.record.ledger) if only_check else moved.ledger
    if not to_write(site.data, ledger):
        click.echo(f"{folder} is up to date")
    elif only_check:
        click.echo(f"{folder} is behind the record; run `explainer publish-record` and commit it")
        sys.exit(1)
    else:
        write_ledger(site, moved.ledger)
        click.echo(f"{folder} is written: {len(moved.ledger.entries)} entries")


def _rewritten(edition: Edition, config_file: Path, base: str) -> list[str]:
    """Return what of the ledger is not as it was left at a commit, line by line."""
    before = _ledger_at(edition, config_file, base)
    folder = edition.site.data / FOLDER
    told = []
    for each in rewritten(before, edition.record.ledger):
        file = edition.site.shown_as(folder / place_of(each.key) if each.key else folder).as_posix()
        what = f"{each.key} {each.what}" if each.key else each.what
        told.append(f"{file}: error: {what}; bring it back: `git checkout {base} -- {file}`")
    return told


def _ledger_at(edition: Edition, config_file: Path, base: str) -> Ledger | None:
    with TemporaryDirectory(prefix="explainer-") as folder:
        try:
            root = files_of(base, edition.site.root, Path(folder))
        except GitError as error:
            fail(str(error))
        there = root / config_file.resolve().name
        if not there.is_file():
            return None
        ledger, _ = read_ledger(read_site(there).data)
    return ledger and under_new_names(ledger, former_names(edition.record, edition.contents.pages))

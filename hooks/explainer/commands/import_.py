"""`explainer import`: a timeline of another tool, brought into the record."""

from pathlib import Path

import click

from explainer.commands.ending import fail
from explainer.commands.options import config_option
from explainer.commands.shared import site_of
from explainer.files.writing import write_whole
from explainer.imports.conversion import Conversion, by_address
from explainer.imports.dates import Reading
from explainer.imports.formats.registry import format_of
from explainer.imports.old import ForeignError, Options
from explainer.imports.opening import opened
from explainer.imports.report import report
from explainer.imports.writing import with_entries
from explainer.problems.problem import fails
from explainer.problems.reports import FORMATS
from explainer.record.kinds.registry import all_kinds
from explainer.record.load import load_record


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@config_option
@click.option("--story", default="", help="The story that the events belong to.")
@click.option(
    "--into", type=click.Path(path_type=Path, file_okay=False), help="The folder of the record, if not the site's."
)
@click.option("--map", "columns", default="", help="Which column is which: title=Überschrift,date=Wann.")
@click.option(
    "--dates", "order", type=click.Choice(["day", "month"]), default=None, help="What stands first in 03/04/2005."
)
@click.option(
    "--report", "report_file", type=click.Path(path_type=Path, dir_okay=False), help="Write the report here, too."
)
@click.option("--dry-run", is_flag=True, help="Only tell what would be done.")
def import_(
    file: Path,
    config_file: Path,
    story: str,
    into: Path | None,
    columns: str,
    order: str | None,
    report_file: Path | None,
    *,
    dry_run: bool,
) -> None:
    """Bring a timeline of another tool into the record, and tell what became of each of its entries.

    Reads TimelineJS (JSON of all versions, and its sheet as CSV, .xlsx or .ods), any sheet of events, calendars
    (iCalendar), timelines of neoteroi-mkdocs, and the record.json of another site. What is there stays as it is; new
    entries come at the end. Exits with 2 where the file cannot be read.
    """
    site = site_of(config_file)
    loaded = load_record(site)
    if fails(loaded.problems):
        fail("the record has errors; mend them first\n" + FORMATS["people"](loaded.problems, site.root))
    folder = into or site.data
    mapped = dict(each.split("=", 1) for each in columns.split(",") if "=" in each)
    options = Options(Reading(site.language, order or ""), mapped)
    try:
        source = opened(file)
        olds, notes = format_of(source).read(source, options)
    except ForeignError as error:
        fail(f"{file}: {error}")
    record = loaded.record
    known = {kind.collection: frozenset(record.ids(kind.name)) for kind in all_kinds().values()}
    made = Conversion(known, by_address(record.sources), story)
    for old in olds:
        made.add(old)
    told = report(made, [*filter(None, [source.note]), *notes])
    click.echo(told, nl=False)
    files = {_target(folder, collection, story): entries for collection, entries in made.new.items() if entries}
    texts = {target: with_entries(target, list(entries)).encode() for target, entries in files.items()}
    if dry_run:
        return
    if report_file:
        write_whole(report_file, told.encode())
    for target, text in texts.items():
        write_whole(target, text)
        click.echo(f"{target} is written: {len(files[target])} new entries")


def _target(folder: Path, collection: str, story: str) -> Path:
    """Return the file to which new entries of a collection come."""
    if (folder / collection).is_dir():
        return folder / collection / f"{story or 'imported'}.yml"
    target = folder / f"{collection}.yml"
    if other := next((each for each in folder.glob(f"{collection}.*") if each != target), None):
        fail(f"`{other}` is no YAML, to which entries could be added")
    return target

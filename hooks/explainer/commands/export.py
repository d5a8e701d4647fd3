"""`explainer export`: what stands beside the pages, where no plugin ran."""

import sys
from pathlib import Path

import click

from explainer.commands.ending import fail
from explainer.commands.options import config_option
from explainer.commands.shared import problems_of, site_of
from explainer.edition import edition_from_disk
from explainer.problems.problem import fails
from explainer.problems.reports import FORMATS
from explainer.publish.assets import finish
from explainer.publish.cards import note_on_pictures
from explainer.publish.files import complete_heads, write


@click.command()
@config_option
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    show_default=True,
    help="The folder of the built site.",
)
def export(config_file: Path, site_dir: Path) -> None:
    """Write what the plugin publishes into a built site, where no plugin ran: feeds, calendar, data, pictures, embeds.

    Each page gets its description, its structured data and the links to the feeds. Done again, nothing changes. Exits
    with 1, and writes nothing, where the record has errors, and with 2 where there is no built site.
    """
    site = site_of(config_file)
    if not (site_dir / "index.html").is_file():
        fail(f"no built site in `{site_dir}`; build it first, or name its folder with --site-dir")
    edition = edition_from_disk(site)  # as the host without plugins has read it that built the site
    problems = problems_of(edition)
    if fails(problems):
        click.echo(FORMATS["people"](problems, site.root))
        sys.exit(1)
    files = write(edition.press, site_dir)
    finish(site_dir)
    pages = complete_heads(edition.press, site_dir)
    if note := note_on_pictures(site):
        click.echo(f"explainer: {note}", err=True)
    click.echo(f"{len(files)} files are written, the heads of {len(pages)} pages are complete")

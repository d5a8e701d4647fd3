"""The command `explainer`."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from explainer.diff.changes import compare
from explainer.diff.git import GitError, files_of
from explainer.diff.words import FORMATS as FORMATS_OF_CHANGES
from explainer.edition import Edition, edition_from_disk
from explainer.evidence.addresses import addresses, look_up
from explainer.files.writing import in_a_line, write_whole
from explainer.ledger.ledger import FILE, as_text, move
from explainer.problems.problem import Problem, fails
from explainer.problems.reports import FORMATS
from explainer.publish.assets import name_by_content
from explainer.publish.files import complete_heads, write, written_over
from explainer.record.kinds.registry import collections
from explainer.record.schema import schema_of
from explainer.rules.corrections import CHECK, describe
from explainer.rules.sources import UNARCHIVED
from explainer.site.config import read_site
from explainer.site.site import Site
from explainer.words.words import words_for


class _Commands(click.Group):
    """Tells in a line what the system refuses: a folder that may not be written, a disk without room."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # nobody reads what is printed; click ends in silence
            raise
        except OSError as error:
            if not error.strerror:
                raise
            click.echo(f"explainer: {in_a_line(error)}", err=True)
            sys.exit(2)


@click.group(cls=_Commands)
@click.version_option(package_name="explainer")
def main() -> None:
    """Check the record behind an explainer site."""


config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration file.",
)


def _site(config_file: Path) -> Site:
    if not config_file.is_file():
        click.echo(f"explainer: no configuration file `{config_file}`", err=True)
        sys.exit(2)
    return read_site(config_file)


@main.command()
@config_option
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="people",
    show_default=True,
    help="For people, as Markdown, for GitHub's annotations, as SARIF or as JSON.",
)
def check(config_file: Path, *, strict: bool, form: str) -> None:
    """Print what is wrong with the record and the pages.

    Exits with 0 where nothing is, with 1 where something is, and with 2 where nothing could be checked.
    """
    site = _site(config_file)
    problems = _problems(edition_from_disk(site))
    if printed := FORMATS[form](problems, site.root):
        click.echo(printed)
    sys.exit(1 if fails(problems, strict=strict) else 0)


def _problems(edition: Edition) -> list[Problem]:
    """Return all that is wrong with a site."""
    return [*edition.problems, *written_over(edition.contents, edition.press.words)]


@main.command()
@click.argument("base")
@config_option
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS_OF_CHANGES)),
    default="text",
    show_default=True,
    help="Text, or Markdown for a pull request.",
)
def diff(base: str, config_file: Path, form: str) -> None:
    """Print what has changed in the record and the pages since the commit BASE, in the words of a reader.

    BASE is any name that git knows a commit by: `main`, `HEAD^`, a hash. Exits with 0 whatever has changed, and with 2
    where nothing could be compared.
    """
    site = _site(config_file)
    with TemporaryDirectory(prefix="explainer-") as folder:
        try:
            root = files_of(base, site.root, Path(folder))
        except GitError as error:
            click.echo(f"explainer: {error}", err=True)
            sys.exit(2)
        compared = compare(_as_it_was(root / config_file.resolve().name), edition_from_disk(site))
    click.echo(FORMATS_OF_CHANGES[form](compared, words_for(site.language)))


def _as_it_was(config_file: Path) -> Edition:
    """Return the site of a commit; one without anything where the commit holds no site yet."""
    config_file.parent.mkdir(parents=True, exist_ok=True)
    site = read_site(config_file)
    for folder in (site.data, site.docs):  # git keeps no empty folder, and to be without entries is no fault
        if folder.is_relative_to(site.root):
            folder.mkdir(parents=True, exist_ok=True)
    return edition_from_disk(site)


@main.command()
@config_option
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="people",
    show_default=True,
    help="For people, as Markdown, for GitHub's annotations, as SARIF or as JSON.",
)
def links(config_file: Path, form: str) -> None:
    """Look up the addresses of all sources, and tell of those that are dead and of the sources without a copy.

    Asks other hosts: each address once, one host's addresses one after another. Sources without an archived copy are
    told of as the check `unarchived` is set. Exits with 0 where all is well, with 1 where something is not, and with 2
    where nothing could be looked up.
    """
    site = _site(config_file)
    edition = edition_from_disk(site)
    click.echo(f"explainer: looking up {len(addresses(edition.record))} addresses", err=True)
    looked_up = look_up(edition.record)
    if looked_up.nobody_answered:
        click.echo("explainer: no server could be reached; is this machine connected?", err=True)
        sys.exit(2)
    for url in looked_up.refused:
        click.echo(f"explainer: look for yourself, the server turns programs away: {url}", err=True)
    unarchived = [problem for problem in edition.problems if problem.check == UNARCHIVED and not problem.allowed]
    problems = [*looked_up.problems, *unarchived]
    if printed := FORMATS[form](problems, site.root):
        click.echo(printed)
    sys.exit(1 if problems else 0)


@main.command(name="publish-record")
@config_option
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 where the ledger is behind.")
def publish_record(config_file: Path, *, only_check: bool) -> None:
    """Move the ledger of what was published forward.

    New entries enter. A changed or removed one enters only under an update that names it; otherwise nothing is written,
    and what is missing is printed. Exits with 0 where the ledger is up to date, with 1 where it cannot be, with 2 where
    the record has errors of its own.
    """
    site = _site(config_file)
    edition = edition_from_disk(site)
    others = [problem for problem in edition.problems if problem.check != CHECK]
    if fails(others):
        click.echo(FORMATS["people"](others, site.root))
        sys.exit(2)
    moved = move(edition.contents)
    if moved.unowned:
        click.echo("\n".join("{}; {}".format(*describe(difference)) for difference in moved.unowned))
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


@main.command()
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
    site = _site(config_file)
    if not (site_dir / "index.html").is_file():
        click.echo(
            f"explainer: no built site in `{site_dir}`; build it first, or name its folder with --site-dir", err=True
        )
        sys.exit(2)
    edition = edition_from_disk(site)
    problems = _problems(edition)
    if fails(problems):
        click.echo(FORMATS["people"](problems, site.root))
        sys.exit(1)
    files = write(edition.press, site_dir)
    name_by_content(site_dir)
    pages = complete_heads(edition.press, site_dir)
    click.echo(f"{len(files)} files are written, the heads of {len(pages)} pages are complete")


@main.command()
@click.argument("collection", type=click.Choice(list(collections())), required=False)
@click.option(
    "--write", "folder", type=click.Path(path_type=Path, file_okay=False), help="Write all of them to a folder."
)
def schema(collection: str | None, folder: Path | None) -> None:
    """Print the JSON Schema of a collection, or write those of all collections to a folder."""
    if (collection is None) == (folder is None):
        message = "name a collection to print, or a folder with --write"
        raise click.UsageError(message)
    for name in [collection] if collection else collections():
        text = json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n"
        if folder is None:
            click.echo(text, nl=False)
        else:
            write_whole(folder / f"{name}.json", text.encode())

"""`explainer archive`: archived copies of the sources, and what is kept of them for checking."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from explainer.commands.ending import fail
from explainer.commands.options import config_option
from explainer.commands.shared import site_of
from explainer.edition import Edition, edition_from_disk
from explainer.evidence.addresses import USER_AGENT
from explainer.evidence.archiving import NoCopyError, copy_of, pause
from explainer.evidence.asking import new_session
from explainer.evidence.fetching import NotKeptError, fetch, take
from explainer.evidence.keeping import ABOUT
from explainer.files.writing import write_whole
from explainer.problems.problem import did_you_mean
from explainer.record.entry_edits import NoPlaceError, with_field
from explainer.record.kinds.source import Source

ATTRIBUTES = "document.* filter=lfs diff=lfs merge=lfs -text\n"
"""Documents are large and never change: Git LFS, where it is there, keeps them out of the repository."""


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@config_option
@click.option("--file", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A page that you saved.")
@click.option("--again", is_flag=True, help="Fetch anew what is kept already.")
@click.option("--copies/--no-copies", default=True, help="Whether to ask the Internet Archive for copies.")
@click.option("--evidence/--no-evidence", default=True, help="Whether to keep the documents themselves.")
def archive(
    ids: Sequence[str], config_file: Path, file: Path | None, *, again: bool, copies: bool, evidence: bool
) -> None:
    """Have the sources archived, and keep their documents for checking.

    Asks other hosts, one page after another; what is done already is passed over, so that it can be broken off and run
    again. `archive_url` and `archived` are written where the source stands. Exits with 1 where something was left out.
    """
    edition = edition_from_disk(site_of(config_file), renders=False)
    sources = edition.record.sources
    for id_ in ids:
        if id_ not in sources:
            hint = did_you_mean(id_, sources)
            fail(f"no source `{id_}`{f'; {hint}' if hint else ''}")
    if file and len(ids) != 1:
        fail("a file is of one source: name its id")
    chosen = [source for source in sources.values() if not ids or source.id in ids]
    left_out = _keep(edition, chosen, file, again=again) if evidence else 0
    left_out += _copy(config_file, chosen) if copies and not file else 0
    sys.exit(1 if left_out else 0)


def _keep(edition: Edition, sources: Sequence[Source], file: Path | None, *, again: bool) -> int:
    """Keep the documents of sources, and return how many could not be kept."""
    left_out, root = 0, edition.site.evidence
    with new_session(USER_AGENT) as session:
        for source in sources:
            folder = root / source.id
            if not (file or source.url) or ((folder / ABOUT).is_file() and not (again or file)):
                continue
            try:
                kept = take(file, source.url or "", folder) if file else fetch(session, source.url or "", folder)
            except NotKeptError as error:
                click.echo(f"{source.id}: not kept: {error}")
                left_out += 1
                continue
            click.echo(f"{source.id}: kept: {kept.about.media_type}, {len(kept.text.split())} words of text")
            if not (root / ".gitattributes").exists() and root.is_relative_to(edition.site.root):
                write_whole(root / ".gitattributes", ATTRIBUTES.encode())
    return left_out


def _copy(config_file: Path, sources: Sequence[Source]) -> int:
    """Have copies made of sources that have none, and return of how many there is none then."""
    wanted = [source for source in sources if source.url and not source.archive_url]
    left_out = 0
    for n, source in enumerate(wanted):
        if n:
            pause()
        try:
            url, day = copy_of(source.url or "")
            _write(config_file, source.id, url, day)
        except (NoCopyError, NoPlaceError) as error:
            click.echo(f"{source.id}: no copy: {error}")
            if isinstance(error, NoCopyError) and error.ends:
                return left_out + len(wanted) - n
            left_out += 1
        else:
            click.echo(f"{source.id}: copied: {url}")
    return left_out


def _write(config_file: Path, id_: str, url: str, day: str) -> None:
    """Write where the copy of a source is, into the file in which the source stands by now."""
    edition = edition_from_disk(site_of(config_file), renders=False)
    origin = edition.record.origins["source", id_]
    path = edition.site.root / origin.file
    text = path.read_bytes().decode("utf-8-sig")
    if day:
        text = with_field(text, origin, "archived", day)
    write_whole(path, with_field(text, origin, "archive_url", url).encode())

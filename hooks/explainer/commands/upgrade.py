"""`explainer upgrade`: what a newer version has of what a site was given, brought in without touching the content."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from explainer.commands.ending import fail
from explainer.commands.options import config_option
from explainer.commands.shared import site_of
from explainer.diff.git import GitError
from explainer.diff.merge import merged
from explainer.files.writing import write_whole
from explainer.scaffold.new_site import LANGUAGES, NewSite, files_of
from explainer.scaffold.tools import KEPT, Given, as_file, given, read_given, tools_among
from explainer.version import DISTRIBUTION, VERSION

COPY = Path("hooks") / "explainer" / "version.py"
"""What a repository has that copied the generator whole, as version 0.1 was to be used."""

COPIED = ("hooks/", "tests/", "bench/", "theme/", "Makefile", "pyproject.toml", "requirements.lock", ".ci/")


@dataclass(frozen=True)
class Change:
    """What becomes of a file: what it says now, what it would say; or why it stays as it is."""

    name: str
    before: str
    after: str
    why_not: str = ""


@click.command()
@config_option
@click.option("--write", is_flag=True, help="Write what is shown.")
def upgrade(config_file: Path, *, write: bool) -> None:
    """Show what this version would change in a site's workflows, schemas, settings and requirements.

    Content is never touched, nor is `mkdocs.yml`. What you have changed in a file stays, and the rest of it follows; a
    file in which both have changed the same lines is told, and left to you. Exits with 2 where the site cannot be read.
    """
    site = site_of(config_file)
    language = site.language if site.language in LANGUAGES else site.language.split("-")[0]
    new = NewSite(site.name, language if language in LANGUAGES else "en", example=False, today=datetime.now(UTC).date())
    tools = tools_among(files_of(new))
    try:
        base = read_given(site.root)
    except (ValueError, KeyError, TypeError) as error:
        fail(f"{KEPT}: expected what a site was given ({error}); bring it back from git")
    try:
        changes = list(_changes(site.root, tools, base))
    except GitError as error:
        fail(str(error))
    made = [each for each in changes if not each.why_not]
    for each in made:
        before, after = (text.splitlines(keepends=True) for text in (each.before, each.after))
        click.echo("".join(difflib.unified_diff(before, after, each.name, each.name)), nl=False)
    for each in changes:
        if each.why_not:
            click.echo(f"{each.name}: {each.why_not}")
    if (site.root / COPY).is_file():
        click.echo(
            "This repository holds a copy of the generator. The package takes its place: once `pip install -r "
            "requirements.txt` has it, take these out, and run `explainer build`:"
        )
        click.echo(" ".join(COPIED))
    kept = as_file(_given_now(tools, base, {each.name for each in changes if each.why_not}))
    is_behind = base is None or as_file(base) != kept
    if not made and not is_behind:
        click.echo(
            f"the site is as {DISTRIBUTION} {VERSION} would make it" if not changes else "nothing else to change"
        )
        return
    if not write:
        click.echo(f"{len(made)} files would change; `explainer upgrade --write` writes them")
        return
    for each in made:
        write_whole(site.root / each.name, each.after.encode())
    write_whole(site.root / KEPT, kept)
    click.echo(f"{len(made)} files are written, for {DISTRIBUTION} {VERSION}")


def _given_now(tools: dict[str, bytes], base: Given | None, left: set[str]) -> Given:
    """Return what a site has been given once the changes are written; of what stays, what it was given before."""
    now = given({name: content for name, content in tools.items() if name not in left})
    if base is None:
        return now
    texts, digests = (
        {name: text for name, text in kept.items() if name in left} for kept in (base.texts, base.digests)
    )
    return Given(now.version, {**now.texts, **texts}, {**now.digests, **digests})


def _changes(root: Path, tools: dict[str, bytes], base: Given | None) -> Iterator[Change]:
    """Yield what becomes of each file that is not as this version makes it."""
    for name, content in tools.items():
        file, after = root / name, content.decode()
        if not file.is_file():
            if base is not None and name in base:
                continue  # its owners have taken it out
            yield Change(name, "", after)
            continue
        raw = file.read_bytes()
        before = raw.decode("utf-8", "replace")
        if raw == content:
            continue
        if base is not None and base.is_as_given(name, raw):
            yield Change(name, before, after)
        elif base is not None and name in base.texts:
            if base.texts[name] == after:
                continue  # nothing is new but what its owners have changed
            both = merged(base.texts[name], before, after)
            if both is None:
                yield Change(name, before, after, "you have changed the same lines as this version: it stays as it is")
            elif both != before:
                yield Change(name, before, both)
        else:
            why = "it is another than this version writes, and what it was made from is not known: it stays as it is"
            yield Change(name, before, after, why)

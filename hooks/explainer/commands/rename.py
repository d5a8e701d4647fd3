"""`explainer rename`: an entry or a question page gets another name, and all that refers to it follows."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import click

from explainer.commands.ending import fail
from explainer.commands.options import config_option
from explainer.commands.shared import edition_at, write_ledger
from explainer.edition import Edition
from explainer.fields.types import ID_PATTERN, suggest_id
from explainer.files.writing import write_whole
from explainer.ledger.renamed import former_names, under_new_names
from explainer.problems.problem import did_you_mean, fails
from explainer.problems.reports import FORMATS
from explainer.record.entry_edits import NoPlaceError
from explainer.record.kinds.refs import QUESTION, referred
from explainer.record.published import FOLDER
from explainer.renaming.aliases import with_alias_of_entry
from explainer.renaming.edits import Edit, EditError, edited
from explainer.renaming.entries import edits_in_record, edits_on_pages
from explainer.renaming.pages import in_configuration, links_to, with_alias


@dataclass
class _Plan:
    """What a rename changes: the texts of files, and a file that goes elsewhere."""

    texts: dict[Path, str] = field(default_factory=dict)
    places: dict[Path, int] = field(default_factory=dict)
    goes: tuple[Path, Path] | None = None


@click.command()
@click.argument("old")
@click.argument("new")
@config_option
@click.option("--dry-run", is_flag=True, help="Only tell what would be changed.")
def rename(old: str, new: str, config_file: Path, *, dry_run: bool) -> None:
    """Give an entry or a question page another name: `explainer rename person:jeff person:jeff-sessions`.

    Every reference in the record, on the pages and in options follows, with comments and places kept. The former name
    becomes an alias, so that permalinks, embeds and feeds that were published go on working; no update is needed.
    """
    edition = edition_at(config_file)
    if fails(edition.problems):
        fail("the site has errors; mend them first\n" + FORMATS["people"](edition.problems, edition.site.root))
    kind, before = _named(old)
    other, after = _named(new) if ":" in new else (kind, new)
    if other != kind:
        fail(f"`{old}` is a {kind}, and `{new}` would be a {other}; a rename changes the id alone")
    if before == after:
        fail(f"`{old}` has that name already")
    try:
        plan = _page(edition, before, after) if kind == QUESTION else _entry(edition, kind, before, after)
    except (EditError, NoPlaceError) as error:
        fail(str(error))
    for file, number in sorted(plan.places.items()):
        click.echo(f"{edition.site.shown_as(file).as_posix()}: {number} {'place' if number == 1 else 'places'}")
    if plan.goes:
        start, end = (edition.site.shown_as(file).as_posix() for file in plan.goes)
        click.echo(f"{start} becomes {end}")
    if dry_run:
        return
    for file, text in plan.texts.items():
        write_whole(file, text.encode())
    if plan.goes:
        plan.goes[1].parent.mkdir(parents=True, exist_ok=True)
        plan.goes[0].replace(plan.goes[1])
    click.echo(f"{kind}:{before} is called {kind}:{after} now")
    _move_ledger(config_file)


def _named(text: str) -> tuple[str, str]:
    kind, _, id_ = text.partition(":")
    if kind not in referred() or not id_:
        hint = did_you_mean(kind, referred())
        fail(f"expected a kind and an id, such as `person:ada`, found `{text}`{f'; {hint}' if hint else ''}")
    return kind, id_


def _entry(edition: Edition, kind: str, old: str, new: str) -> _Plan:
    record, root = edition.contents.record, edition.site.root
    if record.get(kind, old) is None:
        hint = did_you_mean(old, record.ids(kind))
        fail(f"no {kind} `{old}`{f'; {hint}' if hint else ''}")
    if not re.fullmatch(ID_PATTERN, new):
        fail(
            f"expected an id of lower-case letters, digits and single hyphens, found `{new}`; write `{suggest_id(new)}`"
        )
    taken = record.get(kind, new) is not None
    if taken or any(new in entry.aliases for of, entry in record if of == kind):
        fail(f"there is {'a' if taken else 'an alias of another'} {kind} `{new}` already")
    origin = record.origins[kind, old]
    file, mark = root / origin.file, origin.mark("id")
    edits = [
        Edit(file, mark.line, mark.column, old, new),
        *edits_in_record(record, root, kind, old, new),
        *edits_on_pages(edition.contents, edition.blocks, kind, old, new),
    ]
    plan = _made(edits)
    plan.texts[file] = with_alias_of_entry(plan.texts[file], origin, old)
    return plan


def _page(edition: Edition, old: str, new: str) -> _Plan:
    contents, site = edition.contents, edition.site
    page = contents.question(old)
    if page is None:
        hint = did_you_mean(old, contents.ids(QUESTION))
        fail(f"no question `{old}`{f'; {hint}' if hint else ''}")
    if posixpath.dirname(old) != posixpath.dirname(new):
        fail("a page is renamed within its folder; move it by hand, and name its former path under `aliases`")
    path = f"{new}{posixpath.splitext(page.path)[1]}"
    start, end = site.docs / page.path, site.docs / path
    if not start.is_file():
        fail(f"the page `{old}` stands in no file")
    if end.exists() or contents.pages.named(new):
        fail(f"there is a page `{new}` already")
    root = site.root
    plan = _made(
        [
            *edits_in_record(contents.record, root, QUESTION, old, new),
            *edits_on_pages(contents, edition.blocks, QUESTION, old, new),
            *links_to(contents, page.path, path),
            *in_configuration(site, page.path, path),
        ]
    )
    plan.texts[start] = with_alias(plan.texts.get(start) or start.read_text("utf-8"), old)
    plan.goes = (start, end)
    return plan


def _made(edits: Iterable[Edit]) -> _Plan:
    by_file: dict[Path, set[Edit]] = defaultdict(set)
    for each in edits:
        by_file[each.file].add(each)
    texts = {file: edited(file.read_text("utf-8"), found) for file, found in by_file.items()}
    return _Plan(texts, {file: len(found) for file, found in by_file.items()})


def _move_ledger(config_file: Path) -> None:
    """Give what was published its present names in the ledger, too."""
    edition = edition_at(config_file)
    site, ledger = edition.site, edition.record.ledger
    if ledger is None:
        return
    names = former_names(edition.record, edition.contents.pages)
    if write_ledger(site, under_new_names(ledger, names)):
        click.echo(f"{site.shown_as(site.data / FOLDER).as_posix()} has the new name")

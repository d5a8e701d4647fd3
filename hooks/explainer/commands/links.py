"""`explainer links`: which sources can no longer be followed."""

import sys
from collections import defaultdict
from functools import partial
from pathlib import Path

import click

from explainer.commands.ending import fail
from explainer.commands.options import config_option, format_option
from explainer.commands.shared import site_of
from explainer.edition import Edition, edition_from_disk
from explainer.evidence.addresses import Lost, addresses, look_up
from explainer.evidence.asking import Answer
from explainer.problems.reports import FORMATS
from explainer.record.claims import Claim, claims_of
from explainer.rules.editorial import unarchived


def _words_on(edition: Edition) -> dict[str, Lost]:
    """Return what looks whether the words that were found in a source are still at its address."""
    record = edition.record
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in (claim for _, entry in record for claim in claims_of(entry)) if record.verified else ():
        result = record.verified.of(claim) if record.verified else None
        if result and result.result == "found":
            by_source[claim.source].append(claim)
    sources = ((record.sources.get(id_), claims) for id_, claims in by_source.items())
    return {source.url: partial(_lost, claims) for source, claims in sources if source and source.url}


def _lost(claims: list[Claim], answer: Answer) -> tuple[str, ...]:
    from explainer.evidence.comparing import lost  # noqa: PLC0415 - needs more than looking an address up
    from explainer.evidence.documents import UnreadableError, media_type_of, text_of, whole_text_of  # noqa: PLC0415

    media_type = media_type_of(answer.body, answer.headers.get("content-type", ""))
    try:
        missing = lost(claims, text_of(answer.body, media_type))
    except UnreadableError:
        return ()
    if media_type == "text/html":
        missing = sorted({*missing} & {*lost(claims, whole_text_of(answer.body))})
    return tuple(missing)


@click.command()
@config_option
@format_option
def links(config_file: Path, form: str) -> None:
    """Look up the addresses of all sources, and tell of those that are dead and of the sources without a copy.

    Asks other hosts: each address once, one host's addresses one after another. Sources without an archived copy are
    told of as the check `unarchived` is set. Exits with 0 where all is well, with 1 where something is not, and with 2
    where nothing could be looked up.
    """
    edition = edition_from_disk(site_of(config_file), renders=False)  # what plugins make of pages changes no source
    click.echo(f"explainer: looking up {len(addresses(edition.record))} addresses", err=True)
    looked_up = look_up(edition.record, _words_on(edition))
    if looked_up.nobody_answered:
        fail("no server could be reached; is this machine connected?")
    for url in looked_up.refused:
        click.echo(f"explainer: look for yourself, the server turns programs away: {url}", err=True)
    without_copy = [each for each in edition.problems if each.check == unarchived.RULE.name and not each.allowed]
    problems = [*looked_up.problems, *without_copy]
    if printed := FORMATS[form](problems, edition.site.root):
        click.echo(printed)
    sys.exit(1 if problems else 0)

"""`explainer verify`: recorded words held against the kept texts of their sources."""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from explainer.commands.ending import fail
from explainer.commands.options import config_option
from explainer.commands.shared import site_of
from explainer.edition import Edition, edition_from_disk
from explainer.evidence.comparing import KeptText, compared, unchecked
from explainer.evidence.keeping import EvidenceError, Kept, kept
from explainer.files.writing import write_whole
from explainer.record.claims import Claim, claims_of
from explainer.record.verified import FILE, RESULTS, Result, Verified, as_text, key_of


@click.command()
@config_option
@click.option("--again", is_flag=True, help="Forget what was found earlier in documents that are no longer kept.")
def verify(config_file: Path, *, again: bool) -> None:
    """Look for all recorded words in the kept texts of the sources that print them.

    Writes what came of it to verified.json, beside the record. Asks nobody: `explainer archive` keeps the documents.
    Exits with 1 where a source prints other words, or none of them.
    """
    edition = edition_from_disk(site_of(config_file), renders=False)
    site = edition.site
    if edition.record.verified is None and (site.data / FILE).is_file() and not again:
        fail(next(problem.message for problem in edition.problems if problem.file.name == FILE))
    results = list(_results(edition, Verified() if again else edition.record.verified or Verified()))
    write_whole(site.data / FILE, as_text(result for _, result in results).encode())
    for claim, result in results:
        if result.result in {"differs", "not there"} and not claim.is_title:
            shown = f": {result.shown}" if result.shown else ""
            click.echo(f"{claim.kind}:{claim.id} in {claim.source}: {result.result}{shown}")
    counted = Counter(result.result for claim, result in results if not claim.is_title)
    click.echo(", ".join(f"{counted[name]} {name}" for name in RESULTS))
    sys.exit(1 if counted["differs"] or counted["not there"] else 0)


def _results(edition: Edition, earlier: Verified) -> Iterator[tuple[Claim, Result]]:
    """Yield what came of each claim of the record, in its order."""
    record, today = edition.record, datetime.now(UTC).date().isoformat()
    claims = {key_of(claim): claim for _, entry in record for claim in claims_of(entry)}
    texts: dict[str, tuple[Kept, list[KeptText]] | None] = {}
    for claim in claims.values():
        if claim.source not in record.sources:
            continue
        if claim.source not in texts:
            texts[claim.source] = _texts(edition.site.evidence / claim.source)
        before, found = earlier.of(claim), texts[claim.source]
        if found is None:
            yield claim, before or unchecked(claim)
            continue
        result = compared(claim, *found, checked=today)
        same = before and (before.result, before.evidence) == (result.result, result.evidence)
        yield claim, before if before and same else result


def _texts(folder: Path) -> tuple[Kept, list[KeptText]] | None:
    try:
        found = kept(folder)
    except EvidenceError as error:
        fail(str(error))
    if found is None:
        return None
    whole = found.whole_text()
    return found, [KeptText(found.text), *([KeptText(whole)] if whole else [])]

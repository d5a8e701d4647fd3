"""A build."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from explainer.files.documents import Mark
from explainer.ledger.ledger import FILE, LedgerError, read_ledger
from explainer.problems.problem import Problem, in_order
from explainer.record.load import ENDINGS, Loaded, load_record
from explainer.record.published import Ledger
from explainer.rules import check
from explainer.site.site import Site

Fingerprint = tuple[tuple[str, int, int], ...]

_cache: dict[str, tuple[Fingerprint, Loaded]] = {}
MOST_SITES = 8
"""How many sites a process remembers: a server builds one, a test run many."""


def load(site: Site) -> Loaded:
    """Load a site's record, or return it from memory where no file of it has changed.

    A host makes the Markdown extension anew for every page, and the record must not be read as often. Files count as
    changed by their path, size and time of modification.
    """
    fingerprint = tuple(sorted(_fingerprint(site)))
    known = _cache.get(site.identity)
    if known and known[0] == fingerprint:
        return known[1]
    loaded = _load(site)
    if len(_cache) >= MOST_SITES:
        _cache.clear()
    _cache[site.identity] = (fingerprint, loaded)
    return loaded


def _fingerprint(site: Site) -> Iterator[tuple[str, int, int]]:
    for folder, endings in ((site.data, ENDINGS), (site.docs, (".md",))):
        for path in folder.rglob("*"):
            if path.suffix.lower() in endings:
                with suppress(OSError):  # a link that leads nowhere
                    stat = path.stat()
                    yield str(path), stat.st_size, stat.st_mtime_ns


def _load(site: Site) -> Loaded:
    loaded = load_record(site)
    ledger, problems = _ledger(site)
    record = replace(loaded.record, ledger=ledger)
    return Loaded(record, tuple(in_order([*loaded.problems, *problems, *check(record, site)])))


def _ledger(site: Site) -> tuple[Ledger | None, list[Problem]]:
    file = site.data / FILE
    try:
        return read_ledger(file), []
    except LedgerError as error:
        why, mark, hint = str(error), error.mark or Mark(0, 0), error.hint
    except OSError as error:
        why, mark, hint = error.strerror or str(error), Mark(0, 0), ""
    message = f"the ledger of what was published cannot be read ({why})"
    return None, [Problem(site.shown_as(file), mark.line, mark.column, message, hint=hint)]

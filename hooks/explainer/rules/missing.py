"""A collection that something refers to has a file."""

from collections import Counter
from collections.abc import Iterator

from explainer.problems.problem import Problem
from explainer.record.models import COLLECTIONS
from explainer.record.record import Record
from explainer.record.references import references
from explainer.record.refs import Kind
from explainer.site.site import Site

SHOWN_BY: dict[str, Kind] = {
    "timeline": "event",
    "event": "event",
    "people": "person",
    "person": "person",
    "statement": "statement",
    "sources": "source",
    "dispute": "dispute",
    "updates": "update",
}
"""The kind of entry that each block shows."""


def missing_collections(record: Record, site: Site) -> Iterator[Problem]:
    """Yield one problem for each collection without a file that entries or pages refer to.

    One, and not one for each reference: the mistake is a file that was moved, renamed or never made.
    """
    needed: Counter[Kind] = Counter(kind for _, entry in record for kind, _, _ in references(entry))
    needed.update(SHOWN_BY[block.name] for page in record.pages for block in page.blocks if block.name in SHOWN_BY)
    for name, kind in COLLECTIONS.items():
        if kind in record.missing and needed[kind]:
            times = "once" if needed[kind] == 1 else f"{needed[kind]} times"
            yield Problem(
                site.shown_as(site.data / f"{name}.yml"),
                0,
                0,
                f"the file is missing, and the record and the pages refer to it {times}",
                hint="a collection without entries is written `[]`",
            )

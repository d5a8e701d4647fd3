"""Every id that an entry names is the id of an entry."""

from collections.abc import Iterator

from explainer.problems.problem import Problem
from explainer.record.record import Record
from explainer.record.references import dangling
from explainer.site.site import Site


def references_exist(record: Record, _site: Site) -> Iterator[Problem]:
    """Yield a problem for each reference to an entry that is not there, at the reference's own line."""
    for kind, entry in record:
        origin = record.origins[kind, entry.id]
        yield from dangling(entry, record, origin.document, origin.way, entry.id)

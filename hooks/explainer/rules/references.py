"""Every id that an entry names is the id of an entry."""

from collections.abc import Iterator

from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.record.references import dangling


def references_exist(contents: Contents) -> Iterator[Problem]:
    """Yield a problem for each reference to an entry that is not there, at the reference's own line."""
    for kind, entry in contents.record:
        origin = contents.record.origins[kind, entry.id]
        yield from dangling(entry, contents, origin.document, origin.way, entry.id)

"""Every id that an entry names is the id of an entry."""

from collections.abc import Iterator

from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.record.references import dangling
from explainer.rules.rule import Check


def _dangling(contents: Contents) -> Iterator[Problem]:
    for kind, entry in contents.record:
        origin = contents.record.origins[kind, entry.id]
        yield from dangling(entry, contents, origin.document, origin.way, entry.id)


CHECK = Check(name="references", doc=__doc__, in_site=_dangling)

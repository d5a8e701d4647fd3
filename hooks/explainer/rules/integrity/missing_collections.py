"""A collection that something refers to has a file."""

from collections import Counter
from collections.abc import Iterator

from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.record.kinds.refs import Kind
from explainer.record.kinds.registry import all_kinds
from explainer.record.references import references
from explainer.rules.rule import Check


def _missing(contents: Contents) -> Iterator[Problem]:
    """Yield one problem for each collection, not one for each reference: a file was moved, renamed or never made."""
    needed: Counter[Kind] = Counter(kind for _, entry in contents.record for kind, _, _ in references(entry))
    needed.update(block.kind for page in contents.pages for block in contents.blocks.get(page.path, ()) if block.kind)
    for kind in all_kinds().values():
        number = needed[kind.name]
        if kind.name in contents.record.missing and number:
            times = "once" if number == 1 else f"{number} times"
            message = f"the file is missing, and the record and the pages refer to it {times}"
            file = contents.site.shown_as(contents.site.data / f"{kind.collection}.yml")
            yield Problem(file, 0, 0, message, hint="a collection without entries is written `[]`")


CHECK = Check(name="missing-collections", doc=__doc__, in_site=_missing)

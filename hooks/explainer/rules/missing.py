"""A collection that something refers to has a file."""

from collections import Counter
from collections.abc import Iterator

from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.record.models import COLLECTIONS
from explainer.record.references import references
from explainer.record.refs import Kind


def missing_collections(contents: Contents) -> Iterator[Problem]:
    """Yield one problem for each collection without a file that entries or pages refer to.

    One, and not one for each reference: the mistake is a file that was moved, renamed or never made.
    """
    needed: Counter[Kind] = Counter(kind for _, entry in contents.record for kind, _, _ in references(entry))
    needed.update(block.kind for page in contents.pages for block in contents.blocks.get(page.path, ()) if block.kind)
    for name, kind in COLLECTIONS.items():
        if kind in contents.record.missing and needed[kind]:
            times = "once" if needed[kind] == 1 else f"{needed[kind]} times"
            yield Problem(
                contents.site.shown_as(contents.site.data / f"{name}.yml"),
                0,
                0,
                f"the file is missing, and the record and the pages refer to it {times}",
                hint="a collection without entries is written `[]`",
            )

"""What a source is said to carry is a field of the entry, and the source is one of the entry's."""

from collections.abc import Iterator

from explainer.problems.problem import did_you_mean
from explainer.record.contents import Contents
from explainer.record.shape import shapes_of
from explainer.rules.rule import Check, Finding

OF_THE_SITE = {"id", "aliases", "allow", "sources", "carried_by"}
"""Fields that say nothing of the story."""


def _carried(contents: Contents) -> Iterator[Finding]:
    for kind, entry in contents.record:
        for n, carried in enumerate(getattr(entry, "carried_by", ())):
            if carried.source not in getattr(entry, "sources", ()):
                message = f"the source `{carried.source}` is none of the entry's sources"
                yield Finding(kind, entry.id, ("carried_by", n, "source"), message, "add it to `sources:`")
            known = [name for name in shapes_of(type(entry)) if name not in OF_THE_SITE]
            for m, name in enumerate(carried.for_):
                if name not in known:
                    hint = did_you_mean(name, known)
                    yield Finding(kind, entry.id, ("carried_by", n, "for", m), f"no field `{name}`", hint)


CHECK = Check(name="carried", doc=__doc__, in_record=_carried)

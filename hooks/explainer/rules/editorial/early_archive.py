"""No archive can have kept what had not been published."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _too_early(contents: Contents) -> Iterator[Finding]:
    for source in contents.record.sources.values():
        if source.archived and source.date and source.archived.certainly_before(source.date):
            message = f"the copy was kept on {source.archived}, before the source was published on {source.date}"
            yield Finding("source", source.id, ("archived",), message)


RULE = Rule(name="early-archive", doc=__doc__, severity="warning", says="the copy was kept on", in_record=_too_early)

"""Pages on the web change and vanish; an archived copy stays."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _unarchived(contents: Contents) -> Iterator[Finding]:
    for source in contents.record.sources.values():
        if source.url and not source.archive_url:
            message = "the source has an address and no archived copy"
            yield Finding("source", source.id, ("url",), message, "add `archive_url:` and `archived:`")


RULE = Rule(
    name="unarchived",
    doc=__doc__,
    severity="advice",
    says="the source has an address and no archived copy",
    in_record=_unarchived,
)

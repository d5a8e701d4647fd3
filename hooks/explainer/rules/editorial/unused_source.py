"""A source that nothing uses is forgotten or left over."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.record.marks import mentions
from explainer.record.references import references
from explainer.rules.rule import Finding, Rule


def _unused(contents: Contents) -> Iterator[Finding]:
    used = {id_ for _, entry in contents.record for kind, id_, _ in references(entry) if kind == "source"}
    used.update(mention.id for _, _, _, mention in contents.mentions if mention.kind == "source")
    used.update(mention.id for page in contents.pages for mention in mentions(page.body) if mention.kind == "source")
    for source in contents.record.sources.values():
        if source.id not in used:
            yield Finding("source", source.id, ("id",), "nothing uses the source")


RULE = Rule(
    name="unused-source",
    doc=__doc__,
    severity="advice",
    says="nothing uses the source",
    in_record=_unused,
    follows=True,
)

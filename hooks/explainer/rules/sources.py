"""Every fact has a source, every source is used, and what is on the web is kept where it lasts."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.record.marks import mentions
from explainer.record.references import prose_of, references
from explainer.rules.rule import Finding, Rule

UNARCHIVED = "unarchived"


def _unsourced(contents: Contents) -> Iterator[Finding]:
    hint = "add `sources:` with the id of a source"
    for event in contents.record.events.values():
        if not event.sources:
            yield Finding("event", event.id, (), "the event has no source", hint)
    for statement in contents.record.statements.values():
        if not statement.sources:
            yield Finding("statement", statement.id, (), "the statement has no source", hint)
    for dispute in contents.record.disputes.values():
        for n, position in enumerate(dispute.positions):
            if not position.sources:
                yield Finding("dispute", dispute.id, ("positions", n), "the position has no source", hint)


def _unused(contents: Contents) -> Iterator[Finding]:
    used = {id_ for _, entry in contents.record for kind, id_, _ in references(entry) if kind == "source"}
    texts = [text for _, entry in contents.record for text, _ in prose_of(entry)]
    texts.extend(page.body for page in contents.pages)
    used.update(mention.id for text in texts for mention in mentions(text) if mention.kind == "source")
    for source in contents.record.sources.values():
        if source.id not in used:
            yield Finding("source", source.id, ("id",), "nothing uses the source")


def _unarchived(contents: Contents) -> Iterator[Finding]:
    for source in contents.record.sources.values():
        if source.url and not source.archive_url:
            message = "the source has an address and no archived copy"
            yield Finding("source", source.id, ("url",), message, "add `archive_url:` and `archived:`")


RULES = (
    Rule("unsourced", "error", "has no source", "A fact that no source carries is an assertion of ours.", _unsourced),
    Rule(
        "unused-source",
        "advice",
        "nothing uses the source",
        "A source that nothing uses is forgotten or left over.",
        _unused,
        follows=True,
    ),
    Rule(
        UNARCHIVED,
        "advice",
        "the source has an address and no archived copy",
        "Pages on the web change and vanish; an archived copy stays.",
        _unarchived,
    ),
)

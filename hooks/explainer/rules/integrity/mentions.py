"""What the Markdown of the record's fields cites and links to is there."""

from collections.abc import Iterator

from explainer.characters import shown
from explainer.record.contents import Contents
from explainer.record.references import hint_for
from explainer.rules.rule import Check, Finding


def _unknown(contents: Contents) -> Iterator[Finding]:
    for kind, id_, way, mention in contents.mentions:
        # A note cannot be made of a source that was withdrawn; a link leads to what stands in its old place.
        dead = contents.is_unknown if mention.is_citation else contents.leads_nowhere
        if dead(mention.kind, mention.id):
            message = f"no {mention.kind} {shown(mention.id)}"
            hint = hint_for(contents, mention.kind, mention.id)
            yield Finding(kind, id_, way, message, hint, typed=mention.typed)


CHECK = Check(name="mentions", doc=__doc__, in_record=_unknown)

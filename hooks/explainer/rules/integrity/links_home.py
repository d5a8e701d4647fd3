"""What a field of the record links to is shown on a page, where the link can lead."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Check, Finding


def _homeless(contents: Contents) -> Iterator[Finding]:
    at_home = contents.homes
    for kind, id_, way, mention in contents.mentions:
        entry = (mention.kind, mention.id)
        if contents.record.get(*entry) and entry not in at_home:
            message = f"no page shows the {mention.kind} `{mention.id}`, so nothing can link to it"
            yield Finding(kind, id_, way, message, typed=mention.typed)


CHECK = Check(name="links-home", doc=__doc__, in_record=_homeless, follows=True)

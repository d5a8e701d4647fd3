"""The site promises to tell the story up to a day, and no further."""

from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.rules.rule import Finding, Rule


def _after_as_of(contents: Contents) -> Iterator[Finding]:
    site, record = contents.site, contents.record
    as_of = site.settings.as_of
    if as_of is None:
        return
    place = f"{site.config.file.as_posix()}:{site.config.mark((*site.way, 'as_of')).line}"
    for kind, entries in (("event", record.events), ("statement", record.statements)):
        for entry in entries.values():
            if as_of.certainly_before(entry.date):
                message = f"the {kind} of {entry.date} lies after {as_of}, up to which the site tells ({place})"
                yield Finding(kind, entry.id, ("date",), message)


RULE = Rule(
    name="after-as-of", doc=__doc__, severity="warning", says="up to which the site tells", in_record=_after_as_of
)

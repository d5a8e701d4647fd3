"""What the Markdown of the record's fields cites and links to is there, and its addresses are safe."""

from collections.abc import Iterator

from explainer.fields.validation import path_text
from explainer.files.documents import Way
from explainer.problems.problem import Problem
from explainer.record.marks import Mention, mentions, unsafe_addresses
from explainer.record.queries.shown import homes
from explainer.record.record import Origin, Record
from explainer.record.references import hint_for, prose_of
from explainer.site.site import Site


def prose_mentions_exist(record: Record, site: Site) -> Iterator[Problem]:
    """Yield a problem for each citation of a source and each link to an entry that no page could follow."""
    at_home = homes(record, site)
    for origin, label, way, text in _prose(record):
        for mention in mentions(text):
            if _leads_nowhere(record, mention):
                message = f"no {mention.kind} `{mention.id}`"
                hint = hint_for(record, mention.kind, mention.id)
                follows = False
            elif record.get(mention.kind, mention.id) and (mention.kind, mention.id) not in at_home:
                message = f"no page shows the {mention.kind} `{mention.id}`, so nothing can link to it"
                hint = ""
                follows = True
            else:
                continue
            yield _problem(origin, label, way, mention.typed, message, hint, follows=follows)


def _leads_nowhere(record: Record, mention: Mention) -> bool:
    """Whether there is nothing behind a mention. A note cannot be made of a source that was withdrawn."""
    dead = record.is_unknown if mention.is_citation else record.leads_nowhere
    return dead(mention.kind, mention.id)


def addresses_are_safe(record: Record, _site: Site) -> Iterator[Problem]:
    """Yield a problem for each link in a field that is neither a web address nor an entry of the record."""
    for origin, label, way, text in _prose(record):
        for address in unsafe_addresses(text):
            message = f"expected a link to https://, http://, mailto: or an entry, found `{address}`"
            yield _problem(origin, label, way, address, message)


def _problem(
    origin: Origin, label: str, way: Way, typed: str, message: str, hint: str = "", *, follows: bool = False
) -> Problem:
    mark = origin.find(way, typed)
    told = path_text(label, way)
    return Problem(origin.file, mark.line, mark.column, message, told, hint, follows=follows)


def _prose(record: Record) -> Iterator[tuple[Origin, str, Way, str]]:
    for kind, entry in record:
        for text, way in prose_of(entry):
            yield record.origins[kind, entry.id], entry.id, way, text

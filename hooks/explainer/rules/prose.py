"""What the Markdown of the record's fields and of front matter cites and links to is there, its addresses are safe."""

from collections.abc import Iterator

from explainer.characters import shown
from explainer.fields.validation import path_text
from explainer.files.documents import Way
from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.record.marks import Mention, foreign_citations, mentions, unsafe_addresses
from explainer.record.record import Origin
from explainer.record.references import hint_for, prose_of


def prose_mentions_exist(contents: Contents) -> Iterator[Problem]:
    """Yield a problem for each citation of a source and each link to an entry that no page could follow."""
    at_home = contents.homes
    for origin, label, way, text in _prose(contents):
        for mention in mentions(text):
            if _leads_nowhere(contents, mention):
                message = f"no {mention.kind} {shown(mention.id)}"
                hint = hint_for(contents, mention.kind, mention.id)
                follows = False
            elif contents.record.get(mention.kind, mention.id) and (mention.kind, mention.id) not in at_home:
                message = f"no page shows the {mention.kind} `{mention.id}`, so nothing can link to it"
                hint = ""
                follows = True
            else:
                continue
            yield _problem(origin, label, way, mention.typed, message, hint, follows=follows)


def citations_are_in_our_form(contents: Contents) -> Iterator[Problem]:
    """Yield a problem for each citation that is written as other programs have it."""
    for origin, label, way, text in _prose(contents):
        for found in foreign_citations(text, contents.record.sources.__contains__):
            mark = origin.find(way, found.typed.split("\n", 1)[0], found.before)
            yield Problem.at(origin.file, mark, found.message, found.hint, path=path_text(label, way))


def _leads_nowhere(contents: Contents, mention: Mention) -> bool:
    """Whether there is nothing behind a mention. A note cannot be made of a source that was withdrawn."""
    dead = contents.is_unknown if mention.is_citation else contents.leads_nowhere
    return dead(mention.kind, mention.id)


def addresses_are_safe(contents: Contents) -> Iterator[Problem]:
    """Yield a problem for each link in a field that is neither a web address nor an entry of the record."""
    for origin, label, way, text in _prose(contents):
        for address in unsafe_addresses(text):
            message = f"expected a link to https://, http://, mailto: or an entry, found `{address}`"
            yield _problem(origin, label, way, address, message)


def _problem(
    origin: Origin, label: str, way: Way, typed: str, message: str, hint: str = "", *, follows: bool = False
) -> Problem:
    mark = origin.find(way, typed)
    told = path_text(label, way)
    return Problem(origin.file, mark.line, mark.column, message, told, hint, follows=follows)


def _prose(contents: Contents) -> Iterator[tuple[Origin, str, Way, str]]:
    for kind, entry in contents.record:
        for text, way in prose_of(entry):
            yield contents.record.origins[kind, entry.id], entry.id, way, text
    for page in contents.pages:
        for text, way in prose_of(page.front):
            yield Origin(page.document, ()), "", way, text

"""What the Markdown of the record's fields and of front matter cites and links to is there."""

from collections.abc import Iterator

from explainer.characters import shown
from explainer.fields.validation import path_text
from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.record.marks import Mention, mentions
from explainer.record.record import Origin
from explainer.record.references import hint_for, prose_of
from explainer.rules.rule import Check, Finding


def _unknown(contents: Contents) -> Iterator[Finding]:
    for kind, id_, way, mention in contents.mentions:
        if _is_dead(mention, contents):
            yield Finding(kind, id_, way, *_told(mention, contents), typed=mention.typed)


def _unknown_in_front_matter(contents: Contents) -> Iterator[Problem]:
    for page in contents.pages:
        origin = Origin(page.document, ())
        for text, way in prose_of(page.front):
            for mention in mentions(text):
                if _is_dead(mention, contents):
                    place = origin.find(way, mention.typed)
                    yield Problem.at(origin.file, place, *_told(mention, contents), path=path_text("", way))


def _is_dead(mention: Mention, contents: Contents) -> bool:
    """Whether nothing is behind a mention. A note cannot be made of a source that was withdrawn; a link leads on."""
    dead = contents.is_unknown if mention.is_citation else contents.leads_nowhere
    return dead(mention.kind, mention.id)


def _told(mention: Mention, contents: Contents) -> tuple[str, str]:
    return f"no {mention.kind} {shown(mention.id)}", hint_for(contents, mention.kind, mention.id)


CHECK = Check(name="mentions", doc=__doc__, in_record=_unknown, in_site=_unknown_in_front_matter)

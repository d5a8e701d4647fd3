"""A link in a field leads to a web address or to an entry, and to nothing that a browser would run."""

from collections.abc import Iterator

from explainer.fields.validation import path_text
from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.record.marks import unsafe_addresses
from explainer.record.record import Origin
from explainer.record.references import prose_of
from explainer.rules.rule import Check, Finding

MESSAGE = "expected a link to https://, http://, mailto: or an entry, found `{}`"


def _unsafe(contents: Contents) -> Iterator[Finding]:
    for kind, id_, way, text in contents.prose:
        for address in unsafe_addresses(text):
            yield Finding(kind, id_, way, MESSAGE.format(address), typed=address)


def _unsafe_in_front_matter(contents: Contents) -> Iterator[Problem]:
    for page in contents.pages:
        origin = Origin(page.document, ())
        for text, way in prose_of(page.front):
            for address in unsafe_addresses(text):
                mark = origin.find(way, address)
                yield Problem.at(origin.file, mark, MESSAGE.format(address), path=path_text("", way))


CHECK = Check(name="addresses", doc=__doc__, in_record=_unsafe, in_site=_unsafe_in_front_matter)

"""A citation in a field or in front matter is written in our form: what other programs read would be left as typed."""

from collections.abc import Iterator

from explainer.fields.validation import path_text
from explainer.files.documents import Way
from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.record.marks import foreign_citations
from explainer.record.record import Origin
from explainer.record.references import prose_of
from explainer.rules.rule import Check


def _foreign(contents: Contents) -> Iterator[Problem]:
    for origin, label, way, text in _texts(contents):
        for found in foreign_citations(text, contents.record.sources.__contains__):
            mark = origin.find(way, found.typed.split("\n", 1)[0], found.before)
            yield Problem.at(origin.file, mark, found.message, found.hint, path=path_text(label, way))


def _texts(contents: Contents) -> Iterator[tuple[Origin, str, Way, str]]:
    """Yield every text in Markdown of the entries and of the pages' front matter, and where it stands."""
    for kind, entry in contents.record:
        for text, way in prose_of(entry):
            yield contents.record.origins[kind, entry.id], entry.id, way, text
    for page in contents.pages:
        for text, way in prose_of(page.front):
            yield Origin(page.document, ()), "", way, text


CHECK = Check(name="foreign-citations", doc=__doc__, in_site=_foreign)

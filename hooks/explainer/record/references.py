"""Which other entries an entry points at, and which of its texts are Markdown, found by walking its model."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, Protocol

from pydantic import BaseModel

from explainer.characters import shown
from explainer.fields.validation import path_text
from explainer.files.documents import Document, Way
from explainer.problems.problem import Problem, did_you_mean
from explainer.record.kinds.refs import EntryRef, Kind
from explainer.record.published import Published
from explainer.record.shape import Shape, shapes_of


def references(model: BaseModel, way: Way = ()) -> Iterator[tuple[Kind, str, Way]]:
    """Yield what a model points at: the kind, the id, and the way to the value that says so."""
    for ref, steps, _ in _pointers(model, way):
        yield ref.kind, ref.id, steps


def _pointers(model: BaseModel, way: Way) -> Iterator[tuple[EntryRef, Way, bool]]:
    """Yield what a model points at, the way to the value that says so, and whether it only names what it points at.

    What is written `kind:id` is named, as by an update that tells of it; what is written as an id alone is shown.
    """
    for value, shape, steps in _values(model, way):
        if isinstance(value, EntryRef):
            yield value, steps, True
        elif isinstance(value, str) and shape.refers_to is not None:
            yield EntryRef(shape.refers_to, value), steps, False


def prose_of(model: BaseModel, way: Way = ()) -> Iterator[tuple[str, Way]]:
    """Yield the texts of a model that are Markdown, and the way to each."""
    return _texts(model, way, lambda shape: shape.is_prose)


def plain_texts_of(model: BaseModel, way: Way = ()) -> Iterator[tuple[str, Way]]:
    """Yield the texts of a model that are plain and the editors' own, and the way to each."""
    return _texts(model, way, lambda shape: shape.is_plain)


def written_texts_of(model: BaseModel, way: Way = ()) -> Iterator[tuple[str, Way]]:
    """Yield all texts of a model, recorded words among them, and the way to each."""
    return _texts(model, way, lambda shape: shape.is_prose or shape.is_plain or shape.is_verbatim)


def _texts(model: BaseModel, way: Way, is_asked_for: Callable[[Shape], bool]) -> Iterator[tuple[str, Way]]:
    for value, shape, steps in _values(model, way):
        if isinstance(value, str) and is_asked_for(shape):
            yield value, steps


def _values(model: BaseModel, way: Way) -> Iterator[tuple[Any, Shape, Way]]:
    """Yield every single value in a model and the models in it, with what its field may hold and the way to it."""
    for name, alias, shape in _fields(type(model)):
        value = getattr(model, name)
        if not value:  # as most are, of most entries
            continue
        if isinstance(value, dict):  # what names another entry is the name of each of its fields
            yield from ((key, shape, (*way, alias, key)) for key in value)
            continue
        listed = isinstance(value, list)
        for n, each in enumerate(value if listed else [value]):
            steps = (*way, alias, n) if listed else (*way, alias)
            if isinstance(each, BaseModel):
                yield from _values(each, steps)
            else:
                yield each, shape, steps


@cache
def _fields(model: type[BaseModel]) -> Sequence[tuple[str, str, Shape]]:
    """Return the fields of a model: the name of each in Python and in files, and what it may hold."""
    shapes = shapes_of(model)
    named = ((name, field.alias or name) for name, field in model.model_fields.items())
    return [(name, alias, shapes[alias]) for name, alias in named]


class Known(Protocol):
    """What ids there are: a record's, or those of a site's whole contents, which have question pages too."""

    def ids(self, kind: Kind) -> list[str]:
        """Return the ids of a kind."""

    def is_unknown(self, kind: Kind, id_: str) -> bool:
        """Whether an id is certainly wrong."""

    def leads_nowhere(self, kind: Kind, id_: str) -> bool:
        """Whether a link to an id is certainly dead."""

    def withdrawn(self, kind: Kind, id_: str) -> Published | None:
        """Return what was published under an id that nothing has any more."""


def dangling(model: BaseModel, known: Known, document: Document, way: Way = (), label: str = "") -> Iterator[Problem]:
    """Yield a problem for each reference of a model to an entry that is not there, at the reference's own place."""
    for ref, steps, is_named in _pointers(model, ()):
        if known.leads_nowhere(ref.kind, ref.id) if is_named else known.is_unknown(ref.kind, ref.id):
            mark = document.names.get((*way, *steps)) if steps[-1] == ref.id else None
            yield Problem.at(
                document.file,
                mark or document.mark((*way, *steps)),
                f"no {ref.kind} {shown(ref.id)}",
                hint_for(known, ref.kind, ref.id),
                path=path_text(label, steps),
            )


def hint_for(known: Known, kind: Kind, id_: str) -> str:
    """Return what to do about an id that no entry has: the nearest one, or the news that it was withdrawn."""
    return "it was withdrawn" if known.withdrawn(kind, id_) else did_you_mean(id_, known.ids(kind))

"""Which other entries an entry points at, and which of its texts are Markdown, found by walking its model."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Protocol, TypeVar, get_args, get_type_hints

from pydantic import BaseModel

from explainer.characters import shown
from explainer.fields.types import Prose
from explainer.fields.validation import path_text
from explainer.files.documents import Document, Way
from explainer.problems.problem import Problem, did_you_mean
from explainer.record.models import Update
from explainer.record.published import Published
from explainer.record.refs import EntryRef, Kind, Ref

Marker = TypeVar("Marker")


def references(model: BaseModel, way: Way = ()) -> Iterator[tuple[Kind, str, Way]]:
    """Yield what a model points at: the kind, the id, and the way to the value that says so."""
    for value, ref, steps in _values(model, Ref, way):
        if isinstance(value, EntryRef):
            yield value.kind, value.id, steps
        elif isinstance(value, str) and ref is not None:
            yield ref.kind, value, steps


def prose_of(model: BaseModel, way: Way = ()) -> Iterator[tuple[str, Way]]:
    """Yield the texts of a model that are Markdown, and the way to each."""
    for value, prose, steps in _values(model, Prose, way):
        if isinstance(value, str) and prose is not None:
            yield value, steps


def _values(model: BaseModel, kind: type[Marker], way: Way) -> Iterator[tuple[Any, Marker | None, Way]]:
    """Yield every single value in a model and the models in it, with the marker of its field and the way to it."""
    for name, (alias, marker) in _markers(type(model), kind).items():  # type: ignore[arg-type] # a class is hashable
        value = getattr(model, name)
        listed = isinstance(value, list)
        for n, each in enumerate(value if listed else [value]):
            steps = (*way, alias, n) if listed else (*way, alias)
            if isinstance(each, BaseModel):
                yield from _values(each, kind, steps)
            else:
                yield each, marker, steps


@cache
def _markers(model: type[BaseModel], kind: type[Marker]) -> dict[str, tuple[str, Marker | None]]:
    """Return each field's name in files and the marker of a kind in its annotation, if it has one."""
    hints = get_type_hints(model, include_extras=True)
    return {name: (field.alias or name, _find(hints[name], kind)) for name, field in model.model_fields.items()}


def _find(annotation: Any, kind: type[Marker]) -> Marker | None:
    if isinstance(annotation, kind):
        return annotation
    return next((found for part in get_args(annotation) if (found := _find(part, kind)) is not None), None)


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
    for kind, id_, steps in references(model):
        named_only = isinstance(model, Update)  # it tells of what was withdrawn; any other entry would show it
        if known.leads_nowhere(kind, id_) if named_only else known.is_unknown(kind, id_):
            yield Problem.at(
                document.file,
                document.mark((*way, *steps)),
                f"no {kind} {shown(id_)}",
                hint_for(known, kind, id_),
                path=path_text(label, steps),
            )


def hint_for(known: Known, kind: Kind, id_: str) -> str:
    """Return what to do about an id that no entry has: the nearest one, or the news that it was withdrawn."""
    return "it was withdrawn" if known.withdrawn(kind, id_) else did_you_mean(id_, known.ids(kind))

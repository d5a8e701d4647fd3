"""Which other entries an entry points at, found by walking its model."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from explainer.record.fields import EntryRef, Kind, Ref
from explainer.record.formats import Document, Way
from explainer.record.problems import Problem, did_you_mean
from explainer.record.record import Record
from explainer.record.validation import path_text


def references(model: BaseModel, way: Way = ()) -> Iterator[tuple[Kind, str, Way]]:
    """Yield what a model points at: the kind, the id, and the way to the value that says so."""
    for name, (alias, annotation) in _annotations(type(model)).items():
        yield from _references(getattr(model, name), annotation, (*way, alias))


@cache
def _annotations(model: type[BaseModel]) -> dict[str, tuple[str, Any]]:
    hints = get_type_hints(model, include_extras=True)
    return {name: (field.alias or name, hints[name]) for name, field in model.model_fields.items()}


def _references(value: Any, annotation: Any, way: Way) -> Iterator[tuple[Kind, str, Way]]:
    if value is None:
        return
    if isinstance(value, BaseModel):
        yield from references(value, way)
    elif isinstance(value, EntryRef):
        yield value.kind, value.id, way
    elif isinstance(value, list):
        inner = next((each for each in _unwrapped(annotation) if get_origin(each) is list), None)
        for n, each in enumerate(value):
            yield from _references(each, get_args(inner)[0] if inner else Any, (*way, n))
    elif isinstance(value, str):
        for each in _unwrapped(annotation):
            if isinstance(each, Ref):
                yield each.kind, value, way


def _unwrapped(annotation: Any) -> Iterator[Any]:
    """Yield an annotation and all that `Annotated` and `| None` wrap."""
    yield annotation
    if get_origin(annotation) is not list:
        for part in get_args(annotation):
            yield from _unwrapped(part)


def dangling(model: BaseModel, record: Record, document: Document, way: Way = (), label: str = "") -> Iterator[Problem]:
    """Yield a problem for each reference of a model to an entry that is not there, at the reference's own place."""
    for kind, id_, steps in references(model):
        if record.is_unknown(kind, id_):
            mark = document.mark((*way, *steps))
            yield Problem(
                document.file,
                mark.line,
                mark.column,
                f"no {kind} `{id_}`",
                path_text(label, steps),
                did_you_mean(id_, record.ids(kind)),
            )

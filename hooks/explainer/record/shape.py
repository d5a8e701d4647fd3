"""What a field may hold, read from its type: a date, a reference, Markdown, a group of fields with its own class."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from explainer.edtf.dates import Date
from explainer.fields.named import Named
from explainer.fields.types import Plain, Prose, Verbatim
from explainer.record.kinds.refs import EntryRef, Kind, Ref


@dataclass(frozen=True)
class Shape:
    """What a field may hold; of a list, what each of its items is.

    Attributes:
        is_date: A date in EDTF.
        is_prose: Markdown.
        is_plain: Plain text of the editors' own.
        is_verbatim: Words as they were said or printed.
        names_entry: The name of an entry of any kind: `event:private-meeting`.
        refers_to: The kind of the entry whose id it is; None where it is no id of an entry.
        group: The class of a group of fields; None for a single value.
        named: What the field is called; None where no reader is told of it by itself.
    """

    is_date: bool = False
    is_prose: bool = False
    is_plain: bool = False
    is_verbatim: bool = False
    names_entry: bool = False
    refers_to: Kind | None = None
    group: type[BaseModel] | None = None
    named: Named | None = None


UNKNOWN = Shape()
"""What nothing is known of, such as a field that the ledger has from an older version."""


@cache
def shapes_of(model: type[BaseModel]) -> dict[str, Shape]:
    """Return the shapes of a model's fields, by the fields' names in files."""
    hints = get_type_hints(model, include_extras=True)
    return {field.alias or name: _shape(hints[name]) for name, field in model.model_fields.items()}


def shape_of(model: type[BaseModel] | None, name: str) -> Shape:
    """Return the shape of a field, by its name in files."""
    return shapes_of(model).get(name, UNKNOWN) if model else UNKNOWN


def _shape(annotation: Any) -> Shape:
    parts = list(_parts(annotation))
    return Shape(
        is_date=Date in parts,
        is_prose=any(isinstance(part, Prose) for part in parts),
        is_plain=any(isinstance(part, Plain) for part in parts)
        and not any(isinstance(part, Prose | Verbatim) for part in parts),
        is_verbatim=any(isinstance(part, Verbatim) for part in parts),
        names_entry=EntryRef in parts,
        refers_to=next((part.kind for part in parts if isinstance(part, Ref)), None),
        group=next((part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)), None),
        named=next((part for part in parts if isinstance(part, Named)), None),
    )


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield a type, the types that it is made of, and what these are marked with."""
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)

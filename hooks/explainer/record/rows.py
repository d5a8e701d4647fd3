"""The rows of a CSV file as entries of a kind: which columns its model has, and which cells hold lists."""

from collections.abc import Iterator
from typing import Any, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from explainer.characters import shown
from explainer.fields.validation import fields_of, model_in
from explainer.files.documents import Document
from explainer.problems.problem import Problem, did_you_mean

IN_YAML = "write the collection in YAML"


def required_columns(model: type[BaseModel]) -> list[str]:
    """Return the columns that every row must fill."""
    return [name for name, field in fields_of(model).items() if field.is_required() and not _holds_groups(field)]


def misfits(document: Document, model: type[BaseModel]) -> Iterator[Problem]:
    """Yield a problem for each column that no entry can have, and for each that every entry must have and is missing.

    They are told once, in the first row, and not again in every row beneath.
    """
    header = {str(way[0]): mark for way, mark in document.names.items() if len(way) == 1}
    for column, mark in header.items():
        if column and (told := _misfit(column.split("."), model)):
            yield Problem.at(document.file, mark, *told)
    filled = {column.split(".")[0] for column in header}
    for name, field in fields_of(model).items():
        if field.is_required() and name not in filled:
            place = min(header.values(), default=document.mark(()))
            if _holds_groups(field):
                message = f"the field `{name}` must be filled, and its groups of fields do not fit into a row"
                yield Problem.at(document.file, place, message, IN_YAML)
            else:
                yield Problem.at(document.file, place, f"the column `{name}` is missing")


def _misfit(steps: list[str], model: type[BaseModel], within: str = "") -> tuple[str, str] | None:
    """Return what is wrong with a column, and how to mend it: `a.b` names the field `b` in the field `a`."""
    fields = fields_of(model)
    name, *further = steps
    path = f"{within}{name}"
    if name not in fields:
        return f"no field {shown(path)}", did_you_mean(path, [f"{within}{each}" for each in fields])
    inner = model_in(fields[name].annotation)
    if _holds_groups(fields[name]):
        return f"the field `{path}` holds groups of fields, which do not fit into a row", IN_YAML
    if get_origin(fields[name].annotation) is dict:
        return None if further else (f"the field `{path}` is a group of fields", f"name its columns `{path}.…`")
    if inner is not None:
        columns = ", ".join(f"`{path}.{each}`" for each in fields_of(inner))
        is_group = f"the field `{path}` is a group of fields", f"name its columns {columns}"
        return _misfit(further, inner, f"{path}.") if further else is_group
    return (f"the field `{path}` has no fields of its own", f"name the column `{path}`") if further else None


def _holds_groups(field: FieldInfo) -> bool:
    return get_origin(field.annotation) is list and model_in(field.annotation) is not None


def with_lists(value: dict[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """Split the cells that hold lists: `a; b` is a list of two."""
    lists = {name for name, field in fields_of(model).items() if get_origin(field.annotation) is list}
    return {
        name: [part.strip() for part in cell.split(";") if part.strip()] if name in lists else cell
        for name, cell in value.items()
    }

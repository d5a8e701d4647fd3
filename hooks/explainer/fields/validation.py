"""Plain values to models, and pydantic's errors to problems an editor can act on."""

from collections.abc import Callable
from typing import Any, TypeVar, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from explainer.characters import plain, shown
from explainer.fields.types import name_of
from explainer.files.documents import Document, Way
from explainer.problems.problem import Problem, did_you_mean

M = TypeVar("M", bound=BaseModel)


def validate(
    model: type[M], value: Any, document: Document, way: Way = (), label: str = ""
) -> tuple[M | None, list[Problem]]:
    """Make a model of a plain value.

    Args:
        model: The class to make.
        value: What the file holds at `way`.
        document: The file: it knows the places.
        way: The way to the value in the document.
        label: What the problems' paths begin with: the entry's id.

    Returns:
        The model, or None where the value breaks its rules; and all breaches.
    """
    if not isinstance(value, dict):
        message = f"expected a group of fields, found {name_of(value)}"
        return None, [Problem.at(document.file, document.mark(way), message)]
    try:
        return model.model_validate(_without_empty(value, model)), []
    except ValidationError as invalid:
        errors = invalid.errors(include_url=False)
        return None, [_problem(error, model, document, way, label) for error in errors]


def _without_empty(value: Any, model: type[BaseModel] | None) -> Any:
    """Leave out fields without a value: an editor who deletes a value and leaves the name means "none".

    A name of the editor's own choice, as in `allow`, stays without its value, and is told: it looks as if it held.
    """
    if isinstance(value, list):
        return [_without_empty(each, model) for each in value]
    if not isinstance(value, dict) or model is None:
        return value
    fields = fields_of(model)
    kept = {}
    for name, each in value.items():
        annotation = fields[name].annotation if name in fields else None
        if each != "":
            kept[name] = _without_empty(each, None if get_origin(annotation) is dict else model_in(annotation))
    return kept


def path_text(label: str, way: Way) -> str:
    """Write a way as an editor reads it: `private-meeting: people[1]`."""
    text = ""
    for step in way:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return ": ".join(part for part in (label, text.lstrip(".")) if part)


def _problem(error: ErrorDetails, model: type[BaseModel], document: Document, way: Way, label: str) -> Problem:
    location: Way = error["loc"]
    kind = error["type"]
    at = (*way, *location)
    mark = document.mark(at)
    wording = WORDINGS.get(kind)
    if kind == "extra_forbidden":
        name = str(location[-1])
        mark = document.names.get(at, mark)
        message = f"no field {shown(name)}"
        hint = did_you_mean(name, _field_names(model, location[:-1]))
        if name == "<<":
            message, hint = "found `<<`, which merges another entry", "write the fields out"
    elif kind == "explainer":
        message, hint = error["ctx"]["message"], error["ctx"]["hint"]
    elif wording:
        message, hint = wording(error)
        if kind == "missing":
            mark = document.mark(at[:-1])
    else:  # a kind that no field of ours can give; pydantic's own words are better than none
        message, hint = error["msg"][:1].lower() + error["msg"][1:], ""
    return Problem.at(document.file, mark, message, hint, path=path_text(label, location))


def _field_names(model: type[BaseModel], location: Way) -> list[str]:
    """Return the names a group of fields may hold, at a location inside a model."""
    current: Any = model
    for step in location:
        if isinstance(step, str):
            current = model_in(fields_of(current)[step].annotation)
    return list(fields_of(current))


def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of a model by the names that they have in files."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def model_in(annotation: Any) -> type[BaseModel] | None:
    """Find the model class in an annotation such as `list[Role]` or `Question | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in getattr(annotation, "__args__", ()) if (found := model_in(part))), None)


def _literal(error: ErrorDetails) -> tuple[str, str]:
    choice = [part.strip("' ") for part in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
    found = error["input"]
    hint = did_you_mean(found, choice) if isinstance(found, str) else ""
    listed = ", ".join(f"`{word}`" for word in choice)
    return f"expected one of {listed}, found {name_of(found)}", hint if hint.startswith("did") else ""


def _listed(error: ErrorDetails) -> tuple[str, str]:
    found = error["input"]
    return f"expected a list, found {name_of(found)}", f"write `[{found}]`" if isinstance(found, str) else ""


def _digits(found: Any) -> str:
    meant = plain(str(found)).strip()
    return f"write `{meant}`" if meant != found and meant.isdecimal() else ""


Wording = Callable[[ErrorDetails], tuple[str, str]]

WORDINGS: dict[str, Wording] = {
    "missing": lambda e: (f"the field `{e['loc'][-1]}` is missing", ""),
    "string_type": lambda e: (f"expected text, found {name_of(e['input'])}", ""),
    "string_too_short": lambda _: ("expected text, found nothing", ""),
    "list_type": _listed,
    "too_short": lambda _: ("expected at least one entry, found an empty list", ""),
    "literal_error": _literal,
    "dict_type": lambda e: (f"expected a group of fields, found {name_of(e['input'])}", ""),
    "model_type": lambda e: (f"expected a group of fields, found {name_of(e['input'])}", ""),
    "int_parsing": lambda e: (f"expected a whole number, found {name_of(e['input'])}", _digits(e["input"])),
    "int_type": lambda e: (f"expected a whole number, found {name_of(e['input'])}", ""),
    "greater_than_equal": lambda e: (f"expected {e['ctx']['ge']} or more, found {name_of(e['input'])}", ""),
    "less_than_equal": lambda e: (f"expected {e['ctx']['le']} or less, found {name_of(e['input'])}", ""),
}
"""pydantic's kinds of error in an editor's words: message and hint."""

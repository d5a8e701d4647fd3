"""JSON Schemas of the collections, made from the models: an editor's program completes and checks fields by them."""

from typing import Any

from pydantic import TypeAdapter

from explainer.record.kinds.registry import collections

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(collection: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a collection's file, with the models' descriptions.

    Args:
        collection: The collection's name, such as `timeline`.
    """
    model = collections()[collection].model
    schema = TypeAdapter(list[model]).json_schema(by_alias=True)  # type: ignore[valid-type] # made at run time
    return {"$schema": DIALECT, "title": collection, **_as_yaml_types_it(schema)}


def _as_yaml_types_it(schema: Any) -> Any:
    """Let every text be a number or a truth value too: to YAML `2016` and `true` are, to the record they are text."""
    if isinstance(schema, list):
        return [_as_yaml_types_it(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    loose = {name: _as_yaml_types_it(value) for name, value in schema.items()}
    if loose.get("type") == "string" and "enum" not in loose and "const" not in loose:
        loose["type"] = ["string", "number", "boolean"]
    return loose

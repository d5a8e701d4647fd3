"""JSON to plain values: Python's parser decides what is right and gives the values, YAML's the places."""

import json
import re
from typing import Any

from explainer.files.documents import Document
from explainer.files.yaml_format import read_yaml
from explainer.problems.problem import Mark

PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
"""A character beyond the first plane, as JSON escapes it and YAML does not."""

HALF = re.compile(r"(?<!\\)(?:\\\\)*(?P<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})")
"""Half of such a character, which no file can hold."""


def read_json(text: str, document: Document) -> None:
    """Read JSON into `document`.

    JSON is a subset of YAML 1.2 but for tabs and the escapes of characters beyond the first plane. Each of those gives
    way to something as long, so that the places agree: a raw tab cannot stand in a JSON string, so each is white space.
    """
    as_yaml = PAIR.sub(r"\\u0041\\u0041", text.replace("\t", " "))
    try:
        value = json.loads(text, parse_int=str, parse_float=str, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        document.problem(Mark(error.lineno, error.colno), f"expected JSON: {error.msg[0].lower()}{error.msg[1:]}")
        return
    except RecursionError:
        read_yaml(as_yaml, document)  # knows where the file goes too deep
        return
    except ValueError as error:
        document.problem(None, f"expected JSON: {error}")
        return
    if found := HALF.search(as_yaml):
        at = found.start("half")
        mark = Mark(as_yaml.count("\n", 0, at) + 1, at - as_yaml.rfind("\n", 0, at))
        document.problem(mark, f"found half of a character, `{found['half']}`", "write the character itself")
        return
    read_yaml(as_yaml, document)
    if not document.problems:
        document.value = _as_text(value)


def _no_constant(name: str) -> None:
    message = f"`{name}` is not a value of JSON"
    raise ValueError(message)


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _as_text(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_as_text(each) for each in value]
    return {None: "", True: "true", False: "false"}.get(value, value)

"""The kinds of value a field of the record may hold, and what each accepts.

Every value arrives as text (see `reading`), so a model never has to guess what an editor meant by `2016` or `no`.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, PlainSerializer, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from explainer.edtf.dates import Date, DateError, parse

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"


@dataclass(frozen=True)
class Prose:
    """Marks a text as Markdown."""


def field_error(message: str, hint: str = "") -> PydanticCustomError:
    """Return an error whose message and hint reach the editor as they are."""
    return PydanticCustomError("explainer", "{message}", {"message": message, "hint": hint})


def suggest_id(text: str) -> str:
    """Return the id nearest to what was typed: lower case, words joined by hyphens."""
    plain = text.casefold().replace("ß", "ss")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _id(text: str) -> str:
    if re.fullmatch(ID_PATTERN, text):
        return text
    nearest = suggest_id(text)
    hint = f"write `{nearest}`" if nearest else "for example `private-meeting`"
    raise field_error(f"expected an id of lower-case letters a to z, digits and single hyphens, found `{text}`", hint)


def _date(value: Any) -> Date:
    if isinstance(value, Date):
        return value
    if not isinstance(value, str):
        raise field_error("expected a date, found " + name_of(value), "for example `2016-09`")
    try:
        return parse(value)
    except DateError as error:
        raise field_error(str(error), error.hint) from None


def _url(text: str) -> str:
    """Accept http, https and mailto alone: an address is shown as a link, and no other scheme is safe as one."""
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise field_error(f"expected an address, found `{text}` ({error})") from None
    web = parts.scheme in {"http", "https"} and bool(parts.hostname)
    mail = parts.scheme == "mailto" and "@" in parts.path
    if not (web or mail) or re.search(r"[\s<>\"\\^`{|}\x00-\x1f\x7f]", text):
        raise field_error(f"expected an address that begins with https://, http:// or mailto:, found `{text}`")
    return text


def _printable(text: str) -> str:
    """Refuse control characters: no YAML and no feed can hold them (XML 1.0, 2.2), though JSON and CSV can."""
    if found := re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]", text):
        raise field_error(f"found the control character U+{ord(found[0]):04X}, which nobody can read", "take it out")
    return text


def name_of(value: object) -> str:
    """Say in words what kind of value stands in a file."""
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a group of fields"
    return f"`{value}`" if value not in (None, "") else "nothing"


Id = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN}$"})]
"""An entry's name for good: lower-case letters, digits and hyphens, unique in its collection, never reused."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_printable)]
"""Plain text: shown as it stands, never read as markup."""

Markdown = Annotated[Text, Prose()]
"""Markdown, with citations and links to entries. HTML in it is shown, not obeyed."""

Url = Annotated[str, AfterValidator(_url), WithJsonSchema({"type": "string", "format": "uri"})]
"""An address: http, https or mailto."""

EdtfDate = Annotated[
    Date,
    PlainValidator(_date),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "description": "a date in EDTF, level 0 or 1"}),
]
"""A date no more exact than its source, written in EDTF."""

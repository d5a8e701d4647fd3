"""The kinds of value a field of the record may hold, and what each accepts.

Every value arrives as text (see `reading`), so a model never has to guess what an editor meant by `2016` or `no`.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, PlainSerializer, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from explainer.characters import ACCENTS, composed, shown, visible
from explainer.edtf.dates import Date, DateError, parse

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"

LONGEST_TEXT = 100_000
"""How many characters a text may have: a speech of two hours."""

LONGEST_MARKDOWN = 30_000
"""How many one in Markdown may have: ten pages. A parser takes the longer for each the more there are."""

MOST_OPEN = 50
"""How many brackets may stand open in Markdown: a parser looks for the end of each through all that follows."""

JOINERS = "\u200c\u200d"
"""What joins or parts letters, unseen, in Persian and in India's scripts, in addresses too."""


@dataclass(frozen=True)
class Prose:
    """Marks a text as Markdown."""


@dataclass(frozen=True)
class Plain:
    """Marks a text as plain."""


@dataclass(frozen=True)
class Verbatim:
    """Marks a text as words that were said or printed so: they are what quotations are measured by."""


def field_error(message: str, hint: str = "") -> PydanticCustomError:
    """Return an error whose message and hint reach the editor as they are."""
    return PydanticCustomError("explainer", "{message}", {"message": message, "hint": hint})


def suggest_id(text: str) -> str:
    """Return the id nearest to what was typed: lower case, words joined by hyphens."""
    letters = unicodedata.normalize("NFKD", visible(text).casefold())
    return re.sub(r"[^a-z0-9]+", "-", ACCENTS.sub("", letters)).strip("-")


def _id(text: str) -> str:
    if re.fullmatch(ID_PATTERN, text):
        return text
    nearest = suggest_id(text)
    hint = f"write `{nearest}`" if nearest else "for example `private-meeting`"
    message = f"expected an id of lower-case letters a to z, digits and single hyphens, found {shown(text)}"
    raise field_error(message, hint)


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
        if _is_address(text):
            return _without_fault(text)
        meant = visible(text).strip()
        hint = f"write `{meant}`" if meant != text and _is_address(meant) else ""
    except PydanticCustomError:
        raise
    except ValueError as error:
        raise field_error(f"expected an address, found {shown(text)} ({error})") from None
    raise field_error(f"expected an address that begins with https://, http:// or mailto:, found {shown(text)}", hint)


def _is_address(text: str) -> bool:
    parts = urlsplit(text)
    web = parts.scheme in {"http", "https"} and bool(parts.hostname)
    mail = parts.scheme == "mailto" and "@" in parts.path
    unseen = set(text).difference(visible(text), JOINERS)
    return (web or mail) and not unseen and not re.search(r"[\s<>\"\\^`{|}\x00-\x1f\x7f]", text)


def _without_fault(url: str) -> str:
    if fault := fault_in_address(url):
        raise field_error(f"expected an address, found {shown(url)}, {fault}")
    return url


def fault_in_address(url: str) -> str:
    """Return what is wrong with an address that looks like one and leads elsewhere than a reader would think.

    Args:
        url: The address.

    Returns:
        What is wrong, to be put behind it; empty where nothing is.
    """
    try:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"}:
            return ""
        if parts.username is not None or "@" in parts.netloc:
            return f"which leads to {parts.hostname}, with a name before the `@`"
        _ = parts.port
    except ValueError:
        return "whose port no machine has"
    host = parts.hostname or ""
    for label in host.split("."):
        letters = {unicodedata.name(each, "").split(" ")[0] for each in _unicode(label) if each.isalpha()}
        if len(letters & {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}) > 1:
            return "whose host mixes letters of several scripts that look alike"
    return ""


def _unicode(label: str) -> str:
    """Return a part of a host's name as readers see it."""
    try:
        return label.encode("ascii").decode("idna") if label.startswith("xn--") else label
    except UnicodeError:
        return label


def _at_most(longest: int, hint: str) -> AfterValidator:
    """Return what refuses a text of more characters."""

    def check(text: str) -> str:
        if len(text) > longest:
            raise field_error(f"expected at most {longest:,} characters, found {len(text):,}", hint)
        return text

    return AfterValidator(check)


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
    return shown(str(value)) if value not in (None, "") else "nothing"


def _closed(text: str) -> str:
    """Refuse Markdown with brackets, or addresses of links, that open without end."""
    words = addresses = 0
    for sign in re.findall(r"\]\(|[\[\])]", re.sub(r"\\.", "", text)):
        words = words + 1 if sign == "[" else max(words - (sign != ")"), 0)
        addresses = addresses + 1 if sign == "](" else max(addresses - (sign == ")"), 0)
        if words > MOST_OPEN:
            raise field_error(f"found more than {MOST_OPEN} `[` without their `]`", "close them, or write `\\[`")
        if addresses > MOST_OPEN:
            raise field_error(f"found more than {MOST_OPEN} `](` without their `)`", "close them, or write `\\]`")
    return text


Id = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN}$"})]
"""An entry's name for good: lower-case letters, digits and hyphens, unique in its collection, never reused."""

Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    _at_most(LONGEST_TEXT, "quote from it, and name the whole as a source"),
    AfterValidator(_printable),
    Plain(),
]
"""Plain text: shown as it stands, never read as markup."""

Name = Annotated[Text, AfterValidator(composed)]
"""A text that things are grouped by: the same however its letters were typed."""

Markdown = Annotated[Text, _at_most(LONGEST_MARKDOWN, "put what is longer on a page"), AfterValidator(_closed), Prose()]
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

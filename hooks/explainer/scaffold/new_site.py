"""The files of a new site: what stands in `files/`, with the words of its language, and the schemas of the record."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import jinja2

from explainer.record.kinds.registry import collections
from explainer.record.schema import schema_of
from explainer.version import DISTRIBUTION, VERSION
from explainer.words.words import catalogue_of

FILES = Path(__file__).with_name("files")
"""What a site begins with, in the folders in which it will stand there. What ends in `.jinja` is filled in."""

LOCALE = Path(__file__).with_name("locale")
"""The words of `FILES` in each language, in gettext's own form. `make catalogues` brings them up to date."""

TEMPLATE = ".jinja"

LANGUAGES = ("en", *sorted(file.stem.replace("_", "-") for file in LOCALE.glob("*.po")))
"""The languages in which a site can begin, as a theme names them."""


@dataclass(frozen=True)
class NewSite:
    """What a new site asks of whoever begins it.

    Attributes:
        title: What it is called.
        language: The language of its pages, as a theme names it: one of `LANGUAGES`.
        example: Whether its record is a fuller example.
        today: The day on which it says that it was published first.
    """

    title: str
    language: str
    example: bool
    today: date


def files_of(site: NewSite) -> dict[str, bytes]:
    """Return all files of a new site by their names in its folder."""
    return {**dict(_filled_in(site)), **_schemas()}


def _filled_in(site: NewSite) -> Iterator[tuple[str, bytes]]:
    templates = jinja2.Environment(  # noqa: S701 - Markdown and YAML: `quoted` says what is a YAML text
        loader=jinja2.FileSystemLoader(FILES),
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    templates.install_gettext_translations(catalogue_of(site.language, LOCALE))  # type: ignore[attr-defined]
    templates.filters["quoted"] = _quoted
    values: Mapping[str, object] = {**vars(site), "distribution": DISTRIBUTION, "version": VERSION}
    for file in sorted(each for each in FILES.rglob("*") if each.is_file()):
        name = file.relative_to(FILES).as_posix()
        if name.endswith(TEMPLATE):
            yield name.removesuffix(TEMPLATE), templates.get_template(name).render(values).encode()
        else:
            yield name, file.read_bytes()


def _schemas() -> dict[str, bytes]:
    return {f"schemas/{name}.json": _as_json(schema_of(name)) for name in collections()}


def _as_json(schema: Mapping[str, object]) -> bytes:
    return f"{json.dumps(schema, indent=2, ensure_ascii=False)}\n".encode()


def _quoted(text: str) -> str:
    """Return a text as YAML takes it whatever is in it: what JSON has between quotation marks is YAML, too."""
    return json.dumps(text, ensure_ascii=False)

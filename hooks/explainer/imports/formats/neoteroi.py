"""Timelines of neoteroi-mkdocs: a list of items with `title`, `sub_title` and `content`, in YAML or JSON."""

import re
from typing import Any

import yaml

from explainer.imports.dates import read_date
from explainer.imports.old import ForeignError, Format, Old, Options, Source

NAMES = {"title", "sub_title", "content", "icon", "key"}


def _recognises(source: Source) -> bool:
    items = _items(source)
    return bool(items) and all(isinstance(each, dict) and "title" in each and set(each) <= NAMES for each in items)


def _items(source: Source) -> list[Any]:
    value = source.value
    if value is None and source.text:
        try:
            value = yaml.load(source.text, yaml.BaseLoader)  # noqa: S506 - texts, and nothing else
        except yaml.YAMLError as error:
            message = f"expected YAML: {error}"
            raise ForeignError(message) from error
    if isinstance(value, dict):
        value = value.get("items")
    return value if isinstance(value, list) else []


def _read(source: Source, options: Options) -> tuple[list[Old], list[str]]:
    return [_made(n, item, options) for n, item in enumerate(_items(source))], []


def _made(n: int, item: dict[str, Any], options: Options) -> Old:
    old = Old(f"[{n}]", headline=str(item.get("title") or ""), text=str(item.get("content") or ""))
    old.when = read_date(_without_quarter(str(item.get("sub_title") or "")), options.reading)
    old.is_markdown = True
    old.id = str(item.get("key") or "")
    old.lost = [f"the icon {item['icon']}"] if item.get("icon") else []
    return old


def _without_quarter(text: str) -> str:
    """Return a date in which a quarter of a year, `2022-Q1`, is the months that it has."""
    found = re.fullmatch(r"\s*(?:(\d{4})[-/ ]?Q([1-4])|Q([1-4])[-/ ]?(\d{4}))\s*", text, re.IGNORECASE)
    if not found:
        return text
    year, quarter = found[1] or found[4], int(found[2] or found[3])
    return f"{year}-{3 * quarter - 2:02d} – {year}-{3 * quarter:02d}"


FORMAT = Format("neoteroi timeline", _recognises, _read)

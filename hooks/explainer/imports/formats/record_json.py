"""Our own `record.json`: every entry of another site's record, as it is."""

from typing import Any

from explainer.imports.old import Format, Old, Options, Source
from explainer.record.kinds.registry import collections


def _recognises(source: Source) -> bool:
    value = source.value
    return isinstance(value, dict) and isinstance(value.get("timeline"), list) and "permalinks" in value


def _read(source: Source, options: Options) -> tuple[list[Old], list[str]]:
    del options  # its dates are the record's
    value, olds = source.value, []
    for collection in collections():
        for n, entry in enumerate(value.get(collection) or []):
            if isinstance(entry, dict):
                old = Old(f"{collection}[{n}]", headline=_name(entry), id=str(entry.get("id") or ""))
                old.entry = (collection, {name: each for name, each in entry.items() if each not in (None, "", [], {})})
                olds.append(old)
    pages = len(value.get("questions") or [])
    notes = (
        [f"{pages} questions are pages, of which the file has the answers alone: they are not brought in"]
        if pages
        else []
    )
    notes.append("which checks an entry was exempt from (`allow`) is for editors, and not in the file")
    return olds, notes


def _name(entry: dict[str, Any]) -> str:
    return str(
        next((entry[name] for name in ("title", "name", "question", "words", "text", "id") if entry.get(name)), "")
    )


FORMAT = Format("record.json", _recognises, _read)

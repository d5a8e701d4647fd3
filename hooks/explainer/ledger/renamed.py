"""The ledger under the names that entries and pages have now: a rename is no correction.

An entry says under `aliases` what it was called, a page in its front matter. Nobody need touch the ledger for it.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from explainer.record import marks
from explainer.record.kinds.kind import told_apart
from explainer.record.kinds.refs import QUESTION, Kind
from explainer.record.published import Key, Ledger, Published, sorts
from explainer.record.record import Record
from explainer.record.shape import UNKNOWN, Shape, shape_of, shapes_of
from explainer.site.inventory import Inventory
from explainer.site.pages import stem_of

Names = Mapping[tuple[Kind, str], str]
"""What is called otherwise now: the kind and the former id, and the id that it has."""


def former_names(record: Record, pages: Inventory) -> Names:
    """Return what was renamed: entries, and question pages."""
    names = {(kind, alias): entry.id for kind, entry in record for alias in entry.aliases}
    return names | {(QUESTION, alias): page.stem for page in pages for alias in page.front.aliases}


def under_new_names(ledger: Ledger, names: Names) -> Ledger:
    """Return a ledger in which everything has its present name.

    Args:
        ledger: The ledger as it was kept.
        names: What was renamed.
    """
    if not names:
        return ledger
    entries: dict[Key, Published] = {}
    for key, published in ledger.entries.items():
        entries.setdefault(_key(key, names), _published(key, published, names))
    return Ledger(entries)


def _published(key: Key, published: Published, names: Names) -> Published:
    shapes = shapes_of(sorts()[key.sort].model)
    history = tuple(
        replace(change, before=_value(change.before, shape, names), after=_value(change.after, shape, names))
        if (shape := shapes.get(change.field))
        else change
        for change in published.history
    )
    fields = {name: _value(value, shapes.get(name, UNKNOWN), names) for name, value in published.fields.items()}
    page = published.page
    if page and (stem := names.get((QUESTION, stem_of(page)))):
        page = f"{stem}{posixpath.splitext(page)[1]}"
    return replace(published, fields=fields, history=history, page=page)


def _key(key: Key, names: Names) -> Key:
    sort = sorts()[key.sort]
    part = key.part
    if part and sort.part and (holder := shape_of(sort.model, sort.part.told_by).refers_to):
        part = told_apart(names.get((holder, id_), id_) for id_ in part.split("+"))
    return Key(key.sort, names.get((sort.named_by, key.id), key.id), part)


def _value(value: Any, shape: Shape, names: Names) -> Any:
    if isinstance(value, list):
        return [_value(each, shape, names) for each in value]
    if isinstance(value, dict) and shape.group:
        shapes = shapes_of(shape.group)
        return {name: _value(each, shapes[name], names) if name in shapes else each for name, each in value.items()}
    if isinstance(value, str) and shape.is_prose:
        return marks.under_new_names(value, names)
    if isinstance(value, str) and shape.refers_to:
        return names.get((shape.refers_to, value), value)
    if isinstance(value, str) and shape.names_entry:
        kind, _, id_ = value.partition(":")
        return f"{kind}:{names.get((kind, id_), id_)}"
    return value

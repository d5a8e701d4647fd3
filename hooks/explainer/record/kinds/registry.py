"""Which kinds of entries there are: those of this folder, and those that other packages bring.

Another package names its kind under the entry point `explainer.kinds`, or hands it to `register`.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any

from explainer.brought import brought
from explainer.record.kinds.kind import Entry, EntryKind

AnyKind = EntryKind[Any]

OURS = ("event", "person", "statement", "source", "dispute", "medium", "place", "term", "update")
"""The files of this folder that hold a kind, in the order in which kinds are told everywhere.

They are loaded as others' are, and not imported: references between entries ask here which kinds there are.
"""

_registered: list[AnyKind] = []


def register(kind: AnyKind) -> None:
    """Add a kind of another package, for all sites that are read from now on."""
    _registered.append(kind)
    for cached in (all_kinds, collections, _by_model):
        cached.cache_clear()


@cache
def all_kinds() -> Mapping[str, AnyKind]:
    """Return all kinds by their names, in their order.

    Raises:
        ValueError: Two kinds have one name, or one collection.
    """
    ours = (import_module(f"explainer.record.kinds.{name}").KIND for name in OURS)
    found: dict[str, AnyKind] = {}
    for kind in (*ours, *brought("explainer.kinds"), *_registered):
        if kind.name in found or any(kind.collection == each.collection for each in found.values()):
            message = f"there are two kinds of entries `{kind.name}`, or two collections `{kind.collection}`"
            raise ValueError(message)
        found[kind.name] = kind
    return MappingProxyType(found)


@cache
def collections() -> Mapping[str, AnyKind]:
    """Return all kinds by the names of their collections, in their order."""
    return MappingProxyType({kind.collection: kind for kind in all_kinds().values()})


@cache
def _by_model() -> Mapping[type[Entry], AnyKind]:
    return {kind.model: kind for kind in all_kinds().values()}


def kind_of(model: type[Entry]) -> AnyKind:
    """Return the kind whose entries are of a class."""
    return _by_model()[model]

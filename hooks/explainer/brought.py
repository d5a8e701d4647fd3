"""What other packages bring: kinds, blocks, rules and products that they name as entry points of theirs."""

from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

GROUPS = ("explainer.kinds", "explainer.blocks", "explainer.rules", "explainer.products", "explainer.imports")
"""All groups of entry points that are asked for."""


def brought(group: str) -> tuple[Any, ...]:
    """Load what the installed packages name under a group of entry points, such as `explainer.rules`.

    Raises:
        ImportError, AttributeError: A package names what it does not have.
    """
    return tuple(found.load() for found in _selecting()(group=group))


def is_nothing_brought() -> bool:
    """Whether no other package has a say in what a site is."""
    return not any(True for group in GROUPS for _ in _selecting()(group=group))


@cache
def _selecting() -> Callable[..., Iterable[EntryPoint]]:
    """Return what selects among all entry points: each installed package is looked at for it, so that is done once."""
    return entry_points().select

"""Which rules and checks there are: the files of two folders, in the order of their names, and what others bring.

Another package names its rules under the entry point `explainer.rules`, or hands them to `register`.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from explainer.brought import brought
from explainer.rules import editorial, integrity
from explainer.rules.rule import Check, Rule

_registered: list[Check] = []


def register(check: Check) -> None:
    """Add a rule, or a check that no site may do without, for all sites that are read from now on."""
    _registered.append(check)


def all_checks() -> list[Check]:
    """Return what must hold on every site."""
    return [each for each in _everything() if not isinstance(each, Rule)]


def all_rules() -> list[Rule]:
    """Return the editorial rules."""
    return [each for each in _everything() if isinstance(each, Rule)]


def _everything() -> Iterable[Check]:
    """Return all of them; of two with one name the later holds, so that another package may put its own in place."""
    return {each.name: each for each in (*_ours(), *brought("explainer.rules"), *_registered)}.values()


@cache
def _ours() -> tuple[Check, ...]:
    return (*_in(integrity.__name__, integrity.__path__, "CHECK"), *_in(editorial.__name__, editorial.__path__, "RULE"))


def _in(package: str, path: Iterable[str], name: str) -> Iterator[Check]:
    for module in sorted(module.name for module in iter_modules(path)):
        yield getattr(import_module(f"{package}.{module}"), name)

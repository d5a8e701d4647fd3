"""What makes a product is loaded when it is made: who only checks a site loads no library for pictures or calendars."""

from collections.abc import Callable
from pkgutil import resolve_name
from typing import Any


def later(name: str) -> Callable[..., Any]:
    """Return a function that is looked up when it is called.

    Args:
        name: Its module and its name: `explainer.publish.calendar:calendar`.
    """

    def made(*arguments: Any) -> Any:
        return resolve_name(name)(*arguments)

    return made

"""What a field is called where readers are told that it changed, and whether its change is one of meaning.

Both are marked on the field itself: `title: Annotated[Text, Kept(N_("Headline"))]`. Each field that
readers are shown is either kept by the ledger, or says why it may change in silence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from pydantic import BaseModel


def N_(message: str) -> str:  # noqa: N802 - gettext's name for it
    """Mark a message for the catalogues, where it is written down and not yet said: no language is known there."""
    return message


def ngettext_noop(one: str, many: str) -> tuple[str, str]:
    """Mark a message for the catalogues that depends on a number; see `N_`."""
    return one, many


@dataclass(frozen=True)
class Named:
    """Marks a field with its name for readers.

    Attributes:
        label: The name, as a message for the catalogues.
        choices: What each of its fixed choices is called, where readers are told one in words.
    """

    label: str
    choices: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Kept(Named):
    """Marks a field that carries meaning to a reader, so that the ledger keeps it.

    Attributes:
        may: What becomes of it without an update: nothing, or it may grow, as a list of sources does, or it may change,
            since it tells of a change itself.
    """

    may: Literal["", "grow", "change"] = ""


@dataclass(frozen=True)
class Free(Named):
    """Marks a field that may change in silence.

    Attributes:
        because: Why: a reader has been told nothing else by it.
    """

    because: str = ""


Mark = TypeVar("Mark", bound=Named)


def marked(model: type[BaseModel], mark: type[Mark]) -> Iterator[tuple[str, Mark]]:
    """Yield the fields of a model that carry a mark, by their names in files, in their order."""
    for name, info in model.model_fields.items():
        for each in info.metadata:
            if isinstance(each, mark):
                yield info.alias or name, each

"""References from one entry to another: a type that points at an entry carries a `Ref`, and `references` finds it."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from explainer.fields.types import Text, field_error, name_of

Kind = str
"""What kind of entry something is, by its name: `event`. A `question` is a page, and an update may name it."""

KINDS: tuple[Kind, ...] = ("event", "person", "statement", "source", "dispute", "update")
"""The kinds of entries that collections hold."""

QUESTION: Kind = "question"

REFERRED: tuple[Kind, ...] = (*KINDS, QUESTION)
"""All that a reference may name."""


@dataclass(frozen=True)
class Ref:
    """Marks a text as the id of another entry of the record."""

    kind: Kind


EventRef = Annotated[Text, Ref("event")]
PersonRef = Annotated[Text, Ref("person")]
StatementRef = Annotated[Text, Ref("statement")]
SourceRef = Annotated[Text, Ref("source")]


@dataclass(frozen=True)
class EntryRef:
    """An entry of any kind, or a question page, written `kind:id`: `event:private-meeting`, `question:words`."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


def _entry_ref(value: Any) -> EntryRef:
    kind, _, id_ = value.partition(":") if isinstance(value, str) else ("", "", "")
    if kind not in REFERRED or not id_:
        raise field_error(
            f"expected a kind and an id, found {name_of(value)}",
            "for example `event:private-meeting`; the kinds are " + ", ".join(REFERRED),
        )
    return EntryRef(kind, id_)


AnyRef = Annotated[
    EntryRef,
    PlainValidator(_entry_ref),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^({'|'.join(KINDS)}|question):.+$"}),
]
"""An entry of any kind, or a question page, written `kind:id`."""

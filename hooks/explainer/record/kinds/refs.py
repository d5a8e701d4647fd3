"""References from one entry to another: a type that points at an entry carries a `Ref`, and `references` finds it."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetJsonSchemaHandler, PlainSerializer, PlainValidator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from explainer.fields.types import Text, field_error, name_of
from explainer.record.kinds.registry import all_kinds

Kind = str
"""What kind of entry something is, by its name: `event`. A `question` is a page, and an update may name it."""

QUESTION: Kind = "question"


def referred() -> tuple[Kind, ...]:
    """Return the kinds of all that a reference may name: entries, and question pages."""
    return (*all_kinds(), QUESTION)


@dataclass(frozen=True)
class Ref:
    """Marks a text as the id of another entry of the record."""

    kind: Kind


EventRef = Annotated[Text, Ref("event")]
PersonRef = Annotated[Text, Ref("person")]
StatementRef = Annotated[Text, Ref("statement")]
SourceRef = Annotated[Text, Ref("source")]
MediumRef = Annotated[Text, Ref("medium")]
PlaceRef = Annotated[Text, Ref("place")]


@dataclass(frozen=True)
class EntryRef:
    """An entry of any kind, or a question page, written `kind:id`: `event:private-meeting`, `question:words`."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


def _entry_ref(value: Any) -> EntryRef:
    kind, _, id_ = value.partition(":") if isinstance(value, str) else ("", "", "")
    if kind not in referred() or not id_:
        raise field_error(
            f"expected a kind and an id, found {name_of(value)}",
            "for example `event:private-meeting`; the kinds are " + ", ".join(referred()),
        )
    return EntryRef(kind, id_)


class _OfAnyKind:
    """Describes a reference in a JSON Schema, when all kinds are known and not before."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        del schema, handler
        return {"type": "string", "pattern": f"^({'|'.join(referred())}):.+$"}


AnyRef = Annotated[EntryRef, PlainValidator(_entry_ref), PlainSerializer(str, return_type=str), _OfAnyKind()]
"""An entry of any kind, or a question page, written `kind:id`."""

"""Places: where something happened, with their coordinates."""

import re
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from explainer.fields.named import N_, Kept, ngettext_noop
from explainer.fields.types import Markdown, Text, field_error, name_of
from explainer.record.kinds.kind import Called, Entry, EntryKind
from explainer.record.kinds.refs import SourceRef

COORDINATES = re.compile(r"(?P<latitude>[-+]?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(?P<longitude>[-+]?\d{1,3}(?:\.\d+)?)")

Coordinates = tuple[float, float]
"""A latitude and a longitude, in degrees: north and east are positive (WGS 84)."""


def _coordinates(value: Any) -> Coordinates:
    if isinstance(value, tuple):
        return value
    found = COORDINATES.fullmatch(value.strip()) if isinstance(value, str) else None
    latitude, longitude = (float(found["latitude"]), float(found["longitude"])) if found else (91.0, 0.0)
    if abs(latitude) > 90 or abs(longitude) > 180:
        message = f"expected a latitude and a longitude in degrees, found {name_of(value)}"
        raise field_error(message, "for example `30.0175, 32.5802`: north and east are positive")
    return latitude, longitude


def _typed(value: Coordinates) -> str:
    return f"{value[0]:g}, {value[1]:g}"


class Place(Entry):
    """A place."""

    name: Annotated[Text, Kept(N_("Name"))]
    """Its name as readers know it."""
    at: Annotated[
        Coordinates,
        PlainValidator(_coordinates),
        PlainSerializer(_typed, return_type=str),
        WithJsonSchema({"type": "string", "description": "latitude and longitude in degrees: `30.0175, 32.5802`"}),
        Kept(N_("Coordinates")),
    ]
    """Its latitude and longitude in degrees: `30.0175, 32.5802`; north and east are positive."""
    note: Annotated[Markdown | None, Kept(N_("Note"))] = None
    """What happened there (Markdown)."""
    sources: Annotated[list[SourceRef], Kept(N_("Sources"), may="grow")] = []
    """Where that is stated: ids of sources."""


KIND = EntryKind(
    name="place",
    model=Place,
    collection="places",
    called=Called(N_("Place"), ngettext_noop("%(num)d place", "%(num)d places")),
    label=lambda place, _: place.name,
    former_label=lambda fields, _: str(fields.get("name") or ""),
)

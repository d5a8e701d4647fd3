"""The record as data: all of it as JSON and its schema; the timeline as JSON, CSV and for TimelineJS."""

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any, Literal

from markupsafe import escape
from pydantic import BaseModel, ConfigDict, Field, create_model

from explainer.edtf.dates import Date, Day, End, Precision
from explainer.fields.types import EdtfDate, Text
from explainer.html.press import Press
from explainer.publish.products.record_schema import DOWNLOAD as RECORD_SCHEMA
from explainer.publish.view import FileView
from explainer.record.contents import Contents
from explainer.record.kinds.dispute import Dispute
from explainer.record.kinds.event import Event, Status
from explainer.record.kinds.person import Person
from explainer.record.kinds.registry import all_kinds, collections
from explainer.record.kinds.source import Source
from explainer.record.kinds.statement import Statement
from explainer.record.kinds.update import Update
from explainer.record.schema import DIALECT
from explainer.site.site import Site

VERSION: Literal["1"] = "1"
"""Raised whenever a field of an export goes or changes its meaning; new fields may come without it."""


FOR_EDITORS = {"allow", "unrelated"}
"""The fields of entries that concern their editors alone: why a check, or an event, does not count for them."""


class Exported(BaseModel):
    """What the exports share: names in files as in the record, a line of meaning for each field."""

    model_config = ConfigDict(use_attribute_docstrings=True, populate_by_name=True)


class ExportedQuestion(Exported):
    """A question page."""

    id: Text
    """Its name: the page's file without its ending."""
    title: Text
    """The question."""
    answer: Text
    """The short answer (Markdown)."""
    published: EdtfDate | None = None
    """When it was first published (EDTF)."""
    updated: EdtfDate | None = None
    """When it last changed in substance (EDTF)."""
    reviewed: EdtfDate | None = None
    """When somebody last checked that it still holds (EDTF)."""


class ExportedRecord(Exported):
    """The whole record of a site."""

    version: Literal["1"] = VERSION
    """The version of this form."""
    name: Text
    """The site's name."""
    url: str
    """The site's address; empty where it has none."""
    language: Text
    """The language of its texts (BCP 47)."""
    licence: str | None
    """Under what licence others may use the data; null where the site does not say."""
    as_of: EdtfDate | None = None
    """The day up to which the site tells its story (EDTF)."""
    timeline: list[Event]
    """The events, in the order of the record."""
    people: list[Person]
    """The people and organisations."""
    statements: list[Statement]
    """The statements, word for word."""
    sources: list[Source]
    """The sources."""
    disputes: list[Dispute]
    """The disputes."""
    updates: list[Update]
    """What was changed after publication."""
    questions: list[ExportedQuestion]
    """The questions, in the order of the site."""
    permalinks: dict[str, str]
    """The address of each entry and question that the site shows, by `kind:id`."""


class TimelineEvent(Exported):
    """An event with all that it points at written out, for programs that do not know the record."""

    id: Text
    """Its name for good."""
    date: EdtfDate
    """When it happened (EDTF)."""
    date_in_words: Text
    """The same in the site's language."""
    earliest: str | None
    """The first day that the date may mean (ISO 8601); null where it is open or unknown."""
    latest: str | None
    """The last day that the date may mean (ISO 8601); null where it is open or unknown."""
    title: Text
    """What happened."""
    text: str
    """What there is to say about it, as plain text."""
    status: Status
    """How sure the sources are."""
    known: EdtfDate | None
    """When it became public, where that differs (EDTF)."""
    people: list[str]
    """The names of who took part or is concerned."""
    tags: list[str]
    """Words to group by."""
    story: str | None
    """The story it belongs to."""
    sources: list[str]
    """Each source in a line: publisher, title and address."""
    url: str | None
    """Its permalink."""


class ExportedTimeline(Exported):
    """The timeline."""

    version: Literal["1"] = VERSION
    """The version of this form."""
    name: Text
    """The site's name."""
    url: str
    """The site's address; empty where it has none."""
    language: Text
    """The language of its texts (BCP 47)."""
    licence: str | None
    """Under what licence others may use the data; null where the site does not say."""
    events: list[TimelineEvent]
    """The events, the earliest first."""


def exported_record() -> type[ExportedRecord]:
    """Return the form of the whole record, with the kinds of entries that other packages bring."""
    others: dict[str, Any] = {
        kind.collection: (list[kind.model], Field(description=f"The entries of the collection `{kind.collection}`."))  # type: ignore[name-defined] # made at run time
        for kind in all_kinds().values()
        if kind.collection not in ExportedRecord.model_fields
    }
    return create_model("ExportedRecord", __base__=ExportedRecord, **others) if others else ExportedRecord


def _as_json(content: Any) -> str:
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def _view(press: Press) -> FileView:
    return FileView(press, None if press.site.url else "")


# --- the whole record ---------------------------------------------------------------------------------------------


def record_json(press: Press) -> str:
    """Return the whole record as JSON, each entry with its fields as in `data/`. `record_schema` describes it."""
    view = _view(press)
    entries = {name: list(press.record.entries.get(kind.name, {}).values()) for name, kind in collections().items()}
    entries["updates"] = list(press.record.updates.values())  # those that readers are told of
    exported = exported_record()(
        name=press.site.name or "explainer",
        url=press.site.url,
        language=view.words.tag,
        licence=press.site.settings.licence,
        as_of=press.site.settings.as_of,
        questions=list(_questions(press.contents)),
        permalinks=dict(_permalinks(view)),
        **entries,
    )
    dumped = exported.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, exclude={name: {"__all__": FOR_EDITORS} for name in entries}
    )
    return _as_json({"$schema": RECORD_SCHEMA.path, "version": VERSION, **dumped})


def _questions(contents: Contents) -> Iterator[ExportedQuestion]:
    for page in contents.pages.questions:
        front = page.front
        yield ExportedQuestion(
            id=page.stem,
            title=page.title,
            answer=front.answer or "",
            published=front.published,
            updated=front.updated,
            reviewed=front.reviewed,
        )


def _permalinks(view: FileView) -> Iterator[tuple[str, str]]:
    for kind, entry in view.record:
        if url := view.url(kind, entry.id):
            yield f"{kind}:{entry.id}", url
    for page in view.contents.pages.questions:
        yield f"question:{page.stem}", view.page_url(page.path)


def record_schema(site: Site) -> str:
    """Return the JSON Schema (draft 2020-12) of `record_json`, with the meaning of every field."""
    schema = exported_record().model_json_schema(by_alias=True)
    for definition in schema["$defs"].values():
        for name in FOR_EDITORS:
            definition.get("properties", {}).pop(name, None)
    schema["properties"]["$schema"] = {"type": "string", "description": "Where this schema is, from the file."}
    identity = {"$id": f"{site.url}{site.prefix}{RECORD_SCHEMA.path}"} if site.url else {}
    return _as_json({"$schema": DIALECT, **identity, **schema})


# --- the timeline -------------------------------------------------------------------------------------------------


def timeline_events(press: Press) -> list[TimelineEvent]:
    """Return the events as others can use them without the record, the earliest first."""
    view = _view(press)
    return [
        TimelineEvent(
            id=event.id,
            date=event.date,
            date_in_words=view.words.date(event.date),
            earliest=_iso(event.date, event.date.lower),
            latest=_iso(event.date, event.date.upper),
            title=event.title,
            text=view.plain(event.text) if event.text else "",
            status=event.status,
            known=event.known,
            people=[press.record.people[id_].name for id_ in event.people if id_ in press.record.people],
            tags=list(event.tags),
            story=event.story,
            sources=[_source_line(press.record.sources[id_]) for id_ in event.sources if id_ in press.record.sources],
            url=view.url("event", event.id),
        )
        for event in sorted(press.record.events.values(), key=lambda each: each.date)
    ]


def _iso(date: Date, day: Day | None) -> str | None:
    """Return a bound of a date as ISO 8601 writes a day: years before 0 and beyond 9999 with their sign."""
    if day is None or date.precision is Precision.UNKNOWN:
        return None
    sign = "-" if day.year < 0 else "+" if day.year > 9999 else ""
    return f"{sign}{abs(day.year):04d}-{day.month:02d}-{day.day:02d}"


def _source_line(source: Source) -> str:
    return ", ".join(part for part in (source.publisher, source.title, source.url) if part)


def timeline_json(press: Press) -> str:
    """Return the timeline as JSON; see `ExportedTimeline`."""
    exported = ExportedTimeline(
        name=press.site.name or "explainer",
        url=press.site.url,
        language=_view(press).words.tag,
        licence=press.site.settings.licence,
        events=timeline_events(press),
    )
    return _as_json(exported.model_dump(mode="json"))


def timeline_csv(press: Press) -> str:
    """Return the timeline as CSV (RFC 4180): a row for each event, several values in a cell parted by semicolons.

    A cell that begins as a formula does, or a part of one behind a semicolon, gets an apostrophe before it, which
    spreadsheets take for "this is text".
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, [*TimelineEvent.model_fields, "licence"], lineterminator="\r\n")
    writer.writeheader()
    for event in timeline_events(press):
        row = {**event.model_dump(mode="json"), "licence": press.site.settings.licence}
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


FORMULA = re.compile(r"(?:^|(?<=;)|(?<=; ))(?=[=+\-@\t\r])")
"""Where a spreadsheet would begin to read a formula: where it parts cells by semicolons, behind each of these, too."""


def _cell(value: Any) -> str:
    text = "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    return FORMULA.sub("'", text)


# --- TimelineJS ---------------------------------------------------------------------------------------------------


def timelinejs(press: Press) -> str:
    """Return the timeline as TimelineJS loads it (its "JSON data format").

    TimelineJS places an event by a beginning and an end alone, so each carries its date in words, which is what its
    readers see: a month stays a month. It has no place for an event of which no day is known; that one is left out.
    """
    view = _view(press)
    events = sorted(press.record.events.values(), key=lambda each: each.date)
    content: dict[str, Any] = {
        "title": {"text": {"headline": _escaped(press.site.name), "text": _escaped(press.site.description)}},
        "events": [slide for event in events if (slide := _slide(event, view))],
        "licence": press.site.settings.licence,
    }
    return _as_json(content)


def _slide(event: Event, view: FileView) -> dict[str, Any] | None:
    begins, ends = _ends(event.date)
    if begins is None:
        return None
    slide: dict[str, Any] = {
        "unique_id": event.id,
        "start_date": begins,
        "display_date": view.words.date(event.date),
        "text": {"headline": _headline(event, view), "text": str(view.render.prose(event.text)) if event.text else ""},
    }
    if ends:
        slide["end_date"] = ends
    if event.tags:
        slide["group"] = event.tags[0]
    return slide


def _headline(event: Event, view: FileView) -> str:
    url = view.url("event", event.id)
    return f'<a href="{_escaped(url)}">{_escaped(event.title)}</a>' if url else _escaped(event.title)


def _ends(date: Date) -> tuple[dict[str, int] | None, dict[str, int] | None]:
    """Return where an event begins and ends on TimelineJS' scale, no more exactly than it must be put."""
    if date.is_interval:
        begins = _parts(date.start) if isinstance(date.start, Date) else None
        ends = _parts(date.end, last=True) if isinstance(date.end, Date) else None
        return (begins, ends) if begins else (ends, None)
    exact = date.precision in {Precision.TIME, Precision.DAY, Precision.MONTH, Precision.YEAR}
    return _parts(date), None if exact else _parts(date, last=True)


def _parts(date: Date | End | None, *, last: bool = False) -> dict[str, int] | None:
    if not isinstance(date, Date) or date.precision is Precision.UNKNOWN:
        return None
    day = date.upper if last else date.lower
    if day is None:
        return None
    if date.precision is Precision.YEAR:
        return {"year": day.year}
    if date.precision is Precision.MONTH:
        return {"year": day.year, "month": day.month}
    return {"year": day.year, "month": day.month, "day": day.day}


def _escaped(text: str) -> str:
    return str(escape(text))

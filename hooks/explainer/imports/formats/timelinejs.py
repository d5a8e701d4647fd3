"""TimelineJS' JSON: version 3 (`events`), and versions 1 and 2 (`timeline.date`)."""

import re
from collections.abc import Iterator
from typing import Any

from explainer.imports.old import Format, Old, Options, Source
from explainer.imports.slide_dates import slide_date


def _recognises(source: Source) -> bool:
    value = source.value
    return isinstance(value, dict) and (
        (
            isinstance(value.get("events"), list)
            and any("start_date" in each for each in value["events"] if isinstance(each, dict))
        )
        or (isinstance(value.get("timeline"), dict) and isinstance(value["timeline"].get("date"), list))
    )


def _read(source: Source, options: Options) -> tuple[list[Old], list[str]]:
    value = source.value
    slides = _old_slides(value["timeline"]) if "timeline" in value else _slides(value)
    return [_made(place, role, slide, options) for place, role, slide in slides if isinstance(slide, dict)], []


def _slides(value: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    if value.get("title"):
        yield "title", "title", value["title"]
    for role, name in (("event", "events"), ("era", "eras")):
        for n, slide in enumerate(value.get(name) or []):
            yield f"{name}[{n}]", role, slide


def _old_slides(value: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Yield the slides of versions 1 and 2 in the form of version 3."""
    yield "timeline", "title", _renewed(value)
    for role, name in (("event", "date"), ("era", "era")):
        for n, slide in enumerate(value.get(name) or []):
            yield f"timeline.{name}[{n}]", role, _renewed(slide)


def _renewed(slide: dict[str, Any]) -> dict[str, Any]:
    return {
        "text": {"headline": slide.get("headline"), "text": slide.get("text")},
        "start_date": _parts_of(slide.get("startDate")),
        "end_date": _parts_of(slide.get("endDate")),
        "media": {"url" if name == "media" else name: each for name, each in (slide.get("asset") or {}).items()},
        "group": slide.get("tag"),
    }


def _parts_of(typed: object) -> dict[str, str]:
    """Return the parts of `2011,12,10,07,02` or of `12/10/2011`, in which TimelineJS took the month to be first."""
    text = str(typed or "").strip()
    if found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text):
        return {"year": found[3], "month": found[1], "day": found[2]}
    year, month, day, *time = [*(each.strip() for each in text.split(",")), "", "", ""]
    return {"year": year, "month": month, "day": day, "time": ":".join(filter(None, time))}


def _parts(date: Any) -> dict[str, str]:
    if not isinstance(date, dict):
        return {}
    parts = {name: str(date.get(name) or "") for name in ("year", "month", "day", "time")}
    if date.get("hour") not in {None, ""}:
        clock = [str(date.get(name) or 0).zfill(2) for name in ("hour", "minute", "second")]
        parts["time"] = ":".join(clock)
    return parts


def _made(place: str, role: str, slide: dict[str, Any], options: Options) -> Old:
    text, media = slide.get("text") or {}, slide.get("media") or {}
    start, end = slide.get("start_date"), slide.get("end_date")
    displayed = slide.get("display_date") or (start.get("display_date") if isinstance(start, dict) else "") or ""
    old = Old(place, role, str(text.get("headline") or ""), str(text.get("text") or ""))
    old.when = slide_date(_parts(start), _parts(end), str(displayed), options.reading)
    old.id = str(slide.get("unique_id") or "")
    old.tags = [str(slide["group"])] if slide.get("group") else []
    old.media, old.credit, old.caption = (str(media.get(name) or "") for name in ("url", "credit", "caption"))
    old.lost = [f"the thumbnail {media['thumbnail']}"] if media.get("thumbnail") else []
    if background := slide.get("background"):
        old.lost.append(
            f"the background {background.get('url') or background.get('color')}"
            if isinstance(background, dict)
            else "the background"
        )
    return old


FORMAT = Format("TimelineJS JSON", _recognises, _read)

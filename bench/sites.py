"""The same events twice: as a site of ours, built as an editor builds it, and as a page of TimelineJS."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import yaml
from bench.events import Event, people, sources
from tests.browser.conftest import tool
from tests.building import build

CONFIG = """\
site_name: The harbour of Tidewrack
site_description: Made-up events, to measure with.
site_url: https://example.org/tidewrack/
theme:
  name: material
  font: false
plugins: [search, explainer]
markdown_extensions:
  - explainer:
      as_of: 2024-12-31
      checks: {unarchived: "off"}
      pages: {event: index.md, person: people.md, source: sources.md}
nav:
  - index.md
  - people.md
  - sources.md
"""
PAGES = {
    "index.md": """\
# The harbour of Tidewrack

/// timeline
    layout: glance
///

/// timeline
    group: year
    heading: 2
///
""",
    "people.md": "# Who is who\n\n/// people\n    heading: 2\n///\n",
    "sources.md": "# Sources\n\n/// sources\n///\n",
}
THEIRS = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The harbour of Tidewrack</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="css/timeline.css">
<script src="js/timeline.js"></script>
</head>
<body>
<div id="timeline" style="width: 100%; height: 100vh"></div>
<script>new TL.Timeline("timeline", "events.json", {font: null})</script>
</body>
</html>
"""
"""A page as TimelineJS's documentation gives it, with the data beside it and no typeface of its own to fetch."""


def our_site(root: Path, events: Sequence[Event]) -> Path:
    """Write a site of ours with some events into a folder, build it, and return the built folder."""
    (root / "data").mkdir(parents=True)
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    for name, text in PAGES.items():
        (root / "docs" / name).write_text(text, "utf-8")
    record = {
        "timeline": [
            {
                "id": event.id,
                "date": "/".join(_edtf(day) for day in (event.begins, event.ends) if day),
                "title": event.title,
                "text": event.text,
                "people": list(event.people),
                "status": event.status,
                "sources": list(event.sources),
                "tags": [event.subject],
            }
            for event in events
        ],
        "people": [{"id": id_, "name": name} for id_, name in people().items()],
        "sources": [
            {"id": id_, "publisher": publisher, "title": title} for id_, (publisher, title) in sources().items()
        ],
    }
    for name, entries in record.items():
        (root / "data" / f"{name}.yml").write_text(yaml.safe_dump(entries, allow_unicode=True), "utf-8")
    built = build(root)
    if built.exit_code:
        raise SystemExit(built.output)
    return built.site


def _edtf(day: tuple[int, ...]) -> str:
    return "-".join(f"{number:02}" for number in day)


def their_site(root: Path, events: Sequence[Event]) -> Path:
    """Write a page of TimelineJS with some events into a folder and return it."""
    shutil.copytree(tool("@knight-lab/timelinejs/dist/js/timeline.js").parents[1], root)
    (root / "index.html").write_text(THEIRS, "utf-8")
    told = {
        "events": [
            {
                "unique_id": event.id,
                "start_date": _numbers(event.begins),
                **({"end_date": _numbers(event.ends)} if event.ends else {}),
                "text": {"headline": event.title, "text": f"<p>{event.text}</p>"},
                "group": event.subject,
            }
            for event in events
        ]
    }
    (root / "events.json").write_text(json.dumps(told), "utf-8")
    return root


def _numbers(day: tuple[int, ...]) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), day, strict=False))

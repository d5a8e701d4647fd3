"""Calendars, timelines of neoteroi-mkdocs, and the record of another site."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from tests.building import REPOSITORY
from tests.tiny import Write, problems_of

from explainer.commands.import_ import import_
from explainer.edition import edition_from_disk
from explainer.publish.exports import record_json
from explainer.site.config import read_site

CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//made up//EN
BEGIN:VEVENT
UID:grounding@canal.example
DTSTAMP:20210401T000000Z
DTSTART:20210323T054000Z
SUMMARY:The ship runs aground
DESCRIPTION:It blocks the whole canal.
LOCATION:The southern canal
CATEGORIES:canal,ship
URL:https://news.example/grounding
ORGANIZER:mailto:harbour@canal.example
END:VEVENT
BEGIN:VEVENT
UID:waiting@canal.example
DTSTAMP:20210401T000000Z
DTSTART;VALUE=DATE:20210324
DTEND;VALUE=DATE:20210330
SUMMARY:Ships wait
END:VEVENT
BEGIN:VEVENT
UID:talks@canal.example
DTSTAMP:20210401T000000Z
DTSTART;VALUE=DATE:20210401
RRULE:FREQ=WEEKLY
SUMMARY:Talks
END:VEVENT
END:VCALENDAR
"""

NEOTEROI = """\
- title: Launch
  content: It is *launched*.
  icon: ":rocket:"
  sub_title: 2022-Q1
- title: Second launch
  sub_title: 15 March 2023
  key: again
"""


def brought(root: Path, name: str, text: str) -> tuple[str, dict[str, list[dict[str, object]]]]:
    """Import a file, and return what was told, and the record's files as they are then."""
    (root / name).write_text(text, "utf-8")
    done = CliRunner().invoke(import_, [str(root / name), "-f", str(root / "mkdocs.yml")])
    assert done.exit_code == 0, done.output
    files = {file.stem: file.read_text("utf-8") for file in (root / "data").glob("*.yml")}
    return done.output, {stem: yaml.load(text, yaml.BaseLoader) for stem, text in files.items()}  # noqa: S506


def test_a_calendar(write: Write) -> None:
    root = write()
    told, record = brought(root, "canal.ics", CALENDAR)
    first, second, third = record["timeline"]
    assert first["date"] == "2021-03-23T05:40:00Z"
    assert first["title"] == "The ship runs aground"
    assert first["text"] == "It blocks the whole canal.\n\nThe southern canal"
    assert first["id"] == "grounding"
    assert first["tags"] == ["canal", "ship"]
    assert record["sources"][-1]["url"] == "https://news.example/grounding"
    assert second["date"] == "2021-03-24/2021-03-29"
    assert third["date"] == "2021-04-01"
    assert "3 entries in the file: 3 became events" in told
    assert "that it comes again (FREQ=WEEKLY): only the first is kept" in told
    assert "ORGANIZER: mailto:harbour@canal.example" in told
    assert [each for each in problems_of(root) if "error" in each] == []


@pytest.mark.parametrize(
    ("name", "text"), [("items.yml", NEOTEROI), ("items.json", json.dumps(yaml.safe_load(NEOTEROI)))]
)
def test_a_timeline_of_neoteroi(write: Write, name: str, text: str) -> None:
    told, record = brought(write(), name, text)
    first, second = record["timeline"]
    assert (first["id"], first["date"], first["text"]) == ("launch", "2022-01/2022-03", "It is *launched*.")
    assert (second["id"], second["date"]) == ("again", "2023-03-15")
    assert "the icon :rocket:" in told


def test_the_record_of_another_site_comes_in_without_loss(write: Write) -> None:
    there = edition_from_disk(read_site(REPOSITORY / "mkdocs.yml"), renders=False)
    root = write(people="[]\n", sources="[]\n")
    told, _ = brought(root, "record.json", record_json(there.press))
    here = edition_from_disk(read_site(root / "mkdocs.yml"), renders=False)
    for kind, one in there.record:
        assert here.record.get(kind, one.id) == one.model_copy(update={"allow": {}})
    assert len(list(here.record)) == len(list(there.record))
    assert "questions are pages" in told
    again, _ = brought(root, "record.json", record_json(there.press))
    assert "0 became" in again

"""The record as data for others."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.building import REPOSITORY
from tests.publish.conftest import changed

from explainer.edition import edition_from_disk
from explainer.html.press import Press
from explainer.publish.exports import record_json, record_schema, timeline_csv, timeline_json, timelinejs
from explainer.record.kinds.registry import collections
from explainer.record.record import Record
from explainer.site.config import read_site
from explainer.site.site import Site

BASE = "https://example.org/crossing/"


class TestTheRecord:
    @pytest.fixture
    def exported(self, press: Press) -> dict[str, Any]:
        content: dict[str, Any] = json.loads(record_json(press))
        return content

    def test_holds_to_its_schema_which_explains_every_field(self, exported: dict[str, Any], site: Site) -> None:
        schema = json.loads(record_schema(site))
        Draft202012Validator.check_schema(schema)
        assert list(Draft202012Validator(schema).iter_errors(exported)) == []
        assert schema["$id"] == BASE + exported["$schema"]
        for model in [schema, *schema["$defs"].values()]:
            for name, field in model["properties"].items():
                assert field.get("description"), (model.get("title"), name)

    def test_what_breaks_the_schema_is_found(self, exported: dict[str, Any], site: Site) -> None:
        validator = Draft202012Validator(json.loads(record_schema(site)))
        exported["timeline"][0]["colour"] = "red"
        del exported["people"][0]["name"]
        exported["version"] = "2"
        assert len(list(validator.iter_errors(exported))) == 3

    def test_of_the_reference_site_holds_to_it_too(self) -> None:
        site = read_site(REPOSITORY / "mkdocs.yml")
        press = edition_from_disk(site).press
        schema = json.loads(record_schema(site))
        exported = json.loads(record_json(press))
        assert list(Draft202012Validator(schema).iter_errors(exported)) == []
        for name, kind in collections().items():
            assert [entry["id"] for entry in exported[name]] == list(press.record.entries[kind.name]), name

    def test_has_every_entry_with_its_own_fields_and_permalink(self, exported: dict[str, Any], record: Record) -> None:
        assert [event["id"] for event in exported["timeline"]] == list(record.events)
        assert exported["timeline"][0]["people"] == ["mayor"]
        assert exported["timeline"][0]["date"] == "1931-05-04"
        assert exported["statements"][0]["words"] == "It will stand <for ever>"
        assert exported["questions"][0] == {
            "id": "stand", "title": "Did the *bridge* stand?", "answer": "It did **not** [@gazette].",
            "published": "2020-04-01", "updated": "2020-05-02",
        }  # fmt: skip
        assert exported["permalinks"]["event:opened"] == BASE + "timeline/#event-opened"
        assert exported["permalinks"]["dispute:stood"] == BASE + "stand/#dispute-stood"
        assert exported["permalinks"]["question:late"] == BASE + "late/"

    def test_has_nothing_that_concerns_the_editors_alone(self, press: Press, site: Site) -> None:
        record = press.record
        reasons = {"allow": {"unsourced": "a reason"}, "unrelated": {"opened": "a reason"}}
        statements = {id_: each.model_copy(update=reasons) for id_, each in record.statements.items()}
        told = replace(record, entries={**record.entries, "statement": statements})
        exported = record_json(Press(replace(press.contents, record=told)))
        assert "a reason" not in exported
        assert "words" in json.loads(record_schema(site))["$defs"]["Statement"]["properties"]
        assert not reasons.keys() & json.loads(record_schema(site))["$defs"]["Statement"]["properties"].keys()

    def test_has_the_licence_and_null_where_there_is_none(self, exported: dict[str, Any], press: Press) -> None:
        assert exported["licence"] == "CC-BY-4.0"
        without = changed(press, settings=press.site.settings.model_copy(update={"licence": None}))
        assert json.loads(record_json(without))["licence"] is None


class TestTheTimeline:
    def test_as_json_is_written_out_and_in_order(self, press: Press) -> None:
        content = json.loads(timeline_json(press))
        assert content["licence"] == "CC-BY-4.0"
        assert len(content["events"]) == len(press.record.events) == 9
        opened = next(event for event in content["events"] if event["id"] == "opened")
        assert opened == {
            "id": "opened", "date": "1931-05-04", "date_in_words": "4 May 1931", "earliest": "1931-05-04",
            "latest": "1931-05-04", "title": "The bridge is opened & “blessed”",
            "text": "By the mayor, who spoke of iron. It rained.", "status": "confirmed", "known": None,
            "people": ["Ada Brook"], "tags": ["bridge", "=cmd"], "story": "bridge",
            "sources": ["The Gazette, The bridge, https://example.org/bridge?a=1&b=2"],
            "url": BASE + "timeline/#event-opened",
        }  # fmt: skip
        bounds = {event["id"]: (event["earliest"], event["latest"]) for event in content["events"]}
        assert bounds["closed"] == ("1950-02-01", "1950-02-28")
        assert bounds["since"] == ("1951-03-01", None)
        assert bounds["some-day"] == (None, None)

    def test_as_csv_has_a_row_for_each_event_and_no_formula(self, press: Press) -> None:
        rows = list(csv.DictReader(io.StringIO(timeline_csv(press))))
        assert len(rows) == 9
        opened = next(row for row in rows if row["id"] == "opened")
        assert opened["tags"] == "bridge; '=cmd"
        assert opened["licence"] == "CC-BY-4.0"
        for row in rows:
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())

    def test_a_cell_that_a_spreadsheet_would_run_is_text(self, press: Press) -> None:
        event = press.record.events["opened"].model_copy(update={"title": '=HYPERLINK("x")', "tags": ["=cmd"]})
        record = replace(press.record, entries={**press.record.entries, "event": {"opened": event}})
        [row] = csv.DictReader(io.StringIO(timeline_csv(Press(replace(press.contents, record=record)))))
        assert row["title"] == '\'=HYPERLINK("x")'
        assert row["tags"] == "'=cmd"

    def test_for_timelinejs_has_honest_dates_and_every_event_with_a_day(self, press: Press) -> None:
        content = json.loads(timelinejs(press))
        slides = {slide["unique_id"]: slide for slide in content["events"]}
        assert set(slides) == set(press.record.events) - {"some-day"}
        assert slides["closed"]["start_date"] == {"year": 1950, "month": 2}
        assert slides["closed"]["display_date"] == "February 1950"
        assert slides["repairs"]["end_date"] == {"year": 1951, "month": 3, "day": 2}
        assert slides["since"]["start_date"] == {"year": 1951, "month": 3}
        assert "end_date" not in slides["since"]
        assert slides["spring"]["start_date"] == {"year": 2002, "month": 3, "day": 1}
        assert slides["spring"]["end_date"] == {"year": 2002, "month": 5, "day": 31}
        assert slides["opened"]["text"]["headline"] == (
            f'<a href="{BASE}timeline/#event-opened">The bridge is opened &amp; “blessed”</a>'
        )
        assert slides["opened"]["group"] == "bridge"
        assert content["licence"] == "CC-BY-4.0"

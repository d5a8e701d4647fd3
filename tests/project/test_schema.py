"""The JSON Schemas: those of the models, and the reference data holds to them."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from tests.building import REPOSITORY, run

from explainer.record.kinds.registry import collections
from explainer.record.schema import schema_of


@pytest.mark.parametrize("collection", collections())
class TestEach:
    def test_is_valid_and_says_what_each_field_means(self, collection: str) -> None:
        schema = schema_of(collection)
        Draft202012Validator.check_schema(schema)
        model = schema["$defs"][schema["items"]["$ref"].rsplit("/", 1)[1]]
        assert all(field.get("description") for field in model["properties"].values())

    def test_is_the_one_that_the_repository_carries(self, collection: str) -> None:
        written = (REPOSITORY / "schemas" / f"{collection}.json").read_text("utf-8")
        assert json.loads(written) == schema_of(collection), "run `.venv/bin/explainer schema --write schemas`"

    def test_is_named_by_the_reference_data_which_holds_to_it(self, collection: str) -> None:
        file = REPOSITORY / "data" / f"{collection}.yml"
        if collection in {"media", "places", "terms"}:  # the reference story has none whose rights are clear
            assert not file.exists()
            return
        text = file.read_text("utf-8")
        assert text.startswith(f"# yaml-language-server: $schema=../schemas/{collection}.json\n")
        # As an editor's program reads it: with numbers and truth values, and dates as text.
        loader = type("Loader", (yaml.SafeLoader,), {})
        loader.yaml_implicit_resolvers = {
            first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
            for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }
        data = yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader with fewer types
        errors = [error.message for error in Draft202012Validator(schema_of(collection)).iter_errors(data)]
        assert errors == []

    def test_refuses_a_misspelt_field(self, collection: str) -> None:
        assert list(Draft202012Validator(schema_of(collection)).iter_errors([{"id": "a", "tilte": "b"}]))


def test_the_command_prints_one_or_writes_all(tmp_path: Path) -> None:
    printed = run("explainer", "schema", "timeline", cwd=tmp_path)
    assert json.loads(printed.stdout) == schema_of("timeline")
    assert run("explainer", "schema", "--write", "out", cwd=tmp_path).returncode == 0
    assert {file.stem for file in (tmp_path / "out").iterdir()} == set(collections())
    wrong = run("explainer", "schema", cwd=tmp_path)
    assert wrong.returncode == 2
    assert "name a collection to print, or a folder with --write" in wrong.stdout

"""The forms in which problems are printed."""

import json
from pathlib import Path

import click
import pytest
from jsonschema import Draft4Validator

from explainer.problems.problem import Problem
from explainer.problems.reports import FORMATS

FILE = Path("data/timeline.yml")
LINES = "- id: a\n\tpeople: [nobdy]\n- id: b, 50%\n"
ERROR = Problem(FILE, 2, 11, "no person `nobdy`", "a: people[0]", "did you mean `nobody`?")
WARNING = Problem(FILE, 3, 0, "100 % wrong,\nagain", severity="warning", check="early-source")
ADVICE = Problem(Path("docs/a:b.md"), 0, 0, "nothing", severity="advice", check="unused-source")
ALLOWED = Problem(FILE, 1, 3, "the event has no source", "a", check="unsourced", allowed="seen")
ALL = [ALLOWED, WARNING, ERROR, ADVICE]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / FILE).write_text(LINES)
    return tmp_path


def test_people_see_the_line_and_a_caret_under_the_column(root: Path) -> None:
    assert click.unstyle(FORMATS["people"](ALL, root)) == (
        "data/timeline.yml:2:11: error: a: people[0]: no person `nobdy`; did you mean `nobody`?\n"
        " 2 |  people: [nobdy]\n"
        "   |           ^\n"
        "data/timeline.yml:3: warning: 100 % wrong,\nagain [early-source]\n"
        " 3 | - id: b, 50%\n"
        "\n"
        "docs/a:b.md: advice: nothing [unused-source]\n"
        "\n"
        "data/timeline.yml:1:3: allowed: a: the event has no source [unsourced]: seen\n"
        " 1 | - id: a\n"
        "   |   ^\n"
        "\n"
        "1 error, 1 warning, 1 advice, 1 exception"
    )


def test_people_see_the_severity_in_colour(root: Path) -> None:
    assert click.style("error", fg="red", bold=True) in FORMATS["people"]([ERROR], root)


def test_github_gets_a_command_for_each_with_what_is_special_escaped(root: Path) -> None:
    assert FORMATS["github"](ALL, root).splitlines() == [
        "::error file=data/timeline.yml,line=2,col=11::a: people[0]: no person `nobdy`; did you mean `nobody`?",
        "::warning file=data/timeline.yml,line=3,title=early-source::100 %25 wrong,%0Aagain",
        "::notice file=docs/a%3Ab.md,title=unused-source::nothing",
    ]


def test_sarif_has_a_result_for_each_and_a_rule_for_each_check(root: Path) -> None:
    [run] = json.loads(FORMATS["sarif"](ALL, root))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "early-source", "integrity", "unsourced", "unused-source"
    ]  # fmt: skip
    assert [(result["ruleId"], result["level"]) for result in run["results"]] == [
        ("unsourced", "error"), ("integrity", "error"), ("early-source", "warning"), ("unused-source", "note")
    ]  # fmt: skip
    assert run["results"][1]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "data/timeline.yml"},
                "region": {"startLine": 2, "startColumn": 11},
            }
        }
    ]
    assert "region" not in run["results"][3]["locations"][0]["physicalLocation"]
    assert run["results"][0]["suppressions"] == [{"kind": "inSource", "justification": "seen"}]


def test_programs_of_a_repository_get_files_from_its_top(root: Path) -> None:
    (root / ".git").mkdir()
    site = root / "sub"
    [told] = FORMATS["github"]([ADVICE], site).splitlines()
    assert told == "::notice file=sub/docs/a%3Ab.md,title=unused-source::nothing"
    [run] = json.loads(FORMATS["sarif"]([ADVICE], site))["runs"]
    [place] = run["results"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"] == {"uri": "sub/docs/a:b.md"}
    assert str(ADVICE) in click.unstyle(FORMATS["people"]([ADVICE], site)), "people are where the site is"


def test_sarif_is_valid_by_the_published_schema(root: Path) -> None:
    schema = json.loads(Path(__file__).with_name("sarif-2.1.0.json").read_text("utf-8"))  # OASIS, as published
    for problems in (ALL, []):
        errors = list(Draft4Validator(schema).iter_errors(json.loads(FORMATS["sarif"](problems, root))))
        assert [error.message for error in errors] == []


def test_json_has_every_attribute(root: Path) -> None:
    listed = json.loads(FORMATS["json"](ALL, root))
    assert listed[1] == {
        "file": "data/timeline.yml", "line": 2, "column": 11, "message": "no person `nobdy`", "path": "a: people[0]",
        "hint": "did you mean `nobody`?", "severity": "error", "check": "", "allowed": "",
    }  # fmt: skip


def test_without_problems_github_gets_nothing_and_people_are_told_so(root: Path) -> None:
    assert FORMATS["github"]([], root) == ""
    assert FORMATS["people"]([], root) == "no problems"
    assert json.loads(FORMATS["sarif"]([], root))["runs"][0]["results"] == []

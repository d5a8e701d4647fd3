"""A typo is owned up to in the ledger, and told to no reader; what is more than a typo is refused as one."""

import json
from pathlib import Path

import pytest
from tests.building import build, copy_site, run

from explainer.ledger.typos import no_typo
from explainer.record.kinds.event import Event
from explainer.record.kinds.statement import Statement
from explainer.record.shape import shape_of

TITLE = shape_of(Event, "title")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The senatr meets the ambassador", "The senator meets the ambassador"),
        ("The senator meets teh ambassador", "The senator meets the ambassador"),
        ("Teh senator", "The senator"),
        ("Its beginning", "It's beginning"),
        ("A word, another", "A word another"),
        ("Er sagte es imer", "Er sagte es immer"),
    ],
)
def test_letters_of_a_word_are_one(before: str, after: str) -> None:
    assert no_typo(before, after, TITLE) == ""


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("Two meetings in 2016", "Two meetings in 2015", "a number is never a typo"),
        ("The senator Sessions", "The senator Session", "a name is never a typo"),
        ("He can do so", "He can not do so", "there are more words, or fewer"),
        ("He is now there", "He is not there", "a negation is never a typo"),
        ("He did it", "He didn't it", "a negation is never a typo"),
        ("The senator met him", "The senator left him", "`met` and `left` are two words"),
        ("one tow three for", "one two tree four", "3 words differ, and a typo is in 2 at the most"),
        ("It was so.", "It was so?", "a question is another sentence"),
        ("It cost $ 5", "It cost € 5", "a sign that carries meaning is never a typo"),
    ],
)
def test_what_says_something_else_is_none(before: str, after: str, why: str) -> None:
    assert no_typo(before, after, TITLE) == why


def test_recorded_words_have_none() -> None:
    assert no_typo("the wrds", "the words", shape_of(Statement, "words")) == "only the editors' own text has typos"


@pytest.mark.slow
def test_readers_are_not_told_of_one(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    timeline, updates = root / "data" / "timeline.yml", root / "data" / "updates.yml"
    ledger = root / "data" / "published" / "event" / "private-meeting.json"
    timeline.write_text(timeline.read_text("utf-8").replace("the ambassador meet in", "the ambasador meet in"), "utf-8")
    ledger.write_text(ledger.read_text("utf-8").replace("the ambassador meet in", "the ambasador meet in"), "utf-8")
    assert run("explainer", "publish-record", cwd=root).returncode == 0
    timeline.write_text(timeline.read_text("utf-8").replace("the ambasador meet in", "the ambassador meet in"), "utf-8")
    refused = run("explainer", "publish-record", cwd=root)
    assert refused.returncode == 1
    with updates.open("a", encoding="utf-8") as file:
        file.write(
            "\n- id: one-s\n  date: 2017-03-04\n  kind: typo\n  text: A letter.\n  entries: [event:private-meeting]\n"
        )
    moved = run("explainer", "publish-record", cwd=root)
    assert moved.returncode == 0, moved.stdout
    history = json.loads(ledger.read_text("utf-8"))["history"]
    assert history[-1]["update"] == "one-s"
    built = build(root)
    assert built.exit_code == 0, built.output
    for file in built.site.rglob("*"):
        if file.suffix in {".html", ".json", ".atom", ".ics", ".csv"}:
            text = file.read_text("utf-8")
            assert "one-s" not in text, file
            assert "ambasador" not in text, file


@pytest.mark.slow
def test_more_than_one_is_refused(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    timeline, updates = root / "data" / "timeline.yml", root / "data" / "updates.yml"
    timeline.write_text(
        timeline.read_text("utf-8").replace("the ambassador meet in", "the ambassador talk in"), "utf-8"
    )
    with updates.open("a", encoding="utf-8") as file:
        file.write(
            "\n- id: word\n  date: 2017-03-04\n  kind: typo\n  text: A word.\n  entries: [event:private-meeting]\n"
        )
    refused = run("explainer", "publish-record", cwd=root)
    assert refused.returncode == 1
    assert "which is no typo: `meet` and `talk` are two words; call the update a correction" in refused.stdout

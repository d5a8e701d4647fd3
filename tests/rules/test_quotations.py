"""Quoted words against the recorded words: what may differ, and what is said of what may not."""

import re
from datetime import datetime
from pathlib import Path
from typing import Literal

import pytest
import yaml
from tests.rules.sites import lay
from tests.tiny import Write, load_site, problems_of

from explainer.edition import edition_from_disk
from explainer.fields.model import Model
from explainer.quotations.gate import is_long_enough, mismatch
from explainer.quotations.marks import quotations
from explainer.record.record import Record
from explainer.site.config import read_site

WORDS = (
    "I'm not aware of any of those activities. I have been called a surrogate at a time or two in that campaign and I did "
    "not have communications with the Russians. […] I'm unable to comment on it."
)
STATEMENTS = f"""\
- id: no-communications
  speaker: ada-lovelace
  date: 2017
  in_reply_to: {{asked_by: charles-babbage, question: "What will you do, if there is any evidence?"}}
  words: "{WORDS}"
  sources: [notes-1843]
  variants:
    - words: "I didn’t have — did not have communications with the Russians"
      sources: [notes-1843]
"""
SOURCES = """\
- id: notes-1843
  publisher: Memoirs
  title: Sketch of the Analytical Engine invented by Mr Babbage
  quotes: ["to leave a clear trail of intelligence"]
"""


class Attempt(Model):
    """A page that quotes the recorded words honestly, or bends them.

    Attributes:
        kind: What there is about it.
        language: The language of the recorded words.
        expect: Whether the rules on quotations must let it pass.
        markdown: The page's text.
        front_matter: What it says of itself above that.
    """

    kind: str
    language: str
    expect: Literal["accepted", "refused"]
    markdown: str
    front_matter: dict[str, str] = {}


ATTEMPTS = yaml.safe_load(Path(__file__).with_name("quotations.yml").read_text("utf-8"))
CASES = [Attempt.model_validate(each) for each in ATTEMPTS["cases"]]
RULES = ("[quotation]", "[turned]", "[speaker]")


def checked(text: str) -> list[str]:
    """Return the quotations in a text that are measured by the record."""
    return [each.words for each in quotations(text) if is_long_enough(each.words)]


@pytest.fixture
def record(write: Write) -> Record:
    return load_site(write(statements=STATEMENTS, sources=SOURCES)).record


@pytest.mark.parametrize(
    "quoted",
    [
        "I did not have communications with the Russians",
        "did not have communications with the Russians.",
        "Did not have communications with the Russians",
        "i have been called a surrogate at a time or two",
        "I’m not aware of any of those activities",
        "I’m not aware of any of those activities … I did not have communications with the Russians",
        "I'm not aware of any of those activities. [...] I'm unable to comment on it",
        "called a surrogate at a time or two in that [Trump] campaign",
        "[H]ave been called a surrogate at a time",
        "[Mr Sessions] did not have communications with the Russians",
        "did not have\ncommunications   with the Russians",
        "I didn't have - did not have communications with the Russians",
        "What will you do, if there is any evidence?",
        "to leave a clear trail of intelligence",
        "Sketch of the Analytical Engine invented by Mr Babbage",
    ],
)
def test_what_may_differ(record: Record, quoted: str) -> None:
    assert mismatch(quoted, record.quotable) is None


@pytest.mark.parametrize(
    ("quoted", "difference"),
    [
        ("I did have communications with the Russians", "I did [-not-] have communications with the Russians"),
        (
            "I did not have any communications with the Russians",
            "I did not have {+any+} communications with the Russians",
        ),
        (
            "I did not have contacts with the Russians",
            "I did not have [-communications-] {+contacts+} with the Russians",
        ),
        (
            "I did not have communications with the russians",
            "I did not have communications with the [-Russians-] {+russians+}",
        ),
        ("with the Russians. I'm unable to comment on it", "with the Russians [-[…]-] I'm unable to comment on it"),
        ("called a surrogate … not aware of any of those activities", None),
    ],
)
def test_every_other_difference_is_named_word_by_word(record: Record, quoted: str, difference: str | None) -> None:
    found = mismatch(quoted, record.quotable)
    assert found is not None
    assert found.nearest is not None
    assert found.nearest.id == "no-communications"
    assert difference is None or found.shown == difference


def test_words_that_nobody_said_have_no_nearest(record: Record) -> None:
    found = mismatch("Ask not what your country can do for you", record.quotable)
    assert found is not None
    assert found.nearest is None


@pytest.mark.parametrize(
    "text",
    [
        "“one two three four five”", '"one two three four five"', "«one two three four five»", "« one two three four five »",
        "„one two three four five“", "„one two three four five”", "”one two three four five”", "»one two three four five«",
        "「一二三四五六七八九十」", "『一二三四五六七八九十』",
    ],
)  # fmt: skip
def test_the_marks_of_any_language_are_known(text: str) -> None:
    assert len(checked(f"He said {text}.")) == 1


@pytest.mark.parametrize(
    "text", ["“one two three four”", 'a 5" pipe and a 6" pipe', "‘one two three four five’", "no marks at all here"]
)
def test_shorter_quotations_and_single_marks_are_let_be(text: str) -> None:
    assert checked(text) == []


def test_the_records_own_markdown_is_checked_at_its_line(write: Write) -> None:
    event = """\
- id: hearing
  date: 2017
  title: The hearing
  sources: [notes-1843]
  text: |
    She said that she
    [“did have communications with the Russians”](person:ada-lovelace).
"""
    root = write(statements=STATEMENTS, sources=SOURCES, timeline=event)
    (root / "docs" / "people.md").write_text("# P\n\n/// people\n///\n")
    assert problems_of(root) == [
        "data/timeline.yml:7:7: error: hearing: text: the quoted words are not those of the statement `no-communications` "
        "(data/statements.yml:5); the difference, [-record-] {+quotation+}: did [-not-] have communications with the Russians "
        "[quotation]"
    ]


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[str]]:
    """What the rules on quotations say of each attempt: all stand on one site, each on a page of its own."""
    statements = [
        {
            **each,
            "date": "2017-01-10",
            "sources": ["bell"],
            "variants": [{**variant, "sources": ["bell"]} for variant in each.get("variants", [])],
        }
        for each in ATTEMPTS["statements"]
    ]
    people = [{"id": id_, "name": name} for id_, name in ATTEMPTS["people"].items()]
    source = {"id": "bell", "publisher": "The Bell", "title": ATTEMPTS["headline"]}
    shown = "".join(f"/// statement | {each['id']}\n///\n\n" for each in statements)
    files: dict[str, str | bytes | None] = {
        "data/statements.yml": yaml.safe_dump(statements, allow_unicode=True),
        "data/people.yml": yaml.safe_dump(people, allow_unicode=True),
        "data/sources.yml": yaml.safe_dump([source]),
        "data/timeline.yml": None,
        "data/disputes.yml": None,
        "docs/people.md": f"# People\n\n/// people\n///\n\n{shown}",
    }
    for n, attempt in enumerate(CASES):
        front = (
            f"---\n{yaml.safe_dump(attempt.front_matter, allow_unicode=True)}---\n\n" if attempt.front_matter else ""
        )
        files[f"docs/attempt-{n}.md"] = f"{front}{attempt.markdown}\n"
    site = read_site(lay(tmp_path_factory.mktemp("attempts"), files))
    found: dict[int, list[str]] = {n: [] for n in range(len(CASES))}
    for problem in map(str, edition_from_disk(site, now=datetime(2020, 1, 1), renders=False).problems):
        if problem.endswith(RULES) and (page := re.match(r"docs/attempt-(\d+)\.md", problem)):
            found[int(page[1])].append(problem)
    return found


@pytest.mark.parametrize("n", range(len(CASES)), ids=lambda n: f"{CASES[n].expect}: {CASES[n].kind} ({n})")
def test_bent_quotations_are_refused_and_honest_ones_accepted(refused: dict[int, list[str]], n: int) -> None:
    assert bool(refused[n]) == (CASES[n].expect == "refused"), refused[n]
    assert not any(":0" in each.split(" ")[0] for each in refused[n]), "each is told at its line"

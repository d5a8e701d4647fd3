"""Quoted words against the recorded words: what may differ, and what is said of what may not."""

import pytest
from tests.tiny import Write, load_site, problems_of

from explainer.record.quoted import mismatch, quotations
from explainer.record.record import Record

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
    assert difference is None or found.difference == difference


def test_words_that_nobody_said_have_no_nearest(record: Record) -> None:
    found = mismatch("Ask not what your country can do for you", record.quotable)
    assert found is not None
    assert found.nearest is None


@pytest.mark.parametrize(
    "text",
    [
        "“one two three four five”", '"one two three four five"', "«one two three four five»", "« one two three four five »",
        "„one two three four five“", "„one two three four five”", "”one two three four five”", "»one two three four five«",
        "「一二三四五」", "『一二三四五』",
    ],
)  # fmt: skip
def test_the_marks_of_any_language_are_known(text: str) -> None:
    assert len(list(quotations(f"He said {text}."))) == 1


@pytest.mark.parametrize(
    "text", ["“one two three four”", 'a 5" pipe and a 6" pipe', "‘one two three four five’", "no marks at all here"]
)
def test_shorter_quotations_and_single_marks_are_let_be(text: str) -> None:
    assert list(quotations(text)) == []


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

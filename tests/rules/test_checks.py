"""The editorial rules: what each says, how grave it is, and how a site or an entry departs from it."""

from pathlib import Path

import pytest
from tests.tiny import Write, load_site

from explainer.problems.problem import fails, report
from explainer.rules import RULES

PEOPLE = """\
- id: ada
  name: Ada
  roles:
    - title: translator
      from: 1842
      to: 1843
- id: charles
  name: Charles
"""
SOURCES = "- id: notes\n  publisher: Memoirs\n  title: Notes\n  date: 1843-08\n"
EVENT = "- id: printed\n  date: 1843-08\n  title: Printed\n  sources: [notes]\n"
STATEMENT = "- id: weaves\n  speaker: ada\n  date: 1843\n  words: It weaves.\n  sources: [notes]\n"
DISPUTE = """\
- id: who
  question: Who?
  about: [ada]
  positions:
    - {held_by: [ada], view: She did., sources: [notes]}
    - {held_by: [charles], view: He did., sources: [notes]}
"""
SOUND = {"people": PEOPLE, "sources": SOURCES, "timeline": EVENT, "statements": STATEMENT, "disputes": DISPUTE}


def site(write: Write, *, options: str = "{}", **files: str) -> Path:
    root = write(**{**SOUND, **files})
    (root / "mkdocs.yml").write_text(
        f"markdown_extensions:\n  - explainer:\n      as_of: 1843-12\n      checks: {options}\n"
    )
    return root


def told(root: Path) -> list[str]:
    return [str(problem) for problem in load_site(root).problems]


def test_a_sound_record_breaks_no_rule(write: Write) -> None:
    assert told(site(write)) == []


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        (
            {"timeline": EVENT.replace("  sources: [notes]\n", "")},
            "data/timeline.yml:1:3: error: printed: the event has no source; add `sources:` with the id of a source [unsourced]",
        ),
        (
            {"statements": STATEMENT.replace("  sources: [notes]\n", "")},
            "data/statements.yml:1:3: error: weaves: the statement has no source; add `sources:` with the id of a source [unsourced]",
        ),
        (
            {"disputes": DISPUTE.replace("He did., sources: [notes]", "He did.")},
            "data/disputes.yml:6:7: error: who: positions[1]: the position has no source; add `sources:` with the id of a "
            "source [unsourced]",
        ),
        (
            {"sources": SOURCES + "- id: letters\n  publisher: P\n  title: T\n"},
            "data/sources.yml:5:7: advice: letters: id: nothing uses the source [unused-source]",
        ),
        (
            {"sources": SOURCES + "  url: https://example.org\n"},
            "data/sources.yml:5:8: advice: notes: url: the source has an address and no archived copy; add `archive_url:` and "
            "`archived:` [unarchived]",
        ),
        (
            {"timeline": EVENT + "  known: 1843-07\n"},
            "data/timeline.yml:5:10: warning: printed: known: it became public on 1843-07, before it happened on 1843-08 "
            "(line 2) [known-early]",
        ),
        (
            {"sources": SOURCES.replace("1843-08", "1842")},
            [
                "data/statements.yml:5:13: warning: weaves: sources[0]: the source `notes` is of 1842 (data/sources.yml:4), "
                "before the statement of 1843 [early-source]",
                "data/timeline.yml:4:13: warning: printed: sources[0]: the source `notes` is of 1842 (data/sources.yml:4), "
                "before the event of 1843-08 [early-source]",
            ],
        ),
        (
            {"timeline": EVENT.replace("1843-08", "1844"), "sources": SOURCES.replace("1843-08", "1844")},
            "data/timeline.yml:2:9: warning: printed: date: the event of 1844 lies after 1843-12, up to which the site tells "
            "(mkdocs.yml:3) [after-as-of]",
        ),
        (
            {"statements": STATEMENT.replace("1843", "1835")},
            "data/statements.yml:2:12: warning: weaves: speaker: `ada` held no recorded role on 1835 (data/people.yml:4) "
            "[without-role]",
        ),
        (
            {"disputes": DISPUTE[: DISPUTE.index("    - {held_by: [charles]")]},
            "data/disputes.yml:5:5: warning: who: positions: the dispute has one position; add the other side's [one-sided]",
        ),
        (
            {"disputes": DISPUTE.replace("about: [ada]", "about: [charles]")},
            "data/disputes.yml:3:11: warning: who: about[0]: no statement of `charles` is recorded, whom the dispute is about; "
            "add one, or `reply: sought`, `declined` or `none` [unheard]",
        ),
    ],
)  # fmt: skip
def test_a_breach_is_told_where_it_stands(write: Write, files: dict[str, str], problem: str | list[str]) -> None:
    assert told(site(write, **files)) == ([problem] if isinstance(problem, str) else problem)


def test_whoever_was_asked_and_gave_no_statement_is_heard_too(write: Write) -> None:
    dispute = DISPUTE.replace("about: [ada]", "about: [charles]\n  reply: declined")
    assert told(site(write, disputes=dispute)) == []


def test_overlapping_dates_break_no_rule(write: Write) -> None:
    files = {
        "timeline": EVENT.replace("1843-08", "1843") + "  known: 1843-01\n",
        "sources": SOURCES.replace("1843-08", "1843"),
    }
    assert told(site(write, **files)) == []


def test_a_site_may_change_how_grave_a_breach_is(write: Write) -> None:
    unsourced = {"timeline": EVENT.replace("  sources: [notes]\n", "")}
    assert " warning: " in told(site(write, options="{unsourced: warning}", **unsourced))[0]
    assert told(site(write, options="{unsourced: off}", **unsourced)) == []


def test_a_misspelt_rule_is_named(write: Write) -> None:
    assert told(site(write, options="{unsorced: off}")) == [
        "mkdocs.yml:4:16: error: checks: no check `unsorced`; did you mean `unsourced`?"
    ]
    event = EVENT + "  allow: {unsorced: because}\n"
    assert told(site(write, timeline=event)) == [
        "data/timeline.yml:5:11: error: printed: allow: no check `unsorced`; did you mean `unsourced`?"
    ]


def test_an_entry_may_be_exempt_and_its_reason_is_told(write: Write) -> None:
    event = EVENT.replace("  sources: [notes]\n", "  allow:\n    unsourced: seen by the editor\n")
    problems = load_site(site(write, timeline=event)).problems
    assert report(problems) == (
        "data/timeline.yml:1:3: allowed: printed: the event has no source [unsourced]: seen by the editor\n"
        "no problems, 1 exception"
    )
    assert not fails(problems, strict=True)


def test_what_fails_is_an_error_or_a_warning_where_the_site_is_to_be_strict(write: Write) -> None:
    late = load_site(site(write, timeline=EVENT + "  known: 1843-07\n")).problems
    assert (fails(late), fails(late, strict=True)) == (False, True)
    advice = load_site(site(write, sources=SOURCES + "  url: https://example.org\n")).problems
    assert not fails(advice, strict=True)
    assert report(advice).endswith("\n1 advice")


def test_every_rule_has_a_name_of_its_own_and_a_reason() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.why.endswith(".") for rule in RULES)


def test_what_the_guide_says_of_a_message_is_what_a_test_of_it_says() -> None:
    tested = "".join(file.read_text("utf-8") for file in Path(__file__).parents[1].rglob("test_*.py"))
    for rule in RULES:
        assert rule.says in tested, rule.name


def test_a_page_past_its_review_is_told_and_others_are_not(write: Write) -> None:
    root = site(write)
    (root / "docs" / "old.md").write_text("---\nreview_by: 2020-01\n---\n# Old\n")
    (root / "docs" / "new.md").write_text("---\nreview_by: 2999-01\n---\n# New\n")
    assert told(root) == [
        "docs/old.md:2:12: advice: review_by: the page was to be reviewed by 2020-01; review it, and set `reviewed` and a new "
        "`review_by` [review-due]"
    ]

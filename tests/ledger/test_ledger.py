"""What was published changes only under an update that owns up to it."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.building import Built, build, copy_site, run

pytestmark = pytest.mark.slow

MEETING = "data/published/event/private-meeting.json"
OLD, NEW = "  date: 2016-09\n", "  date: 2016-09-08\n"
UPDATE = """\
- id: day-of-the-meeting
  date: 2017-03-02
  kind: correction
  text: The source gives the day.
  entries: [{}]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_site(tmp_path)


def check(root: Path) -> list[str]:
    printed = run("explainer", "check", cwd=root).stdout
    return [line for line in printed.splitlines() if ": error: " in line or ": warning: " in line]


def publish(root: Path, *options: str) -> tuple[int, str]:
    done = run("explainer", "publish-record", *options, cwd=root)
    return done.returncode, done.stdout


def change(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), "utf-8")


def own_up(root: Path, entry: str) -> None:
    updates = root / "data" / "updates.yml"
    updates.write_text(updates.read_text("utf-8").rstrip("\n") + "\n" + UPDATE.format(entry), "utf-8")


def history(root: Path) -> list[dict[str, str]]:
    """Return how the private meeting has changed since it was published, as the ledger keeps it."""
    return list(json.loads((root / MEETING).read_text("utf-8"))["history"])


def page(built: Built, name: str) -> BeautifulSoup:
    assert built.exit_code == 0, built.output
    return BeautifulSoup(built.html(f"{name}/index.html"), "html.parser")


def text(soup: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(found.get_text().split()) for found in soup.select(selector)]


def test_the_reference_sites_ledger_is_up_to_date(root: Path) -> None:
    assert publish(root, "--check") == (0, "data/published is up to date\n")


class TestASilentCorrection:
    MESSAGE = (
        "`date` of event:private-meeting was published as `2016-09` and is now `2016-09-08`, and no new update names it; "
        "add to updates.yml: - {id: …, date: …, kind: correction, text: …, entries: [event:private-meeting]}"
    )

    def test_is_refused_by_the_check_the_strict_build_and_the_ledger_in_the_same_words(self, root: Path) -> None:
        change(root, "data/timeline.yml", OLD, NEW)
        [told] = check(root)
        assert told.startswith("data/timeline.yml:64:9: error: ")
        assert self.MESSAGE in told
        assert self.MESSAGE in build(root).output
        before = (root / MEETING).read_bytes()
        assert publish(root) == (1, f"{self.MESSAGE}\n")
        assert (root / MEETING).read_bytes() == before

    def test_can_be_seen_before_it_is_owned_up_to(self, root: Path) -> None:
        change(root, "data/timeline.yml", OLD, NEW)
        done = run("mkdocs", "build", cwd=root)
        assert done.returncode == 0
        assert self.MESSAGE in done.stdout
        assert "8 September 2016" in (root / "site" / "timeline" / "index.html").read_text("utf-8")

    def test_is_refused_by_any_build_where_the_site_says_so(self, root: Path) -> None:
        change(root, "mkdocs.yml", "      checks:\n", "      checks:\n        silent-correction: error\n")
        change(root, "data/timeline.yml", OLD, NEW)
        done = run("mkdocs", "build", cwd=root)
        assert done.returncode == 1
        assert self.MESSAGE in done.stdout

    def test_may_go_untold_and_is_still_kept_out_of_the_ledger(self, root: Path) -> None:
        change(root, "mkdocs.yml", "      checks:\n", '      checks:\n        silent-correction: "off"\n')
        change(root, "data/timeline.yml", OLD, NEW)
        assert check(root) == []
        assert publish(root, "--check") == (1, f"{self.MESSAGE}\n")
        assert publish(root) == (1, f"{self.MESSAGE}\n")

    @pytest.mark.parametrize(
        ("file", "old", "new", "told"),
        [
            (
                "data/statements.yml",
                "when it is appropriate",
                "when it is right",
                "`words` of statement:when-appropriate",
            ),
            ("data/sources.yml", "publisher: Politico", "publisher: Politics", "`publisher` of source:politico-scope"),
            (
                "data/disputes.yml",
                "view: The White House calls",
                "view: It calls",
                "`view` of position:misled-hearing/white-house",
            ),
            ("docs/misled.md", "That is disputed.", "It is.", "`answer` of page:misled"),
            ("data/timeline.yml", "status: disputed", "status: confirmed", "`status` of event:hacks-traced-to-russia"),
        ],
    )
    def test_of_anything_that_carries_meaning_is_refused(
        self, root: Path, file: str, old: str, new: str, told: str
    ) -> None:
        change(root, file, old, new)
        assert any(told in line and line.startswith(f"{file}:") for line in check(root)), check(root)

    def test_of_a_tag_or_a_further_source_is_none(self, root: Path) -> None:
        change(root, "data/timeline.yml", "  tags: [contacts]", "  tags: [contacts, meetings]")
        change(root, "data/timeline.yml", "sources: [politico-scope]", "sources: [politico-scope, bbc-2017-03-02]")
        assert check(root) == []
        assert publish(root)[0] == 0

    def test_is_not_allowed_by_an_update_that_was_there_before(self, root: Path) -> None:
        own_up(root, "event:private-meeting")
        assert publish(root)[0] == 0
        change(root, "data/timeline.yml", OLD, NEW)
        assert self.MESSAGE in check(root)[0]


class TestACorrection:
    @pytest.fixture
    def corrected(self, root: Path) -> Path:
        change(root, "data/timeline.yml", OLD, NEW)
        own_up(root, "event:private-meeting")
        return root

    def test_waits_for_the_ledger_and_then_is_sound(self, corrected: Path) -> None:
        before = history(corrected)
        [told] = check(corrected)
        assert told.endswith(
            "the update `day-of-the-meeting` owns up to it; run `explainer publish-record` [silent-correction]"
        )
        assert publish(corrected, "--check")[0] == 1
        assert publish(corrected) == (0, "data/published is written: 88 entries\n")
        assert check(corrected) == []
        assert publish(corrected, "--check")[0] == 0
        assert history(corrected) == [
            *before, {"update": "day-of-the-meeting", "field": "date", "before": "2016-09", "after": "2016-09-08"}
        ]  # fmt: skip

    def test_is_shown_on_the_entry_and_on_the_page_of_updates(self, corrected: Path) -> None:
        publish(corrected)
        built = build(corrected)
        shown = text(page(built, "timeline"), ".ex-event:has(#event-private-meeting) .ex-correction")
        assert len(shown) == len(history(corrected))
        assert shown[-1] == "Correction, 2 March 2017 Date: from September 2016 to 8 September 2016 Why"
        assert text(page(built, "updates"), "#update-day-of-the-meeting .ex-update__change") == [
            "Date of “Mr Sessions and the ambassador meet in the senator's office”: from September 2016 to 8 September 2016"
        ]

    def test_of_a_text_shows_its_words_and_not_its_markdown(self, root: Path) -> None:
        change(root, "data/timeline.yml", "Department confirms it [", "Department confirms *both* [")
        own_up(root, "event:post-report")
        assert publish(root)[0] == 0
        assert text(page(build(root), "timeline"), ".ex-event:has(#event-post-report) .ex-correction") == [
            "Correction, 2 March 2017 Text: from The paper says that Mr Sessions spoke twice with Mr Kislyak. The Justice "
            "Department confirms it. to The paper says that Mr Sessions spoke twice with Mr Kislyak. The Justice "
            "Department confirms both. Why"
        ]

    def test_of_a_note_alone_shows_where_it_stood(self, root: Path) -> None:
        change(root, "data/timeline.yml", "confirms it [@bbc-2017-03-02]", "confirms it [@wapo-2017-03-01]")
        own_up(root, "event:post-report")
        assert publish(root)[0] == 0
        [told] = text(page(build(root), "timeline"), ".ex-event:has(#event-post-report) .ex-correction")
        assert "confirms it [@bbc-2017-03-02]. to" in told
        assert "confirms it [@wapo-2017-03-01]. Why" in told


class TestAWithdrawal:
    def test_of_something_published_needs_an_update_too(self, root: Path) -> None:
        timeline = root / "data" / "timeline.yml"
        text_ = timeline.read_text("utf-8")
        start = text_.index("- id: further-reports")
        timeline.write_text(text_[:start] + text_[text_.index("- id: russia-accused") :], "utf-8")
        [told] = check(root)
        assert told.startswith(
            "data/published/event/further-reports.json: error: event:further-reports was published and is gone, and no new update"
        )
        own_up(root, "event:further-reports")
        assert "owns up to it" in check(root)[0]
        assert publish(root)[0] == 0
        assert check(root) == []
        soup = page(build(root), "timeline")
        assert text(page(build(root), "updates"), ".ex-update__entries")[0] == (
            "Concerns: After the accusation of October, more reports on the hacking follow"
        )
        assert text(soup, "#event-further-reports") == [
            "Withdrawn: After the accusation of October, more reports on the hacking follow "
            "2 March 2017: The source gives the day."
        ]

    def test_of_a_statement_leaves_a_note_with_its_words(self, root: Path) -> None:
        statements = root / "data" / "statements.yml"
        statements.write_text(
            statements.read_text("utf-8") + "- {id: passing, speaker: jeff-sessions, date: 2017-03-02, words: In passing., sources: [bbc-2017-03-02]}\n", "utf-8"
        )  # fmt: skip
        words = root / "docs" / "words.md"
        before = words.read_text("utf-8")
        words.write_text(f"{before}\n/// statement | passing\n///\n", "utf-8")
        assert publish(root)[0] == 0
        words.write_text(before, "utf-8")
        change(root, "data/statements.yml", statements.read_text("utf-8").splitlines()[-1], "")
        own_up(root, "statement:passing")
        assert publish(root)[0] == 0
        assert check(root) == []
        assert text(page(build(root), "words"), "#statement-passing") == [
            "Withdrawn: In passing. 2 March 2017: The source gives the day."
        ]
        assert text(page(build(root), "updates"), ".ex-update__entries")[0] == "Concerns: the statement of 2 March 2017"

    def test_of_a_question_and_of_a_dispute_works_as_well(self, root: Path) -> None:
        config, page_, disputes = root / "mkdocs.yml", root / "docs" / "paid.md", root / "data" / "disputes.yml"
        before = config.read_text("utf-8"), disputes.read_text("utf-8")
        config.write_text(before[0].replace("words.md", "words.md\n      - paid.md", 1), "utf-8")
        page_.write_text(
            "---\nanswer: Nobody knows.\nupdated: 2017-03-02\n---\n\n# Who paid?\n\n/// dispute | paid\n///\n"
        )
        disputes.write_text(
            before[1] + "- id: paid\n  question: Who paid?\n  positions:\n"
            "    - {held_by: [democrats], view: They., sources: [bbc-2017-03-02]}\n"
            "    - {held_by: [white-house], view: Nobody., sources: [bbc-2017-03-02]}\n", "utf-8"
        )  # fmt: skip
        assert publish(root)[0] == 0
        page_.unlink()
        config.write_text(before[0], "utf-8")
        disputes.write_text(before[1], "utf-8")
        own_up(root, "question:paid, dispute:paid")
        assert publish(root)[0] == 0
        assert check(root) == []
        soup = page(build(root), "updates")
        [entries] = soup.select("#update-day-of-the-meeting .ex-update__entries")
        assert entries.get_text() == "Concerns: paid and Who paid?"
        assert not entries.select("a"), "there is nothing to link to"

    def test_of_a_source_is_told_of_wherever_it_is_still_cited(self, root: Path) -> None:
        sources = root / "data" / "sources.yml"
        before = sources.read_text("utf-8")
        sources.write_text(before + "- {id: blog, publisher: A blog, title: A post}\n", "utf-8")
        change(root, "data/timeline.yml", "  sources: [", "  sources: [blog, ")
        people = root / "data" / "people.yml"
        people.write_text(
            people.read_text("utf-8") + "- {id: nobody, name: Nobody, bio: 'So a blog [@blog].'}\n", "utf-8"
        )
        about = root / "docs" / "about.md"
        about.write_text(about.read_text("utf-8") + "\nSo says a blog [@blog].\n", "utf-8")
        own_up(root, "source:blog")
        assert publish(root)[0] == 0
        sources.write_text(before, "utf-8")
        change(root, "data/updates.yml", "day-of-the-meeting", "blog-withdrawn")
        told = check(root)
        assert [line.partition(":")[0] for line in told] == ["data/people.yml", "data/timeline.yml", "docs/about.md"]
        assert all("error: " in line and "no source `blog`; it was withdrawn" in line for line in told)


def test_a_new_entry_enters_and_nothing_else_is_needed(root: Path) -> None:
    timeline = root / "data" / "timeline.yml"
    timeline.write_text(
        timeline.read_text("utf-8").rstrip("\n")
        + "\n- id: new\n  date: 2017-03-02\n  title: New\n  sources: [bbc-2017-03-02]\n",
        "utf-8",
    )
    assert check(root) == []
    assert publish(root, "--check") == (
        1, "data/published is behind the record; run `explainer publish-record` and commit it\n"
    )  # fmt: skip
    assert publish(root) == (0, "data/published is written: 88 entries\n")


HISTORY = '{"update": "b", "field": "tittle", "before": "A", "after": "B"}'
MEANT = '{"of": "event:private-meeting", "fields": {}'
TOLD = "error: the ledger of what was published cannot be read"


@pytest.mark.parametrize(
    ("content", "where", "why"),
    [
        (b"{\n,\n", ":2:1", "Expecting property name enclosed in double quotes"),
        (b"\xff", "", "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
        (b"[]", "", "Input should be a dictionary or an instance of _File"),
        (b"[" * 100_000, "", "it is nested too deeply"),
        (b'{"of": "event:private-meeting"}', "", "fields: Field required"),
        (b'{"of": "event:private-meeting", "fields": 3}', "", "fields: Input should be a valid dictionary"),
        (f'{MEANT}, "history": [{{"update": "b"}}]}}'.encode(), "", "history › 0 › field: Field required"),
        (b'{"of": "garbage", "fields": {}}', "", "garbage: expected one of event, person, statement"),
        (
            f'{MEANT}, "history": [{HISTORY}]}}'.encode(),
            "",
            "event:private-meeting › history: no field `tittle`; did you mean `title`?",
        ),
        (
            MEANT.replace("private-meeting", "other").encode() + b"}",
            "",
            "it holds event:other, whose place is `event/other.json`",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem(root: Path, content: bytes, where: str, why: str) -> None:
    (root / MEETING).write_bytes(content)
    [told] = check(root)
    assert told.startswith(f"{MEETING}{where}: {TOLD} ({why}")
    assert told.endswith("; bring it back from git")


def test_all_files_that_cannot_be_read_are_told_in_one_run(root: Path) -> None:
    (root / MEETING).write_bytes(b"")
    (root / "data" / "published" / "version.json").write_text('{"version": 3}')
    assert [line.partition(": ")[0] for line in check(root)] == [f"{MEETING}:1:1", "data/published/version.json"]
    assert f"{TOLD} (expected a ledger of version 2)" in check(root)[1]


def test_a_file_that_a_merge_left_in_two_versions_is_told_how_to_mend_it(root: Path) -> None:
    change(root, MEETING, ' "fields": {\n', ' "fields": {\n<<<<<<< HEAD\n=======\n>>>>>>> other\n')
    line = (root / MEETING).read_text("utf-8").splitlines().index("<<<<<<< HEAD") + 1
    assert check(root) == [
        f"{MEETING}:{line}:1: {TOLD} (a merge left two versions of these lines); take the file of one side, and run "
        "`explainer publish-record`"
    ]


def test_values_that_nobody_could_have_published_stand_as_they_are(root: Path) -> None:
    kept = json.loads((root / MEETING).read_text("utf-8"))
    kept["history"] = [
        {"update": "first-published", "field": "people", "before": ["nobody", 3], "after": 7},
        {"update": "first-published", "field": "status", "before": "unheard", "after": {"a": 1}},
        {"update": "first-published", "field": "date", "before": 2016, "after": "2016-13"},
    ]
    (root / MEETING).write_text("\ufeff" + json.dumps(kept), "utf-8")
    assert check(root) == []
    told = text(page(build(root), "timeline"), ".ex-event:has(#event-private-meeting) .ex-correction")
    assert "nobody; 3" in told[0]
    assert "unheard" in told[1]


def test_a_record_with_errors_moves_nothing(root: Path) -> None:
    change(root, "data/timeline.yml", OLD, "  date: 2016-13\n")
    code, printed = publish(root)
    assert code == 2
    assert "there is no month 13" in printed

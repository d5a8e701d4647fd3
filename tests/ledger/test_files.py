"""The ledger's files: they merge by themselves, those of version 1 are moved over, and no one rewrites them unseen."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.ledger.test_kept import FILES, change, edition, own_up, publish, told
from tests.repositories import commit, git, write

from explainer.commands.main import main
from explainer.record.published import UPDATE, Key

EVENT = "data/published/event/shut.json"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    publish(tmp_path)
    commit(tmp_path)
    return tmp_path


def record(root: Path, *options: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["publish-record", "-f", str(root / "mkdocs.yml"), *options])
    return done.exit_code, done.stdout


def test_two_branches_that_both_publish_merge_by_themselves(root: Path) -> None:
    git(root, "checkout", "-q", "-b", "other")
    change(root, "data/timeline.yml", "2020-02\n", "2020-02-03\n")
    own_up(root, "event:shut", name="day")
    assert record(root)[0] == 0
    commit(root)
    git(root, "checkout", "-q", "main")
    change(root, "docs/who.md", "answer: Nobody knows.", "answer: Ada did.")
    (root / "data" / "updates.yml").write_text(
        "- {id: ada, date: 2021-02-01, kind: correction, text: It was Ada., entries: [question:who]}\n"
        + (root / "data" / "updates.yml").read_text("utf-8")
    )
    with (root / "data" / "sources.yml").open("a") as file:
        file.write("- {id: diary, publisher: Ben, title: A diary, date: 2020-02-06}\n")
    assert record(root)[0] == 0
    commit(root)
    git(root, "merge", "-q", "other", "-m", "Both")
    assert told(root) == []
    assert record(root, "--check", "--base", "HEAD^1") == (0, "data/published is up to date\n")
    assert record(root, "--check", "--base", "HEAD^2")[0] == 0


def test_version_1_is_moved_over(root: Path) -> None:
    for path in (root / "data" / "published").rglob("*.json"):
        path.unlink()
    entries = {
        "event:shut": {
            "fields": {"date": "2020-03", "title": "The mill shuts", "text": "Its miller's gone.", "people": ["ada", "ben"], "status": "confirmed"},
            "page": "index.md",
        },
        "answer:who": {"fields": {"answer": "Nobody knows."}, "history": [
            {"update": "first", "field": "answer", "before": "Ben did.", "after": "Nobody knows."}
        ]},
        "position:who/ben+ada": {"fields": {"view": "Nobody.", "statements": []}},
    }  # fmt: skip
    (root / "data" / "published.json").write_text(json.dumps({"version": 1, "updates": ["first"], "entries": entries}))
    [problem] = told(root)
    assert problem.startswith("silent-correction: `date` of event:shut was published as `2020-03` and is now `2020-02`")
    own_up(root, "event:shut")
    assert record(root)[0] == 0
    assert not (root / "data" / "published.json").exists()
    assert told(root) == []
    kept = json.loads((root / "data" / "published" / "page" / "who.json").read_text())
    assert kept["history"][0]["before"] == "Ben did."
    assert json.loads((root / EVENT).read_text())["history"] == [
        {"update": "second", "field": "date", "before": "2020-03", "after": "2020-02"}
    ]
    ledger = edition(root).record.ledger
    assert ledger
    assert Key(UPDATE, "first") in ledger.entries
    assert Key("position", "who", "ada+ben") in ledger.entries


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{\n,\n", "Expecting property name enclosed in double quotes"),
        ('{"version": 3}', "expected a ledger of version 1"),
        ('{"version": 1, "entries": []}', "expected the names of what was published, and what it said"),
        ('{"version": 1, "entries": {"event:a": 3}}', "expected the names of what was published, and what it said"),
        ('{"version": 1, "entries": {"event:a": {}}}', "fields: Field required"),
    ],
)
def test_version_1_that_cannot_be_read_is_one_problem(root: Path, content: str, why: str) -> None:
    (root / "data" / "published.json").write_text(content)
    problems = [str(problem) for problem in edition(root).problems]
    assert len(problems) == 1
    assert problems[0].startswith(
        "data/published.json:2:1: error: " if content[2] == "," else "data/published.json: error: "
    )
    assert f"the ledger of what was published cannot be read ({why})" in problems[0]


def test_a_branch_of_before_that_publishes_more_in_version_1_loses_nothing(root: Path) -> None:
    old = {"version": 1, "updates": [], "entries": {"source:leaf": {"fields": {"publisher": "P", "title": "T"}}}}
    (root / "data" / "published.json").write_text(json.dumps(old))
    [problem] = told(root)
    assert problem == "silent-correction: source:leaf was published and is gone, and no new update names it"


class TestAgainstACommit:
    def test_a_ledger_that_moved_in_the_open_is_sound(self, root: Path) -> None:
        change(root, "data/timeline.yml", "2020-02\n", "2020-02-03\n")
        own_up(root, "event:shut")
        assert record(root, "--base", "HEAD")[0] == 0
        assert record(root, "--check", "--base", "HEAD") == (0, "data/published is up to date\n")

    @pytest.mark.parametrize(
        ("rewrite", "what"),
        [
            ({"fields": {"date": "2020-02-09"}}, "says something else under `date` than it did, of which its history tells nothing"),
            ({"history": [{"update": "first", "field": "date", "before": "2020-02", "after": "2020-02-09"}], "fields": {"date": "2020-02-09"}}, "has a new change under the update `first`, which is older"),
            ({"withdrawn": "first"}, "was withdrawn under the update `first`, which is older"),
        ],
    )  # fmt: skip
    def test_a_value_that_was_changed_together_with_the_ledger_is_told(
        self, root: Path, rewrite: dict[str, object], what: str
    ) -> None:
        kept = json.loads((root / EVENT).read_text())
        kept |= {**rewrite, "fields": {**kept["fields"], **rewrite.get("fields", {})}}  # type: ignore[dict-item]
        (root / EVENT).write_text(json.dumps(kept))
        if kept["fields"]["date"] != "2020-02":
            change(root, "data/timeline.yml", "2020-02\n", "2020-02-09\n")
        told = f"{EVENT}: error: event:shut {what}; bring it back: `git checkout HEAD -- {EVENT}`"
        assert record(root, "--check", "--base", "HEAD") == (1, f"{told}\n")

    def test_a_file_that_was_deleted_is_told(self, root: Path) -> None:
        (root / EVENT).unlink()
        code, printed = record(root, "--base", "HEAD")
        assert code == 1
        assert printed.startswith(
            f"{EVENT}: error: event:shut was published, and the ledger has lost it; bring it back"
        )

    def test_a_history_that_was_shortened_is_told(self, root: Path) -> None:
        change(root, "data/timeline.yml", "2020-02\n", "2020-02-03\n")
        own_up(root, "event:shut")
        record(root)
        commit(root)
        kept = json.loads((root / EVENT).read_text())
        del kept["history"]
        (root / EVENT).write_text(json.dumps(kept))
        assert "event:shut has another history than it had" in record(root, "--check", "--base", "HEAD")[1]

    def test_a_ledger_that_is_gone_is_told(self, root: Path) -> None:
        git(root, "rm", "-q", "-r", "data/published")
        assert record(root, "--base", "HEAD") == (
            1,
            "data/published: error: the site had a ledger of what was published, and has none; bring it back: "
            "`git checkout HEAD -- data/published`\n",
        )

    def test_a_record_that_was_moved_without_it_is_told(self, root: Path) -> None:
        (root / "facts").mkdir()
        for path in (root / "data").glob("*.yml"):
            path.rename(root / "facts" / path.name)
        change(root, "mkdocs.yml", "      checks:", "      data: facts\n      checks:")
        code, printed = record(root, "--base", "HEAD")
        assert code == 1
        assert printed.startswith("facts/published: error: the site had a ledger of what was published, and has none")

    def test_a_rename_is_none(self, root: Path) -> None:
        done = CliRunner().invoke(main, ["rename", "person:ada", "person:ada-king", "-f", str(root / "mkdocs.yml")])
        assert done.exit_code == 0, done.output
        assert (root / "data" / "published" / "position" / "who" / "ada-king+ben.json").is_file()
        assert not (root / "data" / "published" / "person" / "ada.json").exists()
        assert record(root, "--check", "--base", "HEAD")[0] == 0

    def test_a_commit_that_git_does_not_know_ends_the_command(self, root: Path) -> None:
        done = CliRunner().invoke(main, ["publish-record", "--base", "gone", "-f", str(root / "mkdocs.yml")])
        assert done.exit_code == 2
        assert "git knows no commit `gone`" in done.stderr


def test_a_part_with_many_holders_has_a_name_that_a_disk_takes(root: Path) -> None:
    people = [f"somebody-with-a-long-name-{n}" for n in range(20)]
    with (root / "data" / "people.yml").open("a") as file:
        file.writelines(f"- {{id: {each}, name: {each}}}\n" for each in people)
    change(
        root,
        "data/disputes.yml",
        "positions:\n",
        f"positions:\n    - {{held_by: [{', '.join(people)}], view: We., sources: [book]}}\n",
    )
    publish(root)
    assert told(root) == []
    assert record(root, "--check")[0] == 0


def test_the_text_of_a_page_may_be_ahead_of_the_ledger(root: Path) -> None:
    change(root, "docs/who.md", "in a night", "in a day")
    assert record(root, "--check") == (0, "data/published is up to date\n")
    own_up(root, "question:who")
    assert record(root, "--check")[0] == 1
    assert record(root) == (0, "data/published is written: 17 entries\n")
    assert record(root, "--check")[0] == 0

"""`explainer rename`: another name, and everything that referred to the old one refers to the new one."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.building import build, copy_site, run
from tests.tiny import Write

pytestmark = pytest.mark.slow


def renamed(root: Path, old: str, new: str, *options: str) -> str:
    """Rename something, and return what was printed."""
    done = run("explainer", "rename", old, new, *options, cwd=root)
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_the_reference_site_is_as_it_was_under_other_names(tmp_path: Path) -> None:
    root = copy_site(tmp_path / "site")
    renamed(root, "person:jeff-sessions", "person:mr-sessions")
    renamed(root, "event:private-meeting", "office-meeting")
    renamed(root, "event:recusal-calls", "calls")
    renamed(root, "source:bbc-2017-03-02", "bbc")
    renamed(root, "question:misled", "mislead")
    texts = [file.read_text("utf-8") for folder in ("data", "docs") for file in (root / folder).rglob("*.*")]
    left = [line for text in texts for line in text.split("\n") if re.search(r"(?<![\w-])jeff-sessions(?![\w-])", line)]
    assert left == ["  aliases: [jeff-sessions]"]
    behind = run("explainer", "publish-record", "--check", cwd=root)
    assert behind.returncode == 0, behind.stdout
    built = build(root)
    assert built.exit_code == 0, built.output

    timeline = BeautifulSoup(built.html("timeline/index.html"), "html.parser")
    place = timeline.find(id="event-private-meeting")
    assert place is not None
    assert place.find_parent(id="event-office-meeting") is not None
    for name in ("private", "office"):
        embed = (built.site / "embed" / f"event-{name}-meeting.html").read_text("utf-8")
        assert "../timeline/#event-office-meeting" in embed
    feed = json.loads((built.site / "feed.json").read_text("utf-8"))
    ids = [item["id"].partition("#")[2] for item in feed["items"]]
    assert "event:private-meeting" in ids
    assert "question:misled" in ids
    assert not any("office-meeting" in each or "mislead" in each for each in ids)
    assert "event-recusal-calls@" in (built.site / "timeline.ics").read_text("utf-8").replace("\r\n ", "")


@pytest.mark.parametrize("directories", ["true", "false"])
def test_the_old_address_of_a_page_leads_on_without_a_script(tmp_path: Path, directories: str) -> None:
    root = copy_site(tmp_path / "site")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(f"\nuse_directory_urls: {directories}\n")
    renamed(root, "question:misled", "question:mislead")
    built = build(root)
    assert built.exit_code == 0, built.output
    old, new = ("misled/index.html", "../mislead/") if directories == "true" else ("misled.html", "mislead.html")
    page = BeautifulSoup(built.html(old), "html.parser")
    refresh, canonical, link = page.find("meta", {"http-equiv": "refresh"}), page.find("link", rel="canonical"), page.a
    assert refresh is not None
    assert canonical is not None
    assert link is not None
    assert refresh["content"] == f"0; url={new}"
    assert str(canonical["href"]).endswith("/mislead/" if directories == "true" else "/mislead.html")
    assert link["href"] == new
    assert link.get_text() == "Did he mislead the hearing?"
    assert page.find("script") is None


def test_a_question_that_was_withdrawn_leaves_a_page_that_says_so(tmp_path: Path) -> None:
    root = copy_site(tmp_path / "site")
    (root / "docs" / "basis.md").unlink()
    for file in (root / "docs").glob("*.md"):
        file.write_text(re.sub(r"\[([^\]]*)\]\(basis\.md[^)]*\)", r"\1", file.read_text("utf-8")), "utf-8")
    config = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(re.sub(r".*basis\.md.*\n", "", config), "utf-8")
    with (root / "data" / "updates.yml").open("a", encoding="utf-8") as file:
        file.write(
            "\n- id: no-basis\n  date: 2017-03-04\n  kind: correction\n  text: The page is taken back.\n"
            "  entries: [question:basis]\n"
        )
    moved = run("explainer", "publish-record", cwd=root)
    assert moved.returncode == 0, moved.stdout
    built = build(root)
    assert built.exit_code == 0, built.output
    page = BeautifulSoup(built.html("basis/index.html"), "html.parser")
    assert page.h1 is not None
    assert page.h1.get_text() == "Withdrawn"
    assert "The page is taken back." in page.get_text()
    assert page.find("meta", {"http-equiv": "refresh"}) is None


class TestForms:
    def test_comments_and_places_stay(self, write: Write) -> None:
        people = "# who is who\n- name: Ada  # the countess\n  id: ada\n- {id: charles, name: Charles}\n"
        event = "- id: printed\n  date: 1843\n  title: Printed\n  people: [ charles,ada ] # both\n  sources: [notes]\n"
        root = write(people=people, timeline=event, sources="- id: notes\n  publisher: Memoirs\n  title: Notes\n")
        renamed(root, "person:ada", "ada-lovelace")
        renamed(root, "person:charles", "babbage")
        assert (root / "data" / "people.yml").read_text("utf-8") == (
            "# who is who\n- name: Ada  # the countess\n  id: ada-lovelace\n  aliases: [ada]\n"
            "- {aliases: [charles], id: babbage, name: Charles}\n"
        )
        assert "  people: [ babbage,ada-lovelace ] # both\n" in (root / "data" / "timeline.yml").read_text("utf-8")

    def test_an_alias_joins_those_that_are_there(self, write: Write) -> None:
        root = write(
            people="- id: ada\n  aliases: [augusta]\n  name: Ada\n- id: byron\n  aliases:\n    - gordon\n  name: B\n"
        )
        renamed(root, "person:ada", "lovelace")
        renamed(root, "person:byron", "george")
        assert (root / "data" / "people.yml").read_text("utf-8") == (
            "- id: lovelace\n  aliases: [ada, augusta]\n  name: Ada\n"
            "- id: george\n  aliases:\n    - byron\n    - gordon\n  name: B\n"
        )

    def test_a_longer_name_that_begins_with_it_stays(self, write: Write) -> None:
        root = write(people="- id: ada\n  name: Ada\n- id: ada-two\n  name: Ada II\n")
        (root / "docs" / "people.md").write_text(
            "# P\n\n[Ada](person:ada), [II](person:ada-two), `[Ada](person:ada)`\n\n/// people\n///\n", "utf-8"
        )
        renamed(root, "person:ada", "augusta")
        text = (root / "docs" / "people.md").read_text("utf-8")
        assert "[Ada](person:augusta), [II](person:ada-two), `[Ada](person:ada)`" in text

    def test_a_dry_run_writes_nothing(self, write: Write) -> None:
        root = write(people="- id: ada\n  name: Ada\n")
        assert renamed(root, "person:ada", "augusta", "--dry-run") == "data/people.yml: 1 place\n"
        assert (root / "data" / "people.yml").read_text("utf-8") == "- id: ada\n  name: Ada\n"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("person:adda", "augusta", "no person `adda`; did you mean `ada`?"),
        (
            "persn:ada",
            "augusta",
            "expected a kind and an id, such as `person:ada`, found `persn:ada`; did you mean `person`?",
        ),
        ("person:ada", "charles", "there is a person `charles` already"),
        (
            "person:ada",
            "event:ada",
            "`person:ada` is a person, and `event:ada` would be a event; a rename changes the id alone",
        ),
        (
            "person:ada",
            "Ada L",
            "expected an id of lower-case letters, digits and single hyphens, found `Ada L`; write `ada-l`",
        ),
        ("person:ada", "ada", "`person:ada` has that name already"),
        ("question:none", "some", "no question `none`"),
    ],
)
def test_what_cannot_be_is_told_in_a_line(write: Write, old: str, new: str, said: str) -> None:
    root = write(people="- id: ada\n  name: Ada\n- id: charles\n  name: Charles\n")
    done = run("explainer", "rename", old, new, cwd=root)
    assert done.returncode == 2
    assert said in done.stdout


def test_a_table_without_a_column_for_aliases_says_so(write: Write) -> None:
    root = write()
    (root / "data" / "people.yml").unlink(missing_ok=True)
    (root / "data" / "people.csv").write_text("id,name\nada,Ada\n", "utf-8")
    done = run("explainer", "rename", "person:ada", "augusta", cwd=root)
    assert done.returncode == 2
    assert "data/people.csv: add a column `aliases`" in done.stdout
    (root / "data" / "people.csv").write_text("id,name,aliases\nada,Ada,\n", "utf-8")
    renamed(root, "person:ada", "augusta")
    assert (root / "data" / "people.csv").read_text("utf-8") == "id,name,aliases\naugusta,Ada,ada\n"

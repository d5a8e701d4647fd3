"""What readers saw is kept: each change of it is told, and what no reader would take for a change is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel
from tests.repositories import write

from explainer.commands.shared import write_ledger
from explainer.edition import Edition, edition_from_disk
from explainer.fields.named import Free, Kept
from explainer.ledger.ledger import move
from explainer.record.kinds.kind import Part
from explainer.record.published import sorts
from explainer.record.shape import shapes_of
from explainer.site.config import read_site

FILES = {
    "mkdocs.yml": "site_name: Mill\nmarkdown_extensions:\n  - explainer:\n      checks: {unarchived: off, unused-source: off, one-sided: off, unheard: off}\n",
    "docs/index.md": "---\ntitle: The mill\nkicker: Story\nsummary: What became of it.\n---\n# The mill\n\n/// timeline\n///\n\n/// people\n///\n",
    "docs/who.md": "---\nanswer: Nobody knows.\npublished: 2021-01-02\n---\n# Who shut it?\n\nIt was shut in a night.\n\nSome say so, and others don't.\n\n/// dispute | who\n///\n\n/// statement | shut\n///\n",
    "docs/updates.md": "# Updates\n\n/// updates\n///\n",
    "docs/sources.md": "# Sources\n\n/// sources\n///\n",
    "data/timeline.yml": "- id: shut\n  date: 2020-02\n  title: The mill shuts\n  text: Its miller's gone.\n  people: [ada, ben]\n  sources: [paper, letter]\n",
    "data/people.yml": "- id: ada\n  name: Ada\n  bio: A miller.\n  roles:\n    - {title: Miller, from: 2010, to: 2020}\n    - {title: Owner, from: 2012}\n- {id: ben, name: Ben}\n",
    "data/sources.yml": "- {id: paper, publisher: Paper, title: It shut, date: 2020-02-03, kind: article}\n- {id: letter, publisher: Ada, title: A letter, date: 2020-02-04}\n- {id: book, publisher: Ben, title: A book, date: 2020-02-05}\n- {id: sign, publisher: Ben, title: A sign}\n",
    "data/statements.yml": "- {id: shut, speaker: ada, date: 2020-02-04, words: We shut it for good., sources: [letter]}\n",
    "data/disputes.yml": "- id: who\n  question: Who shut it?\n  text: Two people had keys.\n  about: [ada]\n  reply: sought\n  positions:\n    - {held_by: [ada, ben], view: Nobody., sources: [letter]}\n    - {held_by: [ben], view: Ada., sources: [paper]}\n",
    "data/updates.yml": "- id: first\n  date: 2021-01-03\n  kind: correction\n  text: The day was wrong.\n  entries: [event:shut]\n",
}  # fmt: skip


def edition(root: Path) -> Edition:
    return edition_from_disk(read_site(root / "mkdocs.yml"))


def told(root: Path) -> list[str]:
    found = edition(root)
    assert [str(each) for each in found.problems if each.check not in {"silent-correction", "silent-rewrite"}] == []
    return [f"{each.check}: {each.message}" for each in found.problems]


def publish(root: Path) -> None:
    found = edition(root)
    moved = move(found.contents)
    assert moved.unowned == []
    write_ledger(found.site, moved.ledger)


def change(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), "utf-8")


def own_up(root: Path, *entries: str, name: str = "second", kind: str = "correction") -> None:
    line = f"- {{id: {name}, date: 2021-02-01, kind: {kind}, text: It was wrong., entries: [{', '.join(entries)}]}}\n"
    with (root / "data" / "updates.yml").open("a", encoding="utf-8") as file:
        file.write(line)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    publish(tmp_path)
    assert told(tmp_path) == []
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "field"),
    [
        ("data/people.yml", "name: Ada", "name: Eda", "person:ada", "name"),
        ("data/people.yml", "A miller.", "A thief.", "person:ada", "bio"),
        ("data/people.yml", "title: Miller", "title: Baker", "person:ada", "roles"),
        ("data/people.yml", "to: 2020", "to: 2021", "person:ada", "roles"),
        ("data/people.yml", "    - {title: Owner, from: 2012}\n", "", "person:ada", "roles"),
        ("data/people.yml", "name: Ben", "name: Ben, kind: organisation", "person:ben", "kind"),
        ("data/disputes.yml", "question: Who shut it?", "question: Who closed it?", "dispute:who", "question"),
        ("data/disputes.yml", "Two people", "Three people", "dispute:who", "text"),
        ("data/disputes.yml", "about: [ada]", "about: [ben]", "dispute:who", "about"),
        ("data/disputes.yml", "reply: sought", "reply: declined", "dispute:who", "reply"),
        ("data/disputes.yml", "view: Ada., sources: [paper]", "view: Ada., sources: [book]", "position:who/ben", "sources"),
        ("data/timeline.yml", "[paper, letter]", "[paper, book]", "event:shut", "sources"),
        ("data/timeline.yml", "[paper, letter]", "[paper]", "event:shut", "sources"),
        ("data/timeline.yml", "gone.\n", "gone.\n  image: {file: images/a.svg, alt: A mill, credit: Ada}\n", "event:shut", "image"),
        ("data/timeline.yml", "  text: Its miller's gone.\n", "", "event:shut", "text"),
        ("data/sources.yml", "kind: article", "kind: report", "source:paper", "kind"),
        ("data/statements.yml", "sources: [letter]", "sources: [sign]", "statement:shut", "sources"),
        ("data/updates.yml", "kind: correction", "kind: update", "update:first", "kind"),
        ("data/updates.yml", "2021-01-03", "2021-01-04", "update:first", "date"),
        ("data/updates.yml", "The day was wrong.", "The day is more exact.", "update:first", "text"),
        ("data/updates.yml", "[event:shut]", "[question:who]", "update:first", "entries"),
        ("docs/index.md", "title: The mill", "title: The works", "page:index", "title"),
        ("docs/index.md", "kicker: Story", "kicker: Scandal", "page:index", "kicker"),
        ("docs/index.md", "What became of it.", "What befell it.", "page:index", "summary"),
        ("docs/who.md", "answer: Nobody knows.", "answer: Ada did.", "page:who", "answer"),
        ("docs/who.md", "published: 2021-01-02", "published: 2021-01-01", "page:who", "published"),
        ("docs/who.md", "# Who shut it?", "# Who closed it?", "page:who", "title"),
    ],
)  # fmt: skip
def test_a_change_is_told_until_an_update_names_it(
    root: Path, file: str, old: str, new: str, key: str, field: str
) -> None:
    (root / "docs" / "images").mkdir()
    (root / "docs" / "images" / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" width="1" height="1"/>'
    )
    change(root, file, old, new)
    [problem] = told(root)
    assert problem.startswith(f"silent-correction: `{field}` of {key} was published as ")
    named = key.replace("page:", "question:").replace("position:who/ben", "dispute:who")
    own_up(root, named)
    [problem] = told(root)
    assert problem.endswith("; the update `second` owns up to it")
    publish(root)
    assert told(root) == []
    history = edition(root).record.ledger
    assert history
    assert any(
        each.update == "second" and each.field == field for of in history.entries.values() for each in of.history
    )


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("data/timeline.yml", "Its miller's gone.", "Its miller’s   gone."),
        ("data/timeline.yml", "text: Its miller's gone.", "text: >\n    Its\n    miller's gone."),
        ("data/timeline.yml", "[ada, ben]", "[ben, ada]"),
        ("data/timeline.yml", "[paper, letter]", "[book, letter, paper]"),
        ("data/timeline.yml", "gone.\n", "gone.\n  tags: [mills]\n"),
        ("data/disputes.yml", "[ada, ben]", "[ben, ada]"),
        ("data/sources.yml", "kind: article", "kind: article, archive_url: 'https://archive.example/x'"),
        ("data/updates.yml", "[event:shut]", "[event:shut, question:who]"),
        ("data/people.yml", "    - {title: Miller, from: 2010, to: 2020}\n    - {title: Owner, from: 2012}\n", "    - {title: Owner, from: 2012}\n    - {title: Miller, from: 2010, to: 2020}\n"),
        ("docs/who.md", "It was shut in a night.", "It was shut\nin a  night."),
        ("docs/who.md", "others don't", "others don’t"),
        ("docs/who.md", "It was shut in a night.", "It was *shut* in a night."),
    ],
)  # fmt: skip
def test_what_reads_the_same_is_no_change(root: Path, file: str, old: str, new: str) -> None:
    change(root, file, old, new)
    assert told(root) == []
    before = {path: path.read_bytes() for path in (root / "data" / "published").rglob("*.json")}
    publish(root)
    if "[book" not in new and "question:who" not in new:  # what may grow has grown
        assert {path: path.read_bytes() for path in (root / "data" / "published").rglob("*.json")} == before


def test_a_published_correction_cannot_be_deleted(root: Path) -> None:
    (root / "data" / "updates.yml").write_text("[]\n")
    [problem] = told(root)
    assert problem == "silent-correction: update:first was published and is gone, and no new update names it"


def test_an_entry_that_no_page_shows_any_more_is_told(root: Path) -> None:
    change(root, "docs/who.md", "/// statement | shut\n///\n", "")
    [problem] = told(root)
    assert problem.startswith("silent-correction: statement:shut was published, and no page shows it any more")
    own_up(root, "statement:shut")
    publish(root)
    assert told(root) == []
    change(root, "docs/who.md", "/// dispute", "/// statement | shut\n///\n\n/// dispute")
    assert told(root) == []
    publish(root)
    ledger = edition(root).record.ledger
    assert ledger
    [kept] = [each for key, each in ledger.entries.items() if str(key) == "statement:shut"]
    assert (kept.withdrawn, [each.update for each in kept.history]) == ("", ["second"])


def test_what_was_withdrawn_and_comes_back_with_other_words_is_a_change(root: Path) -> None:
    text = (root / "data" / "statements.yml").read_text("utf-8")
    (root / "data" / "statements.yml").write_text("[]\n")
    change(root, "docs/who.md", "/// statement | shut\n///\n", "")
    own_up(root, "statement:shut")
    publish(root)
    (root / "data" / "statements.yml").write_text(text.replace("for good", "for now"))
    change(root, "docs/who.md", "/// dispute", "/// statement | shut\n///\n\n/// dispute")
    [problem] = told(root)
    assert problem.startswith("silent-correction: `words` of statement:shut was published as `We shut it for good.`")
    own_up(root, "statement:shut", name="third")
    publish(root)
    ledger = edition(root).record.ledger
    assert ledger
    [kept] = [each for key, each in ledger.entries.items() if str(key) == "statement:shut"]
    assert [(each.update, each.field) for each in kept.history] == [("second", ""), ("third", "words")]


class TestTheTextOfAPage:
    def test_is_told_where_it_changes_in_silence(self, root: Path) -> None:
        change(root, "docs/who.md", "in a night", "in a day")
        [problem] = edition(root).problems
        assert str(problem) == (
            "docs/who.md:7:1: advice: the text of the page has changed: `It was shut in a night.` is now `It was shut in a "
            "day.`, and neither `updated` nor a new update says so; put today's date under `updated`, or add to "
            "updates.yml: - {id: …, date: …, kind: correction, text: …, entries: [question:who]} [silent-rewrite]"
        )

    def test_is_free_where_the_page_says_that_it_was_updated(self, root: Path) -> None:
        change(root, "docs/who.md", "in a night", "in a day")
        change(root, "docs/who.md", "published: 2021-01-02\n", "published: 2021-01-02\nupdated: 2021-02-01\n")
        assert told(root) == []
        publish(root)
        change(root, "docs/who.md", "in a day", "in a week")
        assert len(told(root)) == 1

    def test_stops_the_ledger_where_the_site_says_so(self, root: Path) -> None:
        change(root, "mkdocs.yml", "checks: {", "checks: {silent-rewrite: error, ")
        change(root, "docs/who.md", "It was shut in a night.\n\n", "")
        [unowned] = move(edition(root).contents).unowned
        assert (unowned.before, unowned.after) == (["It was shut in a night."], None)
        own_up(root, "question:who")
        assert told(root) == []
        publish(root)
        ledger = edition(root).record.ledger
        assert ledger
        [kept] = [each for key, each in ledger.entries.items() if str(key) == "page:who"]
        assert [(each.field, each.before, each.after) for each in kept.history] == [
            ("text", ["It was shut in a night."], None)
        ]

    def test_may_have_a_typo(self, root: Path) -> None:
        change(root, "mkdocs.yml", "checks: {", "checks: {silent-rewrite: error, ")
        change(root, "docs/who.md", "in a night", "in a nihgt")
        own_up(root, "question:who", kind="typo")
        publish(root)
        change(root, "docs/who.md", "in a nihgt", "in a year")
        own_up(root, "question:who", name="third", kind="typo")
        [problem] = told(root)
        assert problem.endswith("which is no typo: `nihgt` and `year` are two words")

    def test_is_not_that_of_the_blocks_on_it(self, root: Path) -> None:
        change(root, "docs/who.md", "/// statement | shut", "/// statement | shut\n    heading: 4")
        assert told(root) == []


def test_a_field_that_was_not_kept_before_enters_without_an_update(root: Path) -> None:
    file = root / "data" / "published" / "person" / "ada.json"
    file.write_text('{"of": "person:ada", "fields": {"name": "Ada"}}\n')
    assert told(root) == []
    publish(root)
    assert '"bio": "A miller."' in file.read_text("utf-8")


def _fields() -> Iterator[tuple[str, type[BaseModel], str, Part | None]]:
    parts = {(sort.part.field, sort.named_by) for sort in sorts().values() if sort.part}
    for name, sort in sorts().items():
        for field in shapes_of(sort.model):
            if not sort.part and (field, sort.named_by) in parts:
                continue  # kept by itself
            yield name, sort.model, field, sort.part


@pytest.mark.parametrize(("sort", "model", "field", "part"), list(_fields()))
def test_every_field_is_kept_or_says_why_not(sort: str, model: type[BaseModel], field: str, part: Part | None) -> None:
    if field == "id" or (part and field == part.told_by):
        return  # by these it is named
    named = shapes_of(model)[field].named
    assert isinstance(named, Kept) or (isinstance(named, Free) and named.because), f"{field} of {sort}"


def test_an_update_that_takes_a_page_back_takes_back_what_it_alone_shows(root: Path) -> None:
    (root / "docs" / "who.md").unlink()
    assert {each.partition(" was published")[0] for each in told(root)} == {
        "silent-correction: page:who",
        "silent-correction: dispute:who",
        "silent-correction: statement:shut",
    }
    own_up(root, "question:who")
    publish(root)
    assert told(root) == []

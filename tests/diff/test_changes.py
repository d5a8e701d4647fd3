"""What has changed in a record, in the words of a reader, and as Markdown in which nothing of it is markup."""

import html
import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from pydantic import BaseModel
from tests.building import copy_site
from tests.repositories import CONFIG, EVENT, FILES, commit, fields, tiny, told, write

from explainer.diff.words import MOST_ROWS
from explainer.problems.escaping import in_markdown
from explainer.record.kinds.dispute import Position, Verdict
from explainer.record.kinds.registry import collections
from explainer.record.shape import shapes_of
from explainer.site.front_matter import FrontMatter

pytestmark = pytest.mark.slow


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny(tmp_path / "site")


class TestTheSummary:
    def test_says_what_the_reference_site_would_gain_and_have_corrected(self, tmp_path: Path) -> None:
        root = copy_site(tmp_path / "site")
        shutil.rmtree(root / "data" / "published")
        commit(root)
        timeline = root / "data" / "timeline.yml"
        timeline.write_text(
            timeline.read_text("utf-8").replace("date: 2016-09\n", "date: 2016-09-08\n")
            + "- {id: new, date: 2017-03-02, title: Something happens, sources: [bbc-2017-03-02]}\n",
            "utf-8",
        )
        assert told(root) == (
            "1 event added, 1 date corrected, 0 problems\n"
            "\n"
            "Added\n"
            "  Event: Something happens\n"
            "\n"
            "Changed\n"
            "  Event: Mr Sessions and the ambassador meet in the senator's office\n"
            "    Date: from September 2016 to 8 September 2016\n"
        )

    def test_says_that_nothing_changed(self, root: Path) -> None:
        assert told(root) == "nothing changed, 0 problems\n"

    def test_counts_each_kind_and_each_way_of_changing(self, root: Path) -> None:
        write(
            root,
            {
                "data/timeline.yml": EVENT.format(date="1843-09").replace("printed, people", "published, people"),
                "data/people.yml": "- {id: ada, name: Ada King}\n- {id: luigi, name: Luigi Menabrea}\n",
                "data/statements.yml": "[]\n",
                "data/updates.yml": "- {id: one, date: 1844, kind: update, text: More.}\n",
                "docs/second.md": "---\nanswer: Hers.\n---\n# Whose words?\n",
                "docs/about.md": "# About\n",
                "data/disputes.yml": "- {id: whose, question: Whose?, positions: [{held_by: [ada], view: Hers.}]}\n",
            },
        )
        assert told(root).splitlines()[0] == (
            "1 person, 1 dispute, 1 update, 1 question and 1 page added, 1 event and 1 person changed, 1 date corrected, "
            "1 person and 1 statement withdrawn, 2 problems (before: 0)"
        )

    def test_speaks_the_language_of_the_site(self, root: Path) -> None:
        write(
            root,
            {
                "mkdocs.yml": CONFIG + "theme: {name: material, language: pl}\n",
                "data/timeline.yml": EVENT.format(date="1843-08-05"),
            },
        )
        assert told(root) == (
            "poprawiono 1 datę, 0 problemów\n\nZmieniono\n  Wydarzenie: The notes are printed\n"
            "    Data: poprzednio sierpień 1843, obecnie 5 sierpnia 1843\n"
        )

    @pytest.mark.parametrize(
        ("file", "line"),
        [
            (("data/sources.yml", "kind: article", "kind: broadcast"), "Art: bisher Artikel, jetzt Sendung"),
            (("data/people.yml", "kind: person", "kind: organisation"), "Art: bisher Person, jetzt Organisation"),
            (("data/updates.yml", "kind: update", "kind: correction"), "Art: bisher Aktualisierung, jetzt Korrektur"),
            (("data/disputes.yml", "reply: sought", "reply: declined"), "Antwort: bisher angefragt, jetzt abgelehnt"),
        ],
    )
    def test_says_what_a_fixed_choice_is_in_the_language_of_the_site(
        self, root: Path, file: tuple[str, str, str], line: str
    ) -> None:
        name, before, after = file
        write(
            root,
            {
                "mkdocs.yml": CONFIG + "theme: {name: material, language: de}\n",
                "data/sources.yml": "- {id: notes, publisher: P, title: T, kind: article}\n",
                "data/people.yml": "- {id: ada, name: Ada, kind: person}\n- {id: charles, name: Charles}\n",
                "data/updates.yml": "- {id: one, date: 1844, kind: update, text: More.}\n",
                "data/disputes.yml": "- {id: who, question: Who?, reply: sought, positions: [{held_by: [ada], view: V.}]}\n",
            },
        )
        commit(root)
        write(root, {name: (root / name).read_text().replace(before, after)})
        assert fields(root) == [line]


# --- every field of every kind ------------------------------------------------------------------------------------

SAMPLES: dict[str, tuple[str, str, str]] = {
    "date": ("1843-08", "1843-09~", "Date: from August 1843 to around September 1843"),
    "title": ("One", "Two", "Headline: from One to Two"),
    "text": ("One", "Two", "Text: from One to Two"),
    "people": ("[ada]", "[ada, charles]", "People: from Ada Lovelace to Ada Lovelace; Charles Babbage"),
    "status": ("reported", "denied", "Status: from Reported to Denied"),
    "known": ("1844", "1845/..", "Became public: from 1844 to since 1845"),
    "sources": ("[notes]", "[letters]", "Sources: from Memoirs: Notes by the translator to The archive: Letters"),
    "image": (
        "{file: a.png, alt: A, credit: C}",
        "{file: a.png, alt: B, credit: C}",
        "Picture: from a.png; A; C to a.png; B; C",
    ),
    "tags": ("[engine]", "[engine, notes]", "Subjects: from engine to engine; notes"),
    "aliases": ("[once]", "[once, before]", "Former names: from once to once; before"),
    "story": ("one", "two", "Story: from one to two"),
    "allow": ("{unsourced: seen}", "{unsourced: heard}", "Exemptions: from unsourced: seen to unsourced: heard"),
    "unrelated": ("{printed: seen}", "{printed: heard}", "Exemptions: from The notes are printed: seen to The notes are printed: heard"),
    "name": ("Ada", "Ada King", "Name: from Ada to Ada King"),
    "kind": ("article", "report", "Kind: from article to report"),
    "person.kind": ("person", "organisation", "Kind: from person to organisation"),
    "update.kind": ("update", "correction", "Kind: from update to correction"),
    "roles": (
        "[{title: Countess, from: 1838}, {title: Author}]",
        "[{title: Countess, from: 1838-07}, {title: Author}]",
        "Role: from Countess (since 1838) to Countess (since July 1838)",
    ),
    "bio": ("One", "Two", "Text: from One to Two"),
    "speaker": ("ada", "charles", "Speaker: from Ada Lovelace to Charles Babbage"),
    "venue": ("A house", "A hall", "Occasion: from A house to A hall"),
    "in_reply_to": (
        "{asked_by: ada, question: Why?}",
        "{asked_by: charles, question: Why?}",
        "The question: from Ada Lovelace; Why? to Charles Babbage; Why?",
    ),
    "words": ("It weaves.", "It wove.", "Words: from It weaves. to It wove."),
    "variants": (
        "[{words: It weaves!, sources: [notes]}]",
        "[{words: It weaves!, sources: [letters]}]",
        "Other wordings: from It weaves!; Memoirs: Notes by the translator to It weaves!; The archive: Letters",
    ),
    "publisher": ("A", "B", "Publisher: from A to B"),
    "author": ("A", "B", "Author: from A to B"),
    "url": ("https://example.org/a", "https://example.org/b", "Address: from https://example.org/a to https://example.org/b"),
    "archive_url": (
        "https://example.org/c",
        "https://example.org/d",
        "Archived copy: from https://example.org/c to https://example.org/d",
    ),
    "added": ("1900", "1901", "Added: from 1900 to 1901"),
    "published": ("1900", "1901", "Published: from 1900 to 1901"),
    "archived": ("1900", "1901", "Archived: from 1900 to 1901"),
    "locator": ("p. 1", "p. 2", "Where in the source: from p. 1 to p. 2"),
    "quotes": ("[One]", "[Two]", "Quoted words: from One to Two"),
    "media": ("[one]", "[two]", "Media: from One to Two"),
    "portrait": ("one", "two", "Portrait: from One to Two"),
    "recording": ("{medium: one}", "{medium: two}", "Recording: from One to Two"),
    "place": ("here", "there", "Place: from Here to There"),
    "medium.kind": ("video", "audio", "Kind: from video to recording"),
    "file": ("a.mp4", "b.mp4", "File: from a.mp4 to b.mp4"),
    "alt": ("A", "B", "What it shows: from A to B"),
    "caption": ("A", "B", "Caption: from A to B"),
    "credit": ("A", "B", "Credit: from A to B"),
    "licence": ("A", "B", "Licence: from A to B"),
    "source": ("notes", "letters", "Source: from Memoirs: Notes by the translator to The archive: Letters"),
    "focus": ("1% 2%", "3% 4%", "Focus: from 1% 2% to 3% 4%"),
    "poster": ("a.png", "b.png", "Poster: from a.png to b.png"),
    "captions": ("{en: a.vtt}", "{en: b.vtt}", "Subtitles: from en: a.vtt to en: b.vtt"),
    "transcript": ("A", "B", "Transcript: from A to B"),
    "content_warning": ("A", "B", "Warning: from A to B"),
    "at": ("'51.5, 0'", "'51.5, 1'", "Coordinates: from 51.5, 0 to 51.5, 1"),
    "note": ("A", "B", "Note: from A to B"),
    "term": ("A", "B", "Term: from A to B"),
    "forms": ("[A]", "[B]", "Other forms: from A to B"),
    "definition": ("A", "B", "Meaning: from A to B"),
    "reviewer": ("A", "B", "Reviewed by: from A to B"),
    "method": ("A", "B", "How we know this: from A to B"),
    "ai": ("A", "B", "Made with machines: from A to B"),
    "key": ("no", "yes", "Key event: from no to yes"),
    "fragments": ("yes", "no", "Links to words: from yes to no"),
    "carried_by": (
        "[{source: notes, for: [date]}]",
        "[{source: letters, for: [date]}]",
        "Which source carries what: from Memoirs: Notes by the translator; date to The archive: Letters; date",
    ),
    "question": ("Who?", "Whose?", "The question: from Who? to Whose?"),
    "about": ("[ada]", "[charles]", "About: from Ada Lovelace to Charles Babbage"),
    "reply": ("sought", "declined", "Reply: from sought to declined"),
    "positions": (
        "[{held_by: [ada], view: Hers., statements: [weaves]}]",
        "[{held_by: [ada], view: Hers.}]",
        "Position (Ada Lovelace): Statements: from the statement of 1843 to nothing",
    ),
    "verdict": (
        "{text: Hers., by: A, date: 1900, sources: [notes]}",
        "{text: Hers., by: A, date: 1900-02, sources: [notes]}",
        "Our finding: Date: from 1900 to February 1900",
    ),
    "entries": ("[event:printed]", "['question:first']", "Entries: from The notes are printed to When were they printed?"),
    "kicker": ("A", "B", "Kicker: from A to B"),
    "summary": ("A", "B", "Summary: from A to B"),
    "answer": ("It was in 1843.", "It was in *August*.", "The short answer: from It was in 1843. to It was in *August*."),
    "updated": ("1900", "1901", "Updated: from 1900 to 1901"),
    "reviewed": ("1900", "1901", "Reviewed: from 1900 to 1901"),
    "review_by": ("1900", "1901", "To be reviewed by: from 1900 to 1901"),
    "as_of": ("1900", "1901", "As of: from 1900 to 1901"),
}  # fmt: skip
"""For each field a value before, one after, and what is told of it."""

REQUIRED = {
    "event": {"date": "1843", "title": "T"},
    "person": {"name": "N"},
    "statement": {"speaker": "ada", "date": "1843", "words": "W"},
    "source": {"publisher": "P", "title": "T"},
    "dispute": {"question": "Q?", "positions": "[{held_by: [ada], view: V.}]"},
    "update": {"date": "1844", "kind": "update", "text": "T"},
    "medium": {"file": "a.mp4", "kind": "video", "credit": "C"},
    "place": {"name": "N", "at": "'51.5, 0'"},
    "term": {"term": "T", "definition": "D"},
}
MEDIA = "".join(
    f"- {{id: {id_}, kind: audio, file: {id_}.mp3, alt: {id_.title()}, credit: C, licence: CC0}}\n"
    for id_ in ("one", "two")
)
PLACES = "- {id: here, name: Here, at: '51.5, 0'}\n- {id: there, name: There, at: '48, 2'}\n"
FILES_OF = {kind.name: f"data/{name}.yml" for name, kind in collections().items()}


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (kind.name, field.alias or name)
        for kind in collections().values()
        for name, field in kind.model.model_fields.items()
        if name != "id"
    ],
)
def test_every_field_of_every_kind_is_told_in_words(root: Path, kind: str, field: str) -> None:
    before, after, expected = SAMPLES.get(f"{kind}.{field}") or SAMPLES[field]
    file = root / FILES_OF[kind]
    others = "" if not file.exists() or file.read_text() == "[]\n" else file.read_text()

    def entry(value: str) -> str:
        given = {"id": "tried", **REQUIRED[kind], field: value}
        return f"{others}- {{{', '.join(f'{name}: {each}' for name, each in given.items())}}}\n"

    file.write_text(entry(before))
    write(
        root,
        {
            "data/media.yml": file.read_text() if kind == "medium" else MEDIA,
            "data/places.yml": file.read_text() if kind == "place" else PLACES,
        },
    )
    commit(root)
    file.write_text(entry(after))
    assert fields(root) == [expected]


@pytest.mark.parametrize("field", FrontMatter.model_fields)
def test_every_field_of_a_page_is_told_in_words(root: Path, field: str) -> None:
    before, after, expected = SAMPLES[field]
    page = root / "docs" / "first.md"
    text = page.read_text().replace("answer: It was in 1843.\n", "") if field == "answer" else page.read_text()
    page.write_text(text.replace("---\n", f"---\n{field}: {before}\n", 1))
    commit(root)  # nothing where that is what is committed already
    page.write_text(text.replace("---\n", f"---\n{field}: {after}\n", 1))
    assert fields(root) == [expected]


@pytest.mark.parametrize("part", [Verdict, Position])
def test_every_field_of_a_part_has_a_name(part: type[BaseModel]) -> None:
    assert all(shape.named for name, shape in shapes_of(part).items() if name != "held_by")


class TestParts:
    DISPUTE = "- id: whose\n  question: Whose?\n  positions:\n    - {held_by: [ada], view: Hers.}\n    - {held_by: [charles], view: His.}\n"

    def test_a_position_is_told_by_who_holds_it_whatever_its_place(self, root: Path) -> None:
        write(root, {"data/disputes.yml": self.DISPUTE})
        commit(root)
        swapped = self.DISPUTE.replace("[charles]", "[x]").replace("[ada]", "[charles]").replace("[x]", "[ada]")
        write(root, {"data/disputes.yml": swapped})
        assert fields(root) == [
            "Position (Ada Lovelace): from Hers. to His.",
            "Position (Charles Babbage): from His. to Hers.",
        ]

    def test_a_new_position_and_a_new_finding_are_told_whole(self, root: Path) -> None:
        write(root, {"data/disputes.yml": self.DISPUTE.replace("    - {held_by: [charles], view: His.}\n", "")})
        commit(root)
        verdict = "  verdict: {text: Hers., by: The editors, date: 1900, sources: [notes]}\n"
        write(root, {"data/disputes.yml": self.DISPUTE + verdict})
        assert fields(root) == [
            "Position (Charles Babbage): from nothing to His.",
            "Our finding: from nothing to Hers.; The editors; 1900; Memoirs: Notes by the translator",
        ]

    def test_roles_are_paired_by_their_titles(self, root: Path) -> None:
        people = "- id: ada\n  name: Ada Lovelace\n  roles: [{}]\n- {{id: charles, name: Charles Babbage}}\n"
        write(root, {"data/people.yml": people.format("{title: A}, {title: B}, {title: C}")})
        commit(root)
        write(root, {"data/people.yml": people.format("{title: C}, {title: B, to: 1843}, {title: D}")})
        assert fields(root) == ["Role: from B to B (until 1843)", "Role: from A to D"]
        commit(root)
        write(root, {"data/people.yml": people.format("{title: D}, {title: B, to: 1843}, {title: C}")})
        assert fields(root) == ["Role: from C; B (until 1843); D to D; B (until 1843); C"]

    def test_two_roles_of_one_title_are_told_both(self, root: Path) -> None:
        people = "- {{id: ada, name: Ada Lovelace, roles: [{}]}}\n- {{id: charles, name: Charles Babbage}}\n"
        write(root, {"data/people.yml": people.format("{title: A, to: 1840}, {title: A, from: 1850}")})
        commit(root)
        write(root, {"data/people.yml": people.format("{title: A, to: 1841}, {title: A, from: 1851}")})
        assert fields(root) == [
            "Role: from A (until 1840) to A (until 1841)",
            "Role: from A (since 1850) to A (since 1851)",
        ]


class TestPages:
    LONG = " ".join(f"word{n}" for n in range(60))

    def test_are_added_and_withdrawn_by_their_titles(self, root: Path) -> None:
        (root / "docs" / "first.md").unlink()
        write(root, {"docs/about.md": "# About *this*\n"})
        assert told(root).split("\n\n")[1:] == [
            "Added\n  Page: About *this*",
            "Withdrawn\n  Question: When were they printed?\n",
        ]

    def test_of_a_long_text_only_what_differs_is_told(self, root: Path) -> None:
        page = root / "docs" / "first.md"
        page.write_text(f"# First\n\nStays.\n\n{self.LONG}\n\nStays too.\n")
        commit(root)
        page.write_text(f"# First\n\nStays.\n\n{self.LONG.replace('word30', 'other')}\n\nStays too.\n")
        assert fields(root) == [
            "Text: from … word26 word27 word28 word29 word30 word31 word32 word33 word34 … "
            "to … word26 word27 word28 word29 other word31 word32 word33 word34 …"
        ]

    def test_of_a_long_new_text_the_beginning_is_told(self, root: Path) -> None:
        page = root / "docs" / "first.md"
        page.write_text("# First\n")
        commit(root)
        page.write_text(f"# First\n\n{self.LONG}\n")
        [line] = fields(root)
        assert line.startswith("Text: from nothing to word0 word1 ")
        assert line.endswith(" word23 …")

    @pytest.mark.parametrize("at", [0, 1, 299, 300, 301, 598, 599])
    @pytest.mark.parametrize("space", ["", " ", "一 "])
    def test_a_difference_in_a_text_without_spaces_is_seen(self, root: Path, at: int, space: str) -> None:
        page = root / "docs" / "first.md"
        text = "文" * 600
        page.write_text(f"# First\n\n{space}{text}\n")
        commit(root)
        page.write_text(f"# First\n\n{space}{text[:at]}字{text[at + 1 :]}\n")
        [line] = fields(root)
        assert line.count("字") == 1
        assert len(line) < 400

    def test_a_new_paragraph_is_told_alone(self, root: Path) -> None:
        page = root / "docs" / "first.md"
        page.write_text(f"# First\n\n{self.LONG}\n")
        commit(root)
        page.write_text(f"# First\n\n{self.LONG}\n\nA word more.\n")
        assert fields(root) == ["Text: from nothing to A word more."]

    def test_paragraphs_in_another_order_are_told(self, root: Path) -> None:
        page = root / "docs" / "first.md"
        page.write_text(f"# First\n\n{self.LONG}\n\nA word more.\n")
        commit(root)
        page.write_text(f"# First\n\nA word more.\n\n{self.LONG}\n")
        [line] = fields(root)
        assert line.startswith("Text: from word0 word1 ")
        assert " to A word more. word0 " in line

    def test_lines_broken_elsewhere_change_nothing(self, root: Path) -> None:
        page = root / "docs" / "first.md"
        page.write_text(page.read_text().replace("In the month of", "In the\nmonth  of"))
        assert told(root) == "nothing changed, 0 problems\n"

    def test_another_headline_is_told_once(self, root: Path) -> None:
        page = root / "docs" / "first.md"
        page.write_text(page.read_text().replace("When were they", "When was it"))
        assert fields(root) == ["Headline: from When were they printed? to When was it printed?"]


# --- Markdown -----------------------------------------------------------------------------------------------------

HOSTILE = [
    "a | b",
    "<img src=x onerror=alert(1)>",
    "<!-- hidden",
    "@everyone and me@example.org",
    "see #1 and !2 and org/name#3",
    "[click](javascript:alert(1)) ![x](https://example.org/x.png)",
    "`code` **bold** _it_ ~~gone~~ $x$ :tada: \\| &lt; &amp;",
    "https://example.org/a_b www.example.org",
    "<https://example.org>",
    "Iñtërnâtiônàl “quotes” – 100 % sure; it's 50-50.",
    "# not a heading",
    "- not a list",
    "1. not a list",
]


class TestMarkdown:
    def test_is_a_summary_and_a_table(self, root: Path) -> None:
        write(
            root,
            {
                "data/timeline.yml": EVENT.format(date="1843-08-05")
                + "- {id: x, date: 1844, title: More, sources: [notes]}\n"
            },
        )
        assert told(root, "HEAD", "--format", "markdown") == (
            "**1 event added, 1 date corrected, 0 problems**\n"
            "\n"
            "| Change | Kind | Headline | Field | Before | After |\n"
            "| --- | --- | --- | --- | --- | --- |\n"
            "| Added | Event | More |  |  |  |\n"
            "| Changed | Event | The notes are printed | Date | August 1843 | 5 August 1843 |\n"
        )

    def test_has_no_table_where_nothing_changed(self, root: Path) -> None:
        assert told(root, "HEAD", "--format", "markdown") == "**nothing changed, 0 problems**\n"

    @pytest.mark.parametrize("text", HOSTILE)
    def test_nothing_in_a_title_is_markup(self, root: Path, text: str) -> None:
        timeline = root / "data" / "timeline.yml"
        quoted = text.replace("'", "''")
        timeline.write_text(timeline.read_text().replace("The notes are printed", f"'{quoted}'"))
        printed = told(root, "HEAD", "--format", "markdown")
        soup = BeautifulSoup(Markdown(extensions=["tables"]).convert(printed), "html.parser")
        assert {tag.name for tag in soup.find_all()} == {"p", "strong", "table", "thead", "tbody", "tr", "th", "td"}
        [row] = soup.select("tbody tr")
        cells = [cell.get_text() for cell in row.select("td")]
        assert [cell.replace("\u2060", "") for cell in cells] == [
            "Changed", "Event", text, "Headline", "The notes are printed", text
        ]  # fmt: skip
        # What a site looks for in the finished text: a user, a number of an issue.
        assert not re.search(r"[@#!]\w", cells[2])

    @pytest.mark.parametrize("text", HOSTILE)
    def test_nothing_in_a_line_is_markup(self, text: str) -> None:
        written = in_markdown(text)
        assert html.unescape(written).replace("\u2060", "") == text
        assert not re.search(r"[|<>`\[\]\\*_$~]|://|www\.|^[-#+]|^\d\.", written)

    def test_lines_become_one(self) -> None:
        assert in_markdown("a\nb\r\n\tc") == "a b c"

    def test_a_table_is_cut_before_a_site_refuses_it(self, root: Path) -> None:
        events = "".join(f"- {{id: e{n}, date: 1844, title: E {n}, sources: [notes]}}\n" for n in range(MOST_ROWS + 10))
        write(root, {"data/timeline.yml": FILES["data/timeline.yml"] + events})
        lines = told(root, "HEAD", "--format", "markdown").splitlines()
        assert lines[0] == f"**{MOST_ROWS + 10} events added, 0 problems**"
        assert len(lines) == 4 + MOST_ROWS + 1
        assert lines[-1] == "| … | … | … | … | … | … |"

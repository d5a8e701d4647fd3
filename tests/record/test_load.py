"""Files to a record: what the models accept, and what is said of what they do not."""

import os
from pathlib import Path

import pytest
from mkdocs.config import load_config
from tests.tiny import CONFIG, Write, load_site, problems_of

from explainer.edtf.dates import parse
from explainer.record.record import Record
from explainer.site.config import read_site

EVENT = """\
- id: note-g
  date: 1843-08
  title: Note G is printed
  people: [ada-lovelace]
  sources: [notes-1843]
"""


def record_of(root: Path) -> Record:
    loaded = load_site(root)
    assert [str(problem) for problem in loaded.problems] == []
    return loaded.record


def test_an_event_has_what_its_file_says(write: Write) -> None:
    event = record_of(write(timeline=EVENT)).events["note-g"]
    assert (event.title, str(event.date), event.people, event.sources, event.status, event.story) == (
        "Note G is printed", "1843-08", ["ada-lovelace"], ["notes-1843"], "confirmed", None
    )  # fmt: skip


def test_the_same_record_may_stand_in_yaml_json_or_csv(write: Write, tmp_path: Path) -> None:
    as_yaml = record_of(write(timeline=EVENT)).events
    (tmp_path / "data" / "timeline.yml").unlink()
    json = '[{"id": "note-g", "date": "1843-08", "title": "Note G is printed", "people": ["ada-lovelace"], "sources": ["notes-1843"]}]'
    as_json = record_of(write(timeline__json=json)).events
    (tmp_path / "data" / "timeline.json").unlink()
    csv = "id;date;title;people;sources\nnote-g;1843-08;Note G is printed;ada-lovelace;notes-1843\n"
    as_csv = record_of(write(timeline__csv=csv)).events
    assert as_yaml == as_json == as_csv


def test_lists_in_a_csv_cell_are_split_at_semicolons(write: Write) -> None:
    csv = "id,date,title,people,sources\nnote-g,1843-08,Note G,ada-lovelace; charles-babbage,notes-1843\n"
    assert record_of(write(timeline__csv=csv)).events["note-g"].people == ["ada-lovelace", "charles-babbage"]


def test_a_dangling_reference_in_a_csv_cell_is_found_at_the_cell(write: Write) -> None:
    csv = "id,date,title,people,sources\nnote-g,1843-08,Note G,ada-lovelace; ada-lovelac,notes-1843\n"
    assert problems_of(write(timeline__csv=csv)) == [
        "data/timeline.csv:2:23: error: note-g: people[1]: no person `ada-lovelac`; did you mean `ada-lovelace`?"
    ]


def test_a_collection_may_be_a_folder_and_each_file_is_a_story(write: Write, tmp_path: Path) -> None:
    root = write()
    folder = tmp_path / "data" / "timeline"
    folder.mkdir()
    (folder / "engine.yml").write_text(EVENT)
    (folder / "letters.csv").write_text("id,date,title,sources\nfirst,1833,First letter,notes-1843\n")
    events = record_of(root).events
    assert {id_: event.story for id_, event in events.items()} == {"note-g": "engine", "first": "letters"}


@pytest.mark.parametrize(
    ("timeline", "problem"),
    [
        (
            EVENT.replace("ada-lovelace", "ada-lovelac"),
            "data/timeline.yml:4:12: error: note-g: people[0]: no person `ada-lovelac`; did you mean `ada-lovelace`?",
        ),
        (EVENT.replace("title:", "tilte:"), [
            "data/timeline.yml:1:3: error: note-g: title: the field `title` is missing",
            "data/timeline.yml:3:3: error: note-g: tilte: no field `tilte`; did you mean `title`?",
        ]),
        (
            EVENT + EVENT,
            "data/timeline.yml:6:7: error: the id `note-g` stands twice; it stands first in data/timeline.yml:1",
        ),
        (
            EVENT.replace("people: [ada-lovelace]", "people: ada-lovelace"),
            "data/timeline.yml:4:11: error: note-g: people: expected a list, found `ada-lovelace`; write `[ada-lovelace]`",
        ),
        (
            EVENT.replace("Note G is printed", "[Note, G]"),
            "data/timeline.yml:3:10: error: note-g: title: expected text, found a list",
        ),
        (
            EVENT + "  status: rumoured\n",
            "data/timeline.yml:6:11: error: note-g: status: expected one of `confirmed`, `reported`, `disputed`, `denied`, "
            "found `rumoured`",
        ),
        (
            EVENT + "  status: report\n",
            "data/timeline.yml:6:11: error: note-g: status: expected one of `confirmed`, `reported`, `disputed`, `denied`, "
            "found `report`; did you mean `reported`?",
        ),
        (
            EVENT.replace("note-g", "Note G", 1),
            "data/timeline.yml:1:7: error: Note G: id: expected an id of lower-case letters a to z, digits and single "
            "hyphens, found `Note G`; write `note-g`",
        ),
        ("id: note-g\n", "data/timeline.yml:1:1: error: expected a list of entries, found a group of fields; begin each entry with `- id: …`"),
        ("- note-g\n", "data/timeline.yml:1:3: error: expected a group of fields, found `note-g`"),
        (
            EVENT + "  text: See [the engine](event:engine) and [@notes-1844].\n",
            [
                "data/timeline.yml:6:26: error: note-g: text: no event `engine`; expected one of `note-g`",
                "data/timeline.yml:6:45: error: note-g: text: no source `notes-1844`; did you mean `notes-1843`?",
            ],
        ),
        (
            EVENT + "  text: |\n    See this:\n    [here](javascript:alert(1)).\n",
            "data/timeline.yml:8:12: error: note-g: text: expected a link to https://, http://, mailto: or an entry, "
            "found `javascript:alert(1`",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_named_where_it_stands(write: Write, timeline: str, problem: str | list[str]) -> None:
    assert problems_of(write(timeline=timeline)) == ([problem] if isinstance(problem, str) else problem)


def test_a_date_that_cannot_be_is_refused_with_a_hint(write: Write) -> None:
    [problem] = problems_of(write(timeline=EVENT.replace("1843-08", "2016-02-30")))
    assert problem.startswith("data/timeline.yml:2:9: error: note-g: date: ")
    assert "29" in problem


def test_an_address_with_another_scheme_is_refused(write: Write) -> None:
    sources = "- id: notes-1843\n  publisher: P\n  title: T\n  url: javascript:alert(1)\n"
    assert problems_of(write(sources=sources)) == [
        "data/sources.yml:4:8: error: notes-1843: url: expected an address that begins with https://, http:// or "
        "mailto:, found `javascript:alert(1)`"
    ]


def test_all_problems_of_all_files_come_in_one_run_in_file_order(write: Write) -> None:
    root = write(
        people="- id: ada-lovelace\n  nme: Ada\n",
        timeline=EVENT.replace("notes-1843", "notes-1844")
        + EVENT.replace("1843-08", "1843-13").replace("note-g", "note-h"),
        statements="- id: s\n  speaker: nobody\n  date: 1843\n",
    )
    assert [problem.split(":", 2)[0] + ":" + problem.split(":", 2)[1] for problem in problems_of(root)] == [
        "data/people.yml:1", "data/people.yml:2", "data/statements.yml:1", "data/timeline.yml:5", "data/timeline.yml:7"
    ]  # fmt: skip


def test_a_reference_to_an_entry_with_problems_is_not_a_second_problem(write: Write) -> None:
    root = write(timeline=EVENT, people="- id: ada-lovelace\n  nme: Ada\n  name: Ada\n")
    assert problems_of(root) == ["data/people.yml:2:3: error: ada-lovelace: nme: no field `nme`; did you mean `name`?"]


def test_a_missing_file_is_one_problem_however_often_it_is_referred_to(write: Write) -> None:
    root = write(timeline=EVENT + EVENT.replace("note-g", "note-h"))
    (root / "data" / "sources.yml").unlink()
    assert problems_of(root) == [
        "data/sources.yml: error: the file is missing, and the record and the pages refer to it 2 times; "
        "a collection without entries is written `[]`"
    ]


@pytest.mark.parametrize(
    ("file", "content", "problem"),
    [
        ("timeline__yml", "", "the file is empty; a collection without entries is written `[]`"),
        ("timeline__json", "\n", "the file is empty; a collection without entries is written `[]`"),
        ("timeline__yml", "# later\n", "the file holds only comments; a collection without entries is written `[]`"),
        (
            "timeline__csv",
            "",
            "the file is empty; a collection without entries has a row of names alone, such as `id,date,title`",
        ),
    ],
)
def test_a_collection_that_holds_nothing_is_told_how_to_say_so(
    write: Write, file: str, content: str, problem: str
) -> None:
    assert problems_of(write(**{file: content})) == [f"data/{file.replace('__', '.')}: error: {problem}"]


def test_a_missing_file_that_nothing_refers_to_is_no_problem(write: Write) -> None:
    assert problems_of(write(timeline=EVENT)) == []


def test_a_file_that_no_collection_reads_is_named(write: Write) -> None:
    root = write(timelin="[]\n")
    assert problems_of(root) == [
        "data/timelin.yml: error: no collection `timelin`; the collections are `timeline`, `people`, `statements`, "
        "`sources`, `disputes`, `media`, `places`, `terms`, `updates`"
    ]


def test_a_lock_that_an_editor_leaves_is_no_file_of_the_record(write: Write) -> None:
    root = write(timeline=EVENT)
    (root / "data" / ".#timeline.yml").symlink_to("me@host.1234:5678")  # as Emacs makes one of a file that is not saved
    (root / "docs" / ".#index.md").symlink_to("me@host.1234:5678")
    (root / "data" / "people.yml").unlink()
    (root / "data" / "people").mkdir()
    (root / "data" / "people" / "._ada.yml").write_text("what macOS leaves beside a file")
    (root / "data" / "people" / "ada.yml").write_text("- {id: ada-lovelace, name: Ada Lovelace}\n")
    assert record_of(root).people["ada-lovelace"].name == "Ada Lovelace"


def test_a_link_that_leads_nowhere_is_one_problem(write: Write) -> None:
    root = write(timeline=EVENT)
    (root / "data" / "timeline.yml").unlink()
    (root / "data" / "timeline.yml").symlink_to("gone.yml")
    (root / "docs" / "lost.md").symlink_to("gone.md")
    assert problems_of(root) == [
        "data/timeline.yml: error: the file cannot be read (No such file or directory)",
        "docs/lost.md: error: the page cannot be read (No such file or directory)",
    ]


def test_a_collection_in_two_places_is_refused(write: Write) -> None:
    root = write(timeline="[]\n", timeline__json="[]")
    assert problems_of(root) == [
        "data/timeline.json: error: the collection `timeline` stands in more than one place: `timeline.yml`, "
        "`timeline.json`; keep one file or one folder"
    ]


def test_a_missing_folder_is_a_problem_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("markdown_extensions:\n  - explainer:\n      data: facts\n")
    (tmp_path / "docs").mkdir()
    assert problems_of(tmp_path) == ["mkdocs.yml:3:13: error: no folder `facts`, which holds the record"]


def test_missing_pages_are_a_problem_of_the_configuration(write: Write) -> None:
    root = write()
    (root / "docs").rmdir()
    assert problems_of(root) == ["mkdocs.yml: error: no folder `docs`, which holds the pages"]


def test_a_misspelt_option_is_a_problem_of_the_configuration(write: Write) -> None:
    root = write()
    (root / "mkdocs.yml").write_text("markdown_extensions:\n  - explainer:\n      dta: data\n")
    assert problems_of(root) == ["mkdocs.yml:3:7: error: dta: no field `dta`; did you mean `data`?"]


def test_the_configuration_is_read_as_its_host_reads_it(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write()
    monkeypatch.setenv("ADDRESS", "https://example.org/set")
    (root / "base").mkdir()
    (root / "base" / "all.yml").write_text("INHERIT: more.yml\ntheme: {name: material, language: fr}\nsite_author: A\n")
    (root / "base" / "more.yml").write_text("site_author: B\nsite_description: D\n")
    (root / "mkdocs.yml").write_text(
        "INHERIT: base/all.yml\nsite_name: !ENV [NO_SUCH_NAME, Tiny]\nsite_url: !ENV ADDRESS\ntheme: {palette: {scheme: slate}}\n"
    )
    site = read_site(root / "mkdocs.yml")
    assert (site.language, site.author, site.description) == ("fr", "A", "D")
    assert (site.name, site.url) == ("Tiny", "https://example.org/set/")
    host = load_config(str(root / "mkdocs.yml"))
    assert (host["site_name"], host["site_url"], host["site_author"]) == (site.name, site.url, site.author)
    assert host["theme"]["language"] == site.language
    for nothing in ("null", "~", "", "!ENV NO_SUCH_NAME"):
        (root / "mkdocs.yml").write_text(f"site_name: Tiny\nsite_url: {nothing}\n")
        assert read_site(root / "mkdocs.yml").url == ""


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("INHERIT: base.yml", "1:10: error: no file `base.yml`, which `INHERIT` names; name a file from the folder of this one"),
        ("site_url: example.org", "1:11: error: {}, found `example.org`; write `https://example.org/`"),
        ("site_url: ftp://example.org/", "1:11: error: {}, found `ftp://example.org/`"),
        ("site_url: 'https://example.org/?q=1'", "1:11: error: {}, found `https://example.org/?q=1`; write `https://example.org/`"),
        ("site_url: 'https://example.org/a#b'", "1:11: error: {}, found `https://example.org/a#b`; write `https://example.org/a/`"),
        ("site_url: 'https://[1/'", "1:11: error: {}, found `https://[1/`"),
        ("site_url: 'https:///a'", "1:11: error: {}, found `https:///a`"),
    ],
)  # fmt: skip
def test_what_a_host_could_not_use_is_a_problem_of_the_configuration(write: Write, line: str, problem: str) -> None:
    root = write()
    (root / "mkdocs.yml").write_text(f"{line}\n{CONFIG}")
    expected = "expected the site's address, with https:// or http:// and neither `?` nor `#`"
    assert problems_of(root) == [f"mkdocs.yml:{problem.format(expected)}"]


@pytest.mark.parametrize(
    ("config", "problem"),
    [
        ("- site_name: Tiny\n", ":1:1: error: expected a group of fields, found a list; begin with `site_name: …`"),
        ("Tiny\n", ":1:1: error: expected a group of fields, found `Tiny`; begin with `site_name: …`"),
        ("", ": error: the file is empty"),
    ],
)
def test_a_configuration_is_a_group_of_fields(write: Write, config: str, problem: str) -> None:
    root = write()
    (root / "data" / "sources.yml").write_text("[]\n")
    (root / "mkdocs.yml").write_text(config)
    assert [line for line in problems_of(root) if "unused" not in line] == [f"mkdocs.yml{problem}"]


def test_what_is_wrong_with_a_configuration_that_is_inherited_is_told_at_its_own_file(write: Write) -> None:
    root = write()
    (root / "base.yml").write_text("site_author: A\nINHERIT: nowhere.yml\n")
    (root / "mkdocs.yml").write_text(f"INHERIT: base.yml\n{CONFIG}")
    assert problems_of(root) == [
        "base.yml:2:10: error: no file `nowhere.yml`, which `INHERIT` names; name a file from the folder of this one"
    ]
    (root / "base.yml").write_text("site_author: A\n\tsite_url: B\n")
    assert problems_of(root) == ["base.yml:2:1: error: found a tab where YAML expects spaces; indent with spaces"]


def test_a_control_character_is_refused_where_it_stands(write: Write) -> None:
    root = write(timeline__json='[{"id": "a", "date": "1843",\n "title": "x\\u000by", "sources": ["notes-1843"]}]')
    assert problems_of(root) == [
        "data/timeline.json:2:11: error: a: title: found the control character U+000B, which nobody can read; take it out"
    ]


def test_two_positions_of_the_same_people_are_refused(write: Write) -> None:
    position = "    - {{held_by: [{}], view: So., sources: [notes-1843]}}\n"
    root = write(
        disputes="- id: who\n  question: Who?\n  positions:\n"
        + position.format("ada-lovelace, charles-babbage")
        + position.format("charles-babbage")
        + position.format("charles-babbage, ada-lovelace")
    )
    assert problems_of(root) == [
        "data/disputes.yml:6:17: error: who: positions[2].held_by: two positions are held by the same people, "
        "the first in line 4; make one position of them"
    ]


@pytest.mark.parametrize(
    ("first", "second", "problem"),
    [
        ("a/b", "a-b", "the feeds of the story `a-b` would be the same files as those of the story `a/b`; give one of them another name"),
        ("A B", "a-b", "the feeds of the story `a-b` would be the same files as those of the story `A B`; give one of them another name"),
        ("a", "ß" * 120, "the name of the story is too long for the files of its feeds; give it a shorter one"),
        ("a", "a", ""),
        ("a", "b", ""),
    ],
)  # fmt: skip
def test_two_stories_do_not_share_their_feeds(write: Write, first: str, second: str, problem: str) -> None:
    root = write(timeline=f"{EVENT}  story: {first}\n")
    (root / "docs" / "q.md").write_text(f"---\nstory: {second}\nanswer: I.\n---\n# Who?\n")
    config = root / "mkdocs.yml"
    assert problems_of(root) == []
    config.write_text(f"site_url: https://example.org/\n{CONFIG}")
    assert problems_of(root) == ([f"docs/q.md:2:8: error: story: {problem}"] if problem else [])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Who?\n", "Who?"),
        ("#Who?\n", "Who?"),
        ("Who?\n====\n\nI.\n", "Who?"),
        ("Words.\nMore words.\n===\n\n# Who? {#who}\n", "Who?"),
        ("## Who?\n", "q"),
        ("```\n# Who?\n```\n", "q"),
    ],
)
def test_a_title_is_what_markdown_takes_for_one(write: Write, text: str, title: str) -> None:
    root = write()
    (root / "docs" / "q.md").write_text(f"---\nanswer: I.\n---\n\n{text}")
    [page] = load_site(root).contents.pages
    assert page.title == title


def test_a_page_named_as_a_home_must_be_there_and_show_its_kind(write: Write) -> None:
    root = write(timeline=EVENT)
    config = root / "mkdocs.yml"
    config.write_text(f"{CONFIG}      pages: {{event: time.md}}\n")
    (root / "docs" / "who.md").write_text("# Who\n\n/// sources\n///\n")
    assert problems_of(root) == [
        "mkdocs.yml:5:22: error: explainer.pages.event: no page `time.md`; expected one of `who.md`"
    ]
    config.write_text(f"{CONFIG}      pages: {{person: who.md}}\n")
    assert problems_of(root) == [
        "mkdocs.yml:5:23: error: explainer.pages.person: the page `who.md` shows no person; "
        "add the block that shows them, or name another page"
    ]


def test_front_matter_is_checked_at_its_own_line(write: Write) -> None:
    root = write()
    (root / "docs" / "q.md").write_text("---\nanswer: Yes.\nupdated: 2 March 2017\n---\n\n# Q?\n")
    [problem] = problems_of(root)
    assert problem.startswith("docs/q.md:3:10: error: updated: ")
    assert problem.endswith("`2017-03-02`")


class TestEachEditionReadsAnew:
    def test_a_changed_file_is_seen(self, write: Write) -> None:
        root = write(timeline=EVENT)
        file = root / "data" / "timeline.yml"
        file.write_text(EVENT.replace("Note G", "Note H"))
        assert load_site(root).record.events["note-g"].title == "Note H is printed"
        stat = file.stat()
        file.write_text(EVENT.replace("Note G", "Note I"))
        os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # nothing tells of it but what it says
        assert load_site(root).record.events["note-g"].title == "Note I is printed"

    def test_a_new_page_and_a_removed_file_are_seen(self, write: Write) -> None:
        root = write(timeline=EVENT)
        assert list(load_site(root).contents.pages) == []
        (root / "docs" / "index.md").write_text("# Home\n")
        assert [page.path for page in load_site(root).contents.pages] == ["index.md"]


def test_pages_come_in_the_order_of_the_navigation_then_by_path(write: Write) -> None:
    root = write()
    (root / "mkdocs.yml").write_text("nav:\n  - z.md\n  - Part:\n      - Second: b.md\n  - https://example.org/x.md\n")
    for name in "abz":
        (root / "docs" / f"{name}.md").write_text(f"---\nanswer: {name}\n---\n# {name}?\n")
    pages = load_site(root).contents.pages
    assert [page.path for page in pages.questions] == ["z.md", "b.md", "a.md"]


def test_what_the_host_leaves_out_is_no_page(write: Write) -> None:
    root = write()
    (root / "mkdocs.yml").write_text("exclude_docs: |\n  /private/\n  *.draft.md\n")
    for name in ("index.md", "private/a.md", "b.draft.md", ".hidden.md", "templates/t.md"):
        (root / "docs" / name).parent.mkdir(exist_ok=True)
        (root / "docs" / name).write_text("# A\n")
    assert [page.path for page in load_site(root).contents.pages] == ["index.md"]


def test_a_role_counts_on_the_days_it_may_have_been_held(write: Write) -> None:
    people = """\
- id: ada-lovelace
  name: Ada
  roles:
    - title: pupil
      to: 1835
    - title: translator
      from: 1842
      to: 1843-08
    - title: countess
      from: 1838
"""
    person = record_of(write(people=people)).people["ada-lovelace"]

    def roles(date: str) -> list[str]:
        return [role.title for role in person.roles_at(parse(date))]

    assert roles("1834") == ["pupil"]
    assert roles("1836") == []
    assert roles("1843-08-31") == ["translator", "countess"]
    assert roles("1843-09-01") == ["countess"]


def test_an_exemption_without_a_reason_is_told(write: Write) -> None:
    root = write(timeline="- id: a\n  date: 1843\n  title: A\n  text:\n  allow: {unsourced: }\n")
    assert problems_of(root)[0].endswith(
        "data/timeline.yml:5:22: error: a: allow.unsourced: expected text, found nothing"
    )

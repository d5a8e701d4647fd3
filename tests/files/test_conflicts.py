"""What is said of a file in which a merge has left both versions of some lines."""

from pathlib import Path

import pytest

from explainer.files.reading import read

KEEP_ONE = "keep one, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>"
KEEP_BOTH = "keep both if both are new, and take out only the lines that begin with <<<<<<<, ======= and >>>>>>>"
ABOVE = "- id: above\n  title: Above\n"


def conflict(ours: str, theirs: str, base: str | None = None) -> str:
    common = "" if base is None else f"||||||| 1234567\n{base}"
    return f"<<<<<<< HEAD\n{ours}{common}=======\n{theirs}>>>>>>> other\n"


def told(tmp_path: Path, content: str, name: str = "timeline.yml") -> str:
    file = tmp_path / name
    file.write_text(content)
    document = read(file, Path(name))
    assert document.value is None
    [problem] = document.problems
    return str(problem)


@pytest.mark.parametrize(
    ("content", "entry", "line"),
    [
        (ABOVE + "- id: b\n" + conflict("  title: One\n", "  title: Two\n"), "the entry `b`", 4),
        (ABOVE + conflict("- id: b\n  title: One\n", "- id: b\n  title: Two\n"), "the entry `b`", 3),
        (ABOVE + conflict("- id: b\n", "- id: c\n") + "  title: Both\n", "the entries `b` and `c`", 3),
        (ABOVE + conflict("", "- id: c\n  title: Two\n"), "the entry `c`", 3),
        (ABOVE + conflict("- id: b\n", "- id: c\n", "- id: d\n"), "the entries `b` and `c`", 3),
        (
            ABOVE + conflict("  text: One\n- id: b\n  title: B\n", "  text: Two\n"),
            "the entries `above` and `b`",
            3,
        ),
        ("- title: T\n  id: b\n" + conflict("  people:\n    - x\n", "  people:\n    - y\n"), "the entry `b`", 3),
        ("-\n  id: b\n" + conflict("  title: One\n", "  title: Two\n"), "the entry `b`", 3),
        ("- {id: b, title: B}\n" + conflict("- {id: c, title: C}\n", ""), "the entry `c`", 2),
    ],
)
def test_the_entry_is_named_where_it_can_be_told(tmp_path: Path, content: str, entry: str, line: int) -> None:
    expected = f"timeline.yml:{line}:1: error: a merge left two versions of these lines, in {entry}; {KEEP_ONE}"
    assert told(tmp_path, content) == expected


@pytest.mark.parametrize("base", [None, "", "\n"])
@pytest.mark.parametrize("below", ["", "\n", "- id: below\n  title: Below\n"])
def test_where_both_have_added_entries_both_are_kept(tmp_path: Path, base: str | None, below: str) -> None:
    ours, theirs = "- id: b\n  title: B\n- id: c\n  title: C\n", "\n- id: d\n  title: D\n"
    assert told(tmp_path, ABOVE + conflict(ours, theirs, base) + below) == (
        "timeline.yml:3:1: error: a merge left two versions of these lines: one has the entries `b` and `c`, the other the "
        f"entry `d`; {KEEP_BOTH}"
    )


def test_rows_of_csv_are_entries(tmp_path: Path) -> None:
    header = "sep=;\ntitle;id\n"
    assert told(tmp_path, header + conflict("One;a\n", "Two;b\n") + "Three;c\n", "timeline.csv") == (
        "timeline.csv:3:1: error: a merge left two versions of these lines: one has the entry `a`, the other the entry `b`; "
        + KEEP_BOTH
    )
    assert told(tmp_path, header + conflict("One;a\n", "Uno;a\n"), "timeline.csv") == (
        f"timeline.csv:3:1: error: a merge left two versions of these lines, in the entry `a`; {KEEP_ONE}"
    )


def test_objects_of_json_are_entries(tmp_path: Path) -> None:
    content = '[\n  {\n    "id": "a",\n' + conflict('    "title": "One"\n', '    "title": "Two"\n') + "  }\n]\n"
    assert told(tmp_path, content, "timeline.json") == (
        f"timeline.json:4:1: error: a merge left two versions of these lines, in the entry `a`; {KEEP_ONE}"
    )


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (ABOVE.replace("id: above", "date: 2016") + conflict("  text: One\n", "  text: Two\n"), "timeline.yml"),
        ('[{"id": "a",\n' + conflict('"title": "One"}\n', '"title": "Two"}\n') + "]\n", "timeline.json"),
        ("id: a\n" + conflict("b: c\n", ""), "timeline.yml"),
        ("title\n" + conflict("One\n", "Two\n"), "timeline.csv"),
        (conflict("", ""), "timeline.csv"),
        ("<<<<<<< HEAD\n>>>>>>> other\n", "timeline.yml"),
    ],
)
def test_where_it_cannot_be_told_none_is_named(tmp_path: Path, content: str, name: str) -> None:
    problem = told(tmp_path, content, name)
    assert problem.endswith(f":1: error: a merge left two versions of these lines; {KEEP_ONE}")

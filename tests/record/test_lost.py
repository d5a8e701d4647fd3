"""What stands in the folder of the record or above a page's text and is not read: it is told, and not lost in silence."""

from pathlib import Path

import pytest
from tests.building import run
from tests.rules.sites import lay

from explainer.edition import edition_from_disk
from explainer.site.config import read_site


def problems_of(root: Path, files: dict[str, str | bytes | None]) -> list[str]:
    return [str(problem) for problem in edition_from_disk(read_site(lay(root, files)), renders=False).problems]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("leaks.yml.txt", "data/leaks.yml.txt: error: the file ends in `.txt`, and is not read; call it `leaks.yml`, or keep it elsewhere"),
        ("timeline.txt", "data/timeline.txt: error: the file ends in `.txt`, and is not read; call it `timeline.yml`, or keep it elsewhere"),
        (
            "events.xlsx",
            "data/events.xlsx: error: a spreadsheet is not read as a part of the record; "
            "`explainer import data/events.xlsx` reads it, or save it as CSV",
        ),
    ],
)  # fmt: skip
def test_a_file_of_another_ending(tmp_path: Path, name: str, said: str) -> None:
    assert problems_of(tmp_path, {f"data/{name}": b"x"}) == [said]


def test_a_folder_in_the_folder_of_a_collection(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {"data/timeline.yml": None, "data/timeline/2016/x.yml": "- id: x\n"}
    files["data/timeline/notes.txt"] = "Notes are let be."
    assert problems_of(tmp_path, files) == [
        "data/timeline/2016: error: files in a folder of a folder are not read; put them into `timeline` itself"
    ]


def test_what_is_no_data_is_let_be(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {"data/README.md": "# Read me\n", "data/.gitkeep": "", "data/_old.txt": "x"}) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "\n---\nanswer: Yes.\n---\n\n# Q\n",
            "2:1: error: front matter begins in the first line of a file; here it would be shown as text; "
            "take out what stands above `---`",
        ),
        (
            "---\nanswer: Yes.\n\n# Q\n",
            "1:1: error: the front matter does not end; write a line `---` behind its last field",
        ),
        (
            "---\nanwser: Yes.\n---\n\n# Q\n",
            "2:1: error: no field `anwser` of the front matter; did you mean `answer`?",
        ),
        (
            "---\nAnswer: Yes.\n---\n\n# Q\n",
            "2:1: error: no field `Answer` of the front matter; did you mean `answer`?",
        ),
    ],
)
def test_front_matter_that_is_not_read(tmp_path: Path, text: str, said: str) -> None:
    assert problems_of(tmp_path, {"docs/q.md": text}) == [f"docs/q.md:{said}"]


@pytest.mark.parametrize(
    "text",
    [
        "---\nauthors: [ada]\ndate: 2020-01-01\nhide: [toc]\ntags: [a]\nstatus: new\n---\n\n# Q\n",
        "# Q\n\n---\n\nA line: and another.\n\n---\n",
        "---\n\nA line at the top, and no front matter.\n",
    ],
)
def test_front_matter_of_others_and_lines_are_let_be(tmp_path: Path, text: str) -> None:
    assert problems_of(tmp_path, {"docs/q.md": text}) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("timeline.json", '{"events": [{"start_date": {"year": "1843"}, "text": {"headline": "x"}}]}'),
        ("timeline.csv", "Year,Month,Day,Headline,Text,Media\n1843,8,,Printed,x,\n1844,,,Again,x,\n"),
    ],
)
def test_a_file_of_another_tool_is_told_once(tmp_path: Path, name: str, text: str) -> None:
    assert problems_of(tmp_path, {"data/timeline.yml": None, f"data/{name}": text}) == [
        f"data/{name}: error: this is a file of TimelineJS, and no collection; "
        f"move it elsewhere, and `explainer import` reads it: `explainer import {name}`"
    ]


def test_a_template_that_breaks_down_is_told_at_its_block(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "mkdocs.yml": "markdown_extensions:\n  - explainer:\n      templates: own\n",
        "own/event.html": "{{ 1 / 0 }}",
        "docs/timeline.md": "# T\n\n/// timeline\n///\n",
    }
    site = read_site(lay(tmp_path, files))
    assert [str(problem) for problem in edition_from_disk(site).problems] == [
        "docs/timeline.md:3:1: error: the template `event.html` does not work: ZeroDivisionError: division by zero"
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("config", "said"),
    [
        (
            "site_name: x\nextra: {born: 2017-13-45}\nplugins: [explainer]\n",
            "mkdocs.yml:2:15: error: expected a date that the calendar has, found `2017-13-45`; "
            "put it in quotation marks where it is none",
        ),
        (
            "INHERIT: mkdocs.yml\nsite_name: x\n",
            "mkdocs.yml:1:10: error: the file `mkdocs.yml`, which `INHERIT` names, inherits from this one; "
            "take out one of the two lines",
        ),
    ],
)
def test_a_configuration_over_which_a_host_breaks_down(tmp_path: Path, config: str, said: str) -> None:
    lay(tmp_path, {"mkdocs.yml": config})
    built = run("explainer", "build", cwd=tmp_path)
    assert built.returncode == 2
    assert built.stdout == f"explainer: {said}\n"
    assert said in run("explainer", "check", cwd=tmp_path).stdout


def test_a_message_cannot_be_forged(tmp_path: Path) -> None:
    event = '- id: ok\n  date: "x\\e]0;away\\a\\nerror: all is well"\n  title: x\n  sources: [notes]\n'
    [said] = problems_of(tmp_path, {"data/timeline.yml": event})
    assert r"found `x\x1b]0;away\x07↵error: all is well`" in said


def test_a_line_of_brackets_does_not_hang_the_build(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {"docs/q.md": f"# Q\n\n{'[' * 200_000}\n\n```\n{'[' * 2_000}\n```\n"}) == [
        "docs/q.md:3:1: error: expected at most 1,000 brackets in a line, found 200,000; put it into a block of code"
    ]


def test_a_word_is_not_found_within_a_longer_one(tmp_path: Path) -> None:
    event = "- id: printed\n  date: 1843-08\n  title: Printed\n  text: The notes [@notes] and\n    [@note].\n  sources: [notes]\n"
    [said] = problems_of(tmp_path, {"data/timeline.yml": event})
    assert said.startswith("data/timeline.yml:5:6: error: printed: text: no source `note`")

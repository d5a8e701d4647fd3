"""What a file of the record may look like, and what is said of one that cannot be read."""

import json
from pathlib import Path
from typing import Any

import pytest

from explainer.files.documents import Mark
from explainer.files.reading import read


def document(tmp_path: Path, content: str | bytes, name: str = "timeline.yml") -> Any:
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(file, Path(name))


def values(tmp_path: Path, content: str | bytes, name: str = "timeline.yml") -> Any:
    result = document(tmp_path, content, name)
    assert [str(problem) for problem in result.problems] == []
    return result.value


def problems(tmp_path: Path, content: str | bytes, name: str = "timeline.yml") -> list[str]:
    return [str(problem) for problem in document(tmp_path, content, name).problems]


@pytest.mark.parametrize(
    "typed", ["2016", "no", "12:30", "2016-05-01", "0044", "1_000", "~", "null", "1e3", "Yes", "0x1F"]
)
def test_every_scalar_is_the_text_that_was_typed(tmp_path: Path, typed: str) -> None:
    assert values(tmp_path, f"- title: {typed}\n") == [{"title": typed}]


def test_a_quoted_scalar_is_the_text_between_the_quotes(tmp_path: Path) -> None:
    assert values(tmp_path, "- title: '2016'\n  text: \"a: b\"\n") == [{"title": "2016", "text": "a: b"}]


def test_a_block_of_text_keeps_its_lines(tmp_path: Path) -> None:
    assert values(tmp_path, "- text: |\n    one\n    two\n") == [{"text": "one\ntwo\n"}]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_a_byte_order_mark_make_no_difference(tmp_path: Path, end: str, mark: bytes) -> None:
    content = mark + "- id: a\n  title: É\n- id: b\n".replace("\n", end).encode()
    result = document(tmp_path, content)
    assert result.value == [{"id": "a", "title": "É"}, {"id": "b"}]
    assert result.marks[1, "id"] == Mark(3, 7)


def test_every_value_and_every_name_has_its_place(tmp_path: Path) -> None:
    result = document(tmp_path, "- id: a\n  people: [x, yy]\n  roles:\n    - title: t\n")
    assert result.marks[0, "people", 1] == Mark(2, 15)
    assert result.names[0, "people"] == Mark(2, 3)
    assert result.marks[0, "roles", 0, "title"] == Mark(4, 14)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "timeline.yml: error: the file is empty"),
        ("\n \n", "timeline.yml: error: the file is empty"),
        ("# later\n", "timeline.yml: error: the file holds only comments"),
        (
            "- id: a\n\ttitle: x\n",
            "timeline.yml:2:1: error: found a tab where YAML expects spaces; indent with spaces",
        ),
        (
            "- id: a\n  title: Sessions: what he said\n",
            "timeline.yml:2:18: error: found a colon inside a text without quotation marks, or a field indented too far; "
            'put the text in quotation marks: "…: …", or line the field up with the one above',
        ),
        (
            "- id: a\n  title: x\n  title: y\n",
            "timeline.yml:3:3: error: the field `title` stands twice; it stands first in line 2",
        ),
        (
            b"- id: a\n  title: caf\xe9\n",
            "timeline.yml:2:13: error: expected UTF-8, found the byte 0xE9; save the file as UTF-8",
        ),
        (
            b"\xef\xbb\xbf- id: \xc3\xa9\r\n  title: \xc3\xa9\xff\n",
            "timeline.yml:2:11: error: expected UTF-8, found the byte 0xFF; save the file as UTF-8",
        ),
        (
            "- id: a\n  title: *b\n",
            "timeline.yml:2:10: error: no part of the file has the anchor `&b`; "
            "a text that begins with `*` needs quotation marks",
        ),
        (
            "- id: &a a\n- id: &a b\n",
            "timeline.yml:2:7: error: the anchor `&a` stands twice; it stands first in line 1",
        ),
        ("- id: a\n---\n- id: b\n", "timeline.yml:2:1: error: found a second document; take out the line `---`"),
        ("- &a [*a]\n", "timeline.yml:1:3: error: aliases repeat too much of the file; write the parts out"),
        ("- id: 'a\n", None),
        (
            "- [a]: b\n",
            "timeline.yml:1:3: error: expected the name of a field, found a list or a group of fields",
        ),
        (
            "- id: á\n  title: é\x07\n",
            "timeline.yml:2:11: error: found the control character U+0007, which YAML does not allow; take it out",
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_where(
    tmp_path: Path, content: str | bytes, problem: str | None
) -> None:
    found = problems(tmp_path, content)
    assert len(found) == 1
    if problem is None:
        assert found[0].startswith("timeline.yml:")
    else:
        assert found == [problem]


def test_aliases_may_repeat_a_part_but_not_blow_the_file_up(tmp_path: Path) -> None:
    assert values(tmp_path, "- people: &p [a, b]\n- people: *p\n") == [{"people": ["a", "b"]}] * 2
    bomb = "- &a [x, x, x, x, x, x, x, x, x, x]\n"
    for name, before in zip("bcdefghi", "abcdefgh", strict=True):
        bomb += f"- &{name} [" + ", ".join([f"*{before}"] * 10) + "]\n"
    found = problems(tmp_path, bomb)
    assert len(found) == 1
    assert "aliases repeat too much of the file" in found[0]


def test_an_alias_may_stand_for_the_name_of_a_field(tmp_path: Path) -> None:
    assert values(tmp_path, "- &name title: One\n- *name : Two\n") == [{"title": "One"}, {"title": "Two"}]


def test_parts_of_what_is_refused_may_be_repeated_without_a_second_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, "- [&a x]: &b [y]\n- title: *a\n  title: &c {z: z}\n  people: *b\n  allow: *c\n") == [
        "timeline.yml:1:3: error: expected the name of a field, found a list or a group of fields",
        "timeline.yml:3:3: error: the field `title` stands twice; it stands first in line 2",
    ]


def test_aliases_do_not_lead_deeper_than_values_may_lie(tmp_path: Path) -> None:
    chain = "- &a0 x\n" + "".join(f"- &a{n + 1} {'[' * 45}*a{n}{']' * 45}\n" for n in range(40))
    assert problems(tmp_path, chain) == ["timeline.yml:2:11: error: values lie more than 50 deep; close what is open"]


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_what_ends_a_line_for_yaml_alone_moves_no_place(tmp_path: Path, sign: str) -> None:
    result = document(tmp_path, f"- id: a\n  title: 'o{sign}ne'\n- id: b\n  title: two\n")
    assert result.marks[1, "title"] == Mark(4, 10)
    assert problems(tmp_path, f"- title: 'o{sign}ne'\n- title: a: b\n")[0].startswith(
        "timeline.yml:2:11: error: found a colon"
    )


def test_values_nested_without_end_are_refused(tmp_path: Path) -> None:
    for name in ("deep.yml", "deep.json"):
        assert problems(tmp_path, "[" * 100_000 + "]" * 100_000, name) == [
            f"{name}:1:51: error: values lie more than 50 deep; close what is open"
        ]


class TestJson:
    def test_scalars_are_text_here_too(self, tmp_path: Path) -> None:
        content = '[\n\t{"id": "a", "date": 2016, "x": 1.50, "ok": true, "none": null, "s": "\\ud83d\\ude00 \\/"}\n]'
        assert values(tmp_path, content, "timeline.json") == [
            {"id": "a", "date": "2016", "x": "1.50", "ok": "true", "none": "", "s": "😀 /"}
        ]

    def test_places_are_those_of_the_file(self, tmp_path: Path) -> None:
        result = document(tmp_path, json.dumps([{"id": "a", "people": ["x", "y"]}], indent=1), "timeline.json")
        assert result.marks[0, "people", 1] == Mark(6, 4)

    def test_a_syntax_error_has_a_place(self, tmp_path: Path) -> None:
        [problem] = problems(tmp_path, '[{"id": "a"\n "date": "2016"}]', "timeline.json")
        assert problem == "timeline.json:2:2: error: expected JSON: expecting ',' delimiter"

    def test_a_name_that_stands_twice_is_refused(self, tmp_path: Path) -> None:
        assert problems(tmp_path, '[{"id": "a", "id": "b"}]', "timeline.json") == [
            "timeline.json:1:14: error: the field `id` stands twice; it stands first in line 1"
        ]

    def test_half_a_character_is_refused_where_it_stands(self, tmp_path: Path) -> None:
        content = '[{"id": "\\\\ud83d",\n  "title": "a \\ud83d\\ude00 \\ud83d b"}]'
        assert problems(tmp_path, content, "timeline.json") == [
            "timeline.json:2:28: error: found half of a character, `\\ud83d`; write the character itself"
        ]


class TestCsv:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    def test_any_usual_delimiter_is_understood(self, tmp_path: Path, delimiter: str) -> None:
        content = "id,date,title\na,2016,One\nb,2017-05,Two\n".replace(",", delimiter)
        assert values(tmp_path, content, "timeline.csv") == [
            {"id": "a", "date": "2016", "title": "One"},
            {"id": "b", "date": "2017-05", "title": "Two"},
        ]

    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    @pytest.mark.parametrize("line", ["sep=|", "SEP=|", '"sep=|"'])
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_the_line_in_which_excel_names_the_delimiter_is_understood(
        self, tmp_path: Path, mark: bytes, line: str, end: str
    ) -> None:
        content = mark + f'{line}\nid|title\na|"One,\n;; two"\nb|Two\n'.replace("\n", end).encode()
        result = document(tmp_path, content, "timeline.csv")
        assert result.problems == []
        assert result.value == [{"id": "a", "title": "One,\n;; two"}, {"id": "b", "title": "Two"}]
        assert (result.marks[0, "title"], result.marks[1, "title"]) == (Mark(3, 3), Mark(5, 3))

    @pytest.mark.parametrize(
        ("content", "problem"),
        [
            ("sep=;\n", "timeline.csv: error: the file is empty"),
            (
                "sep=;\nid;date\na;b;c\n",
                "timeline.csv:3:1: error: expected 2 cells as in the first row, found 3; "
                "put a cell that holds the delimiter in quotation marks",
            ),
            ('sep=;\nid;date\na;"b\n', "timeline.csv:3:1: error: expected CSV: unexpected end of data"),
            ("sep=;\nid;id\n", "timeline.csv:2:4: error: the column `id` stands twice"),
        ],
    )
    def test_places_beneath_that_line_are_those_of_the_file(self, tmp_path: Path, content: str, problem: str) -> None:
        assert problems(tmp_path, content, "timeline.csv") == [problem]

    def test_lines_above_the_first_row_may_be_empty(self, tmp_path: Path) -> None:
        assert values(tmp_path, "\n\nid;title\na;One\n", "timeline.csv") == [{"id": "a", "title": "One"}]

    def test_a_cell_may_hold_lines_and_delimiters_in_quotes_and_places_stay_right(self, tmp_path: Path) -> None:
        result = document(tmp_path, 'id,text,title\na,"one, ""1""\ntwo",T\nb,x,U\n', "timeline.csv")
        assert result.value[0] == {"id": "a", "text": 'one, "1"\ntwo', "title": "T"}
        assert result.marks[0, "title"] == Mark(3, 6)
        assert result.marks[1, "title"] == Mark(4, 5)

    def test_a_dot_names_a_field_inside_a_field(self, tmp_path: Path) -> None:
        content = "id,in_reply_to.asked_by,in_reply_to.question\na,ada,Why?\n"
        assert values(tmp_path, content, "statements.csv") == [
            {"id": "a", "in_reply_to": {"asked_by": "ada", "question": "Why?"}}
        ]

    def test_shifted_columns_are_refused_at_their_row(self, tmp_path: Path) -> None:
        assert problems(tmp_path, "id,date,title\na,2016,One, two\n", "timeline.csv") == [
            "timeline.csv:2:1: error: expected 3 cells as in the first row, found 4; "
            "put a cell that holds the delimiter in quotation marks"
        ]

    def test_a_header_that_names_a_column_twice_is_refused(self, tmp_path: Path) -> None:
        assert problems(tmp_path, "id,id\na,b\n", "timeline.csv") == [
            "timeline.csv:1:4: error: the column `id` stands twice"
        ]

    def test_an_unclosed_quotation_mark_is_refused(self, tmp_path: Path) -> None:
        assert problems(tmp_path, 'id,title\na,"x\n', "timeline.csv") == [
            "timeline.csv:2:1: error: expected CSV: unexpected end of data"
        ]

    def test_empty_rows_and_cells_are_left_out(self, tmp_path: Path) -> None:
        assert values(tmp_path, "id,known,title\na,,One\n,,\n", "timeline.csv") == [{"id": "a", "title": "One"}]

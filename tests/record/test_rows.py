"""CSV as entries of a kind: what fits into a row, and what is said of what does not, once."""

import pytest
from tests.tiny import Write, load_site, problems_of

YAML = "; write the collection in YAML"


def test_a_group_of_fields_is_a_column_for_each(write: Write) -> None:
    statements = (
        "id,speaker,date,words,sources,in_reply_to.asked_by,in_reply_to.question,allow.without-role\n"
        "a,ada-lovelace,1843,It weaves.,notes-1843,charles-babbage,Why?,known\n"
    )
    root = write(statements__csv=statements)
    assert problems_of(root) == []
    statement = load_site(root).record.statements["a"]
    assert statement.in_reply_to is not None
    assert (statement.in_reply_to.question, statement.allow) == ("Why?", {"without-role": "known"})


def test_an_empty_cell_is_no_value(write: Write) -> None:
    root = write(
        timeline__csv="id,date,title,sources,allow.unsourced\na,1843,A,,no source has it\nb,1843,B,notes-1843,\n"
    )
    [exempt] = problems_of(root)
    assert "allowed: a: the event has no source" in exempt
    assert load_site(root).record.events["b"].allow == {}


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        (
            "people",
            "id,name,roles.title\nada-lovelace,Ada,pupil\ncharles-babbage,Charles,engineer\n",
            [f"1:9: error: the field `roles` holds groups of fields, which do not fit into a row{YAML}"],
        ),
        (
            "people",
            "id;name;roles\nada-lovelace;Ada;pupil\n",
            [f"1:9: error: the field `roles` holds groups of fields, which do not fit into a row{YAML}"],
        ),
        (
            "timeline",
            "sep=;\nid;date;title;people.0;tittle\na;1843;A;ada-lovelace;x\nb;1844;B;;y\n",
            [
                "2:15: error: the field `people` has no fields of its own; name the column `people`",
                "2:24: error: no field `tittle`; did you mean `title`?",
            ],
        ),
        (
            "timeline",
            "id,date,title,image,image.alt,image.fil,allow\na,1843,A,x,y,z,w\n",
            [
                "1:15: error: the field `image` is a group of fields; name its columns `image.file`, `image.alt`, `image.credit`",
                "1:21: error: the column `image.alt` names a part of the column `image`; keep one of them",
                "1:31: error: the column `image.fil` names a part of the column `image`; keep one of them",
                "1:41: error: the field `allow` is a group of fields; name its columns `allow.…`",
            ],
        ),
        (
            "timeline",
            "id,date,title,image.fil\na,1843,A,x\n",
            ["1:15: error: no field `image.fil`; did you mean `image.file`?"],
        ),
        (
            "timeline",
            "id\u200b,date,title\na,1843,A\nb,1844,B\n",
            [
                "1:1: error: no field `id\u200b` with a zero width space (U+200B); did you mean `id`?",
                "1:1: error: the column `id` is missing",
            ],
        ),
        ("timeline", "id,title\na,A\nb,B\n", ["1:1: error: the column `date` is missing"]),
        (
            "disputes",
            "id,question\na,Who?\n",
            [f"1:1: error: the field `positions` must be filled, and its groups of fields do not fit into a row{YAML}"],
        ),
        (
            "timeline",
            ",date\na,1843\n",
            [
                "1:1: error: expected the name of a field in the first row, found nothing",
                "1:2: error: the column `id` is missing",
                "1:2: error: the column `title` is missing",
            ],
        ),
        (
            "timeline",
            ",\na,1843\n",
            [
                "1:1: error: expected the name of a field in the first row, found nothing",
                "1:1: error: the column `date` is missing",
                "1:1: error: the column `id` is missing",
                "1:1: error: the column `title` is missing",
                "1:2: error: expected the name of a field in the first row, found nothing",
            ],
        ),
    ],
)
def test_what_does_not_fit_is_told_in_the_first_row_and_once(
    write: Write, file: str, content: str, told: list[str]
) -> None:
    root = write(**{f"{file}__csv": content})
    if file == "people":
        (root / "data" / "people.yml").unlink()
    assert problems_of(root) == [f"data/{file}.csv:{each}" for each in told]


def test_a_day_that_excel_has_counted_is_told_at_its_cell(write: Write) -> None:
    timeline = "\ufeffsep=;\nid;date;title;sources\na;44257;A;notes-1843\n"
    assert problems_of(write(timeline__csv=timeline)) == [
        "data/timeline.csv:3:3: error: a: date: expected a date such as `2016`, `2016-09` or `2016-09-08`, found `44257`, "
        "Excel's number of a day; write `2021-03-02`, or `2025-03-03` if the sheet counts from 1904, or `Y44257` for that year"
    ]


@pytest.mark.parametrize(
    ("file", "names"),
    [
        ("timeline", "id,date,title"),
        ("people", "id,name"),
        ("sources", "id,publisher,title"),
        ("statements", "id,speaker,date,words"),
        ("updates", "id,date,kind,text"),
    ],
)
def test_a_collection_without_entries_has_a_row_of_names(write: Write, file: str, names: str) -> None:
    root = write(**{f"{file}__csv": ""})
    (root / "data" / f"{file}.yml").unlink(missing_ok=True)
    hint = f"a collection without entries has a row of names alone, such as `{names}`"
    assert problems_of(root) == [f"data/{file}.csv: error: the file is empty; {hint}"]
    (root / "data" / f"{file}.csv").write_text(f"{names}\n")
    assert problems_of(root) == []

"""`explainer import`: what a file's entries become, what is told of them, and that the site builds with them."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from explainer.commands.import_ import import_
from explainer.commands.main import main
from explainer.edition import edition_from_disk
from explainer.problems.problem import fails
from explainer.site.config import read_site

HERE = Path(__file__).parent
CONFIG = "site_name: Tiny\ntheme: {name: material}\nplugins: [explainer]\nmarkdown_extensions: [explainer]\n"
PAPER = "- {id: paper, publisher: The Paper, title: It, date: 2020-01-02, url: 'https://example.org/paper'}\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    (tmp_path / "docs" / "index.md").write_text("# All\n\n/// timeline\n///\n")
    for name in ("timeline", "people", "sources", "statements", "disputes", "updates"):
        (tmp_path / "data" / f"{name}.yml").write_text("[]\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def bring(name: str, content: str | bytes, *options: str) -> Result:
    data = content.encode() if isinstance(content, str) else content
    Path(name).write_bytes(data)
    return CliRunner().invoke(import_, [name, *options])


def events(root: Path) -> list[dict[str, Any]]:
    return list(yaml.load((root / "data" / "timeline.yml").read_text("utf-8"), yaml.BaseLoader) or [])  # noqa: S506 - every value is text


def sound(root: Path) -> None:
    problems = edition_from_disk(read_site(root / "mkdocs.yml")).problems
    assert not fails(problems, strict=True), "\n".join(map(str, problems))


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_the_sample_of_timelinejs_becomes_what_is_written_down(root: Path, ending: str) -> None:
    done = bring(f"old.{ending}", (HERE / f"women_in_computing.{ending}").read_bytes())
    assert done.exit_code == 0, done.output
    told = done.output.splitlines()
    assert told[0] == "11 entries in the file: 10 became events, 0 were there already, 1 are left to you."
    assert (root / "data" / "timeline.yml").read_text("utf-8") == (HERE / "expected" / "timeline.yml").read_text(
        "utf-8"
    )
    assert (root / "data" / "sources.yml").read_text("utf-8") == (HERE / "expected" / "sources.yml").read_text("utf-8")
    sound(root)


def test_done_again_it_changes_nothing(root: Path) -> None:
    sample = (HERE / "women_in_computing.json").read_bytes()
    bring("old.json", sample)
    before = (root / "data" / "timeline.yml").read_bytes()
    done = bring("old.json", sample)
    assert "0 became events, 10 were there already, 1 are left to you." in done.output
    assert (root / "data" / "timeline.yml").read_bytes() == before


def test_a_dry_run_only_tells(root: Path) -> None:
    done = bring("old.json", (HERE / "women_in_computing.json").read_bytes(), "--dry-run", "--report", "report.md")
    assert "10 became events" in done.output
    assert events(root) == []
    assert not (root / "report.md").exists()


def test_the_report_is_written_where_it_is_wanted(root: Path) -> None:
    done = bring("old.csv", "Year,Headline\n1902,The mill opens\n", "--report", "report.md")
    assert (root / "report.md").read_text("utf-8") == done.output.partition(f"{root / 'data'}")[0]


def test_what_is_there_stays_as_it_is_and_its_sources_are_cited(root: Path) -> None:
    (root / "data" / "sources.yml").write_text(PAPER)
    mine = "# Mine\n- {id: first, date: 1900, title: First, sources: [paper]} # by hand\n"
    (root / "data" / "timeline.yml").write_text(mine)
    done = bring("old.csv", "date,title,link\n1902,The mill opens,https://example.org/paper\n")
    assert done.exit_code == 0, done.output
    text = (root / "data" / "timeline.yml").read_text("utf-8")
    assert text.startswith(mine)
    assert events(root)[1] == {"id": "the-mill-opens", "date": "1902", "title": "The mill opens", "sources": ["paper"]}
    assert (root / "data" / "sources.yml").read_text("utf-8") == PAPER
    sound(root)


VERSION_2 = {
    "timeline": {
        "headline": "The mill",
        "text": "<p>Its years</p>",
        "date": [
            {
                "startDate": "1902,5,3",
                "endDate": "1902,5,4",
                "headline": "The <b>mill</b> opens",
                "text": "<p>Line &amp; rope</p>",
                "tag": "Works",
                "asset": {"media": "https://example.org/a.jpg", "credit": "A. Reuter", "caption": "The wheel"},
            },
            {"startDate": "11/4/1931", "headline": "The mill burns"},
        ],
        "era": [{"startDate": "1902", "endDate": "1931", "headline": "The years of the wheel"}],
    }
}


@pytest.mark.parametrize("before", ["", "var storyjs_jsonp_data = "])
def test_versions_1_and_2(root: Path, before: str) -> None:
    done = bring("old.jsonp" if before else "old.json", before + json.dumps(VERSION_2) + (";" if before else ""))
    assert done.exit_code == 0, done.output
    assert "4 entries in the file: 3 became events, 0 were there already, 1 are left to you." in done.output
    opens, burns, era = events(root)
    assert opens["date"] == "1902-05-03/1902-05-04"
    assert opens["title"] == "The mill opens"
    assert opens["text"] == "Line & rope\n\n[The wheel](https://example.org/a.jpg) (A. Reuter)"
    assert opens["tags"] == ["Works"]
    assert burns["date"] == "1931-11-04"
    assert era == {**era, "date": "1902/1931", "tags": ["era"]}
    sound(root)


SEMICOLONS = (
    "Wann;Überschrift;Text;Quelle;Ort\n18.02.2003;Die Mühle;Sie „steht“ still.;https://example.com/m;Tal\n;;;;\n"
)


def test_a_sheet_with_other_names_and_semicolons(root: Path) -> None:
    done = bring("old.csv", b"\xef\xbb\xbf" + SEMICOLONS.encode())
    assert done.exit_code == 0, done.output
    [event] = events(root)
    assert event["date"] == "2003-02-18"
    assert event["sources"] == ["example-com"]
    assert event["allow"] == {"quotation": "imported, and still to be looked at"}
    assert (
        "- the column `Ort` is not known, and what stands in it is left out: name its field with --map FIELD=Ort"
        in (done.output)
    )
    sound(root)


def test_columns_that_the_editor_names(root: Path) -> None:
    done = bring("old.csv", "A,B\n1902,The mill opens\n", "--map", "date=A,title=B")
    assert done.exit_code == 0, done.output
    assert [event["title"] for event in events(root)] == ["The mill opens"]


def test_what_cannot_be_read_without_a_guess_is_left_out_with_a_question(root: Path) -> None:
    done = bring("old.csv", "date,title\n03/04/2005,One\nsoon,Two\n1902,\n1903,Four\n")
    assert "4 entries in the file: 1 became events, 0 were there already, 3 are left to you." in done.output
    assert "- row 2, One: `03/04/2005` may be `2005-04-03` or `2005-03-04`" in done.output
    assert "- row 3, Two: `soon` is no date that can be read without a guess" in done.output
    assert "- row 4, without a headline: it has no headline" in done.output
    assert [event["title"] for event in events(root)] == ["Four"]


def test_two_of_one_name_are_both_kept(root: Path) -> None:
    done = bring("old.csv", "date,title\n1902,Fire\n1931,Fire\n")
    assert [event["id"] for event in events(root)] == ["fire", "fire-2"]
    assert "row 3, Fire: another entry has the same name, so that this one has a number" in done.output


def test_text_is_no_markdown_by_accident(root: Path) -> None:
    bring("old.csv", 'date,title,text\n1902,Signs,"1985. a * b_c [x] `y` # z"\n')
    [event] = events(root)
    assert event["text"] == r"1985\. a \* b\_c \[x\] \`y\` # z"


def test_a_story_of_its_own(root: Path) -> None:
    bring("old.csv", "date,title\n1902,Fire\n", "--story", "mill")
    assert [event["story"] for event in events(root)] == ["mill"]


SHEET = """<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>date</t></is></c><c r="B1" t="inlineStr"><is><t>title</t></is></c></row>
<row r="2"><c r="A2"><v>44257</v></c><c r="B2" t="inlineStr"><is><t>By number</t></is></c></row>
<row r="3"><c r="A3" t="inlineStr"><is><t>1902</t></is></c><c r="B3" t="inlineStr"><is><t>By year</t></is></c></row>
</sheetData></worksheet>"""
WORKBOOK = """<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/>
</sheets></workbook>"""
RELATION = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/>
</Relationships>"""
TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>"""


def test_a_spreadsheet_file(root: Path) -> None:
    with zipfile.ZipFile("old.xlsx", "w") as made:
        made.writestr("[Content_Types].xml", TYPES)
        made.writestr("_rels/.rels", RELATION.format("officeDocument", "xl/workbook.xml"))
        made.writestr("xl/workbook.xml", WORKBOOK)
        made.writestr("xl/_rels/workbook.xml.rels", RELATION.format("worksheet", "worksheets/sheet1.xml"))
        made.writestr("xl/worksheets/sheet1.xml", SHEET)
    done = CliRunner().invoke(import_, ["old.xlsx"])
    assert done.exit_code == 0, done.output
    assert [(event["date"], event["title"]) for event in events(root)] == [
        ("2021-03-02", "By number"),
        ("1902", "By year"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("old.csv", "", "the file is empty"),
        ("old.json", "{", "expected JSON: Expecting property name enclosed in double quotes in line 1, column 2"),
        ("old.json", "{}", "expected one of these: TimelineJS JSON, record.json, neoteroi timeline, iCalendar, sheet"),
        (
            "old.csv",
            "when,what\n1902,Fire\n",
            "row 1: no column with headlines; name it, for example --map title=Überschrift,date=Wann",
        ),
        ("old.pdf", "%PDF-1.7", "expected JSON, YAML, a calendar or a sheet (CSV, .xlsx, .ods), found a document"),
        ("old.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT", "expected a calendar: "),
        ("old.xlsx", "no zip", "expected a spreadsheet: "),
    ],
)
def test_what_cannot_be_imported_is_told_in_a_line(root: Path, name: str, content: str, said: str) -> None:
    done = bring(name, content)
    assert done.exit_code == 2
    assert f"explainer: {name}: {said}" in done.output
    assert len(done.output.strip().splitlines()) == 1
    assert events(root) == []


@pytest.mark.usefixtures("root")
def test_a_file_that_is_not_there() -> None:
    done = CliRunner().invoke(main, ["import", "nowhere.csv"])
    assert done.exit_code == 2
    assert done.output == "explainer: nowhere.csv: No such file or directory\n"


def test_a_record_with_errors_is_mended_first(root: Path) -> None:
    (root / "data" / "timeline.yml").write_text("- {id: A, date: x}\n")
    done = bring("old.csv", "date,title\n1902,Fire\n")
    assert done.exit_code == 2
    assert "the record has errors; mend them first" in done.output


def test_another_encoding_is_told_of(root: Path) -> None:
    done = bring("old.csv", "date,title\n1902,Mühle\n".encode("cp1252"))
    assert (
        "- the file is not in UTF-8; it is read as Windows writes in western Europe: look at its accents" in done.output
    )
    assert [event["title"] for event in events(root)] == ["Mühle"]

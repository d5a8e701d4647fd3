"""The blocks for media, maps and numbers: what they show, and what is told of them."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.rules.sites import lay

from explainer.edition import Edition, edition_from_disk
from explainer.site.config import read_site

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" width="4" height="3"/>'
FILES = {
    "docs/images/a.svg": SVG, "docs/images/b.svg": SVG, "docs/images/a.mp4": "x", "docs/images/a.mp3": "x",
    "docs/images/a.vtt": "WEBVTT\n",
    "data/media.yml": """\
- {id: before, file: images/a.svg, alt: Before, credit: Ada, licence: CC0, focus: 10% 90%}
- {id: after, file: images/b.svg, alt: After, credit: Ada, licence: CC0, source: notes, place: london, date: 1843-08}
- {id: film, kind: video, file: images/a.mp4, poster: images/a.svg, captions: {de: images/a.vtt}, transcript: She speaks., credit: Ada, licence: CC0, alt: A film}
- {id: tape, kind: audio, file: images/a.mp3, credit: Ada, licence: CC0}
- {id: talk, kind: video, url: "https://www.youtube.com/watch?v=abc", credit: Ada, licence: CC0}
- {id: harsh, file: images/a.svg, alt: A, credit: Ada, licence: CC0, content_warning: wounds}
""",
    "data/places.yml": '- {id: london, name: London, at: "51.5, -0.1", note: Where it was printed., sources: [notes]}\n- {id: paris, name: Paris, at: "48.86, 2.35"}\n',
}  # fmt: skip


def edition(root: Path, page: str, **more: str) -> Edition:
    files = {
        **FILES,
        "docs/index.md": f"# Home\n\n{page}\n",
        **{name.replace("__", "/"): text for name, text in more.items()},
    }
    return edition_from_disk(read_site(lay(root, files)))


def shown(root: Path, page: str, **more: str) -> BeautifulSoup:
    found = edition(root, page, **more)
    assert [str(each) for each in found.problems] == []
    return BeautifulSoup(found.completed["index.md"].html, "html.parser")


def told(root: Path, page: str) -> list[str]:
    return [str(problem) for problem in edition(root, page).problems]


class TestFigures:
    def test_one_has_its_words_and_a_permalink(self, tmp_path: Path) -> None:
        soup = shown(tmp_path, "/// figure | after\n///")
        [figure] = soup.select("figure#medium-after")
        assert figure.figcaption
        assert " ".join(figure.figcaption.get_text().split()) == "Ada, CC0, London, August 1843 1"

    def test_several_are_a_grid_and_two_may_be_compared(self, tmp_path: Path) -> None:
        soup = shown(tmp_path, "/// figure | before, after\n    compare: yes\n    layout: wide\n///")
        [grid] = soup.select(".ex-figures--grid.ex-figures--compare.ex-figures--wide")
        assert [img["alt"] for img in grid.select("img")] == ["Before", "After"]
        assert grid.select(".ex-focus--x-start.ex-focus--y-end")

    def test_fields_may_be_typed_in_place(self, tmp_path: Path) -> None:
        soup = shown(tmp_path, "/// figure\n    file: images/a.svg\n    alt: Here\n    credit: Ben\n///")
        assert [img["alt"] for img in soup.select("figure img")] == ["Here"]

    @pytest.mark.parametrize(
        ("block", "said"),
        [
            ("/// figure | befor\n///", "docs/index.md:3:14: error: no medium `befor`; did you mean `before`?"),
            ("/// figure\n    file: images/a.svg\n    credit: Ben\n///", "docs/index.md:4:5: error: the picture has no `alt`, by which who does not see it knows what it shows; say in a sentence what is to be seen"),
            ("/// figure | before\n    credit: Ben\n///", "docs/index.md:4:5: error: `credit` is said of the medium in the record; write it there, or leave out the id"),
            ("/// figure | before\n    compare: yes\n///", "docs/index.md:3:14: error: expected two media to compare; write `/// figure | before, after`"),
            ("/// figure\n///", "docs/index.md:3:1: error: expected either `file` or `url`; name the file, or where somebody else shows it"),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_told_at_its_place(self, tmp_path: Path, block: str, said: str) -> None:
        assert said in told(tmp_path, block)

    def test_a_film_has_controls_captions_and_its_words(self, tmp_path: Path) -> None:
        soup = shown(tmp_path, "/// figure | film\n///")
        [video] = soup.select("video[controls][preload=none]")
        assert (video["poster"], video["width"], video["aria-label"]) == ("images/a.svg", "4", "A film")
        [track] = video.select("track")
        assert (track["srclang"], track["label"], track["src"]) == ("de", "German", "images/a.vtt")
        [transcript] = soup.select("details.ex-transcript")
        assert transcript.get_text(" ", strip=True) == "Transcript She speaks."

    def test_what_others_show_is_a_link_unless_the_site_allows_more(self, tmp_path: Path) -> None:
        page = "/// figure | talk\n///"
        [poster] = shown(tmp_path, page).select(".ex-poster")
        assert "data-player" not in poster.attrs
        assert poster.get_text(strip=True) == "Watch or listen at YouTube"
        config = "markdown_extensions:\n  - explainer:\n      embeds_from: [www.youtube-nocookie.com]\n"
        [poster] = shown(tmp_path, page, **{"mkdocs.yml": config}).select(".ex-poster")
        assert poster["data-player"] == "https://www.youtube-nocookie.com/embed/abc"
        assert not poster.select("iframe")

    def test_one_that_names_no_file_is_told_and_breaks_nothing(self, tmp_path: Path) -> None:
        media = {"data/media.yml": "- {id: a, alt: A, credit: C, licence: CC0}\n"}
        [problem] = edition(tmp_path, "/// figure | a\n///", **media, **{"data/places.yml": "[]"}).problems
        assert problem.message == "expected either `file` or `url`"

    def test_one_that_is_typed_in_place_needs_no_collection(self, tmp_path: Path) -> None:
        page = "# Home\n\n/// figure\n    file: images/a.svg\n    alt: Here\n    credit: Ben\n///\n"
        plan = "\n/// map\n    picture: images/a.svg\n    alt: A\n    credit: C\n///\n"
        config = lay(tmp_path, {"docs/index.md": page + plan, "docs/images/a.svg": SVG})
        assert [str(each) for each in edition_from_disk(read_site(config)).problems] == []

    def test_what_is_hard_to_see_is_shown_when_asked_for(self, tmp_path: Path) -> None:
        [hidden] = shown(tmp_path, "/// figure | harsh\n///").select("details.ex-warning")
        assert hidden.select("img")
        assert "wounds" in hidden.get_text()

    def test_events_people_and_statements_name_media(self, tmp_path: Path) -> None:
        soup = shown(
            tmp_path,
            "/// timeline\n///\n\n/// people\n///\n\n/// statement | weaves\n///",
            **{
                "data/timeline.yml": "- {id: printed, date: 1843-08, title: Printed, sources: [notes], media: [after], place: london}\n",
                "data/people.yml": "- {id: ada, name: Ada, portrait: before, roles: [{title: translator, from: 1842, to: 1843}]}\n- {id: charles, name: Charles}\n",
                "data/statements.yml": "- {id: weaves, speaker: ada, date: 1843, words: It weaves., sources: [notes], recording: {medium: tape, from: '2:13', to: '2:40'}}\n",
            },
        )  # fmt: skip
        assert soup.select(".ex-event figure.ex-figure img[alt=After]")
        assert soup.select(".ex-person .ex-portrait img[alt=Before]")
        [source] = soup.select(".ex-statement audio source")
        assert source["src"] == "images/a.mp3#t=133,160"
        [when] = soup.select(".ex-recording__when")
        assert when.get_text() == "Hear it (2:13–2:40)"


class TestMaps:
    def test_places_are_numbered_drawn_and_listed(self, tmp_path: Path) -> None:
        soup = shown(tmp_path, "/// map | london, paris\n    caption: Two *towns*.\n///")
        [drawing] = soup.select(".ex-map__drawing[role=img]")
        assert drawing["aria-label"] == "Map: London and Paris"
        assert [text.get_text() for text in drawing.select(".ex-map__number")] == ["1", "2"]
        listed = [" ".join(each.get_text().split()) for each in soup.select(".ex-map__places li")]
        assert listed == ["1 London Where it was printed. 1", "2 Paris"]
        assert soup.select("li#place-london")
        assert soup.select(".ex-map__scale")[0].get_text() == "50 km"
        assert not soup.select(".ex-map__borders"), "whoever draws a border takes sides"
        assert shown(tmp_path, "/// map | london, paris\n    borders: yes\n///").select(".ex-map__borders")

    def test_a_plan_of_ones_own_has_marks(self, tmp_path: Path) -> None:
        marks = "    marks:\n      - {at: 30% 45%, name: The gate, note: It was shut., sources: [notes]}\n"
        soup = shown(tmp_path, f"/// map\n    picture: images/a.svg\n    alt: A plan\n    credit: Ada\n{marks}///")
        [mark] = soup.select(".ex-map__marks > svg")
        assert (mark["x"], mark["y"]) == ("30.0%", "45.0%")
        assert soup.select("img[alt='A plan']")

    @pytest.mark.parametrize(
        ("block", "said"),
        [
            ("/// map | londn\n///", "docs/index.md:3:11: error: no place `londn`; did you mean `london`?"),
            ("/// map\n///", "docs/index.md:3:1: error: the map has no places; write `/// map | london`"),
            ("/// map\n    picture: images/a.svg\n///", "docs/index.md:4:5: error: the picture has no `alt`; say what it shows, and who made it"),
            ("/// map\n    picture: images/a.svg\n    alt: A\n    credit: C\n    marks: [{at: 300% 2%, name: X}]\n///", "docs/index.md:7:18: error: marks[0].at: expected a place on the picture, found `300% 2%`; for example `30% 45%`"),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_told_at_its_place(self, tmp_path: Path, block: str, said: str) -> None:
        assert said in told(tmp_path, block)

    @pytest.mark.parametrize("at", ["91, 0", "51.5", "north", "51.5, 200"])
    def test_coordinates_that_cannot_be_are_told(self, tmp_path: Path, at: str) -> None:
        found = edition(tmp_path, "", **{"data/places.yml": f'- {{id: london, name: X, at: "{at}"}}\n'}).problems
        assert [each.message for each in found] == [f"expected a latitude and a longitude in degrees, found `{at}`"]


class TestNumbers:
    def test_each_has_its_source(self, tmp_path: Path) -> None:
        soup = shown(tmp_path, "/// figures\n    items:\n      - {value: '422', label: ships, source: notes}\n///")
        [number] = soup.select(".ex-number")
        assert " ".join(number.get_text(" ").split()) == "ships 1 422"

    def test_without_a_source_it_is_refused(self, tmp_path: Path) -> None:
        assert told(tmp_path, "/// figures\n    items:\n      - {value: '422', label: ships}\n///") == [
            "docs/index.md:5:9: error: items[0].source: the field `source` is missing"
        ]

    def test_bars_stand_beside_the_numbers_of_a_table(self, tmp_path: Path) -> None:
        rows = "    rows:\n      - {label: Monday, value: '1000'}\n      - {label: Tuesday, value: '250.5'}\n"
        soup = shown(tmp_path, f"/// bars\n    title: Ships\n    unit: ships\n{rows}    sources: [notes]\n///")
        assert [" ".join(row.get_text(" ").split()) for row in soup.select(".ex-bars tr")] == [
            "Monday 1,000 ships",
            "Tuesday 250.5 ships",
        ]
        assert [rect["width"] for rect in soup.select(".ex-bars rect")] == ["100.0%", "25.05%"]

    def test_a_number_that_is_none_is_told(self, tmp_path: Path) -> None:
        [problem] = told(tmp_path, "/// bars\n    rows: [{label: A, value: many}]\n    sources: [notes]\n///")
        assert (
            problem
            == "docs/index.md:4:30: error: rows[0].value: expected a number that is not below nought, found `many`; for example `42` or `3.5`"
        )

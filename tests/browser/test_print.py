"""On paper: a real PDF, whole and in the order of reading, with the sources' addresses and the version's date."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.browser.conftest import Watched

from explainer.record.record import Record


def sheets(watched: Watched, path: str) -> list[str]:
    """Print a page and return what stands on each sheet, without spaces: where a line ends is the printer's business."""
    pdf = watched.open(path).pdf(format="A4")
    return [squeezed(sheet.extract_text()) for sheet in PdfReader(BytesIO(pdf)).pages]


def squeezed(text: str) -> str:
    """Return a text without its spaces and with plain letters for ligatures."""
    return re.sub(r"\s+", "", text).replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff")


def test_the_timeline_prints_every_event_in_order_each_with_its_date_on_the_same_sheet(
    watched: Watched, record: Record
) -> None:
    page = watched.open("timeline/")
    events = [
        (squeezed(date), squeezed(title).removesuffix("#"))
        for date, title in zip(
            page.locator(".ex-event__date").all_text_contents(),
            page.locator(".ex-event__title").all_text_contents(),
            strict=True,
        )
    ]
    assert len(events) == len(record.events)
    printed = sheets(watched, "timeline/")
    assert len(printed) > 1
    whole = "".join(printed)
    places = [whole.index(title) for _, title in events]
    assert places == sorted(places)
    for date, title in events:
        assert any(date + title in sheet for sheet in printed), title


def test_no_event_is_torn_between_two_sheets(watched: Watched, record: Record) -> None:
    printed = sheets(watched, "timeline/")
    for event in record.events.values():
        title = squeezed(event.title)
        sheet = next(sheet for sheet in printed if title in sheet)
        rest = sheet[sheet.index(title) :]
        assert re.search(r"Sources:\w", rest), f"{event.title}: its sources are on the next sheet"


@pytest.mark.parametrize("path", ["", "misled/", "timeline/"])
def test_the_navigation_and_what_can_only_be_used_on_a_screen_is_gone(watched: Watched, path: str) -> None:
    whole = "".join(sheets(watched, path))
    for screen in ("Aboutthisexplainer", "Search", "Embed", "Wordsinthetext", "Showall", "MadewithMaterial", "↩"):
        assert screen not in whole, screen
    assert "Notes" in whole


def test_the_addresses_of_the_sources_are_written_out(watched: Watched, record: Record) -> None:
    whole = "".join(sheets(watched, "sources/"))
    addresses = [source.url for source in record.sources.values() if source.url]
    assert len(addresses) > 5
    for address in addresses:
        assert squeezed(str(address)) in whole
    cited = record.sources["time-hearing"].url
    assert squeezed(str(cited)) in "".join(sheets(watched, "misled/"))


@pytest.mark.parametrize("path", ["", "misled/", "timeline/", "people/"])
def test_the_version_is_dated(watched: Watched, path: str) -> None:
    first = sheets(watched, path)[0]
    assert "Updated2March2017" in first
    assert "Asof2March2017" in first


@pytest.mark.parametrize("context", [{}, {"java_script_enabled": False}], indirect=True)
def test_what_folds_is_open(watched: Watched) -> None:
    whole = "".join(sheets(watched, "words/"))
    assert "Whathadhappenedbythen(5)" in whole
    assert squeezed("13 February 2017 · Mr Flynn resigns as National Security Adviser") in whole
    assert squeezed("Date Event Status") in "".join(sheets(watched, ""))


def test_what_the_filters_hide_is_printed_as_it_is_seen(watched: Watched) -> None:
    whole = "".join(sheets(watched, "timeline/?person=paul-manafort"))
    assert squeezed("Mr Manafort quits the Trump campaign") in whole
    assert squeezed("The Washington Post reports both meetings") not in whole


@pytest.mark.parametrize("context", [{"color_scheme": "dark"}], indirect=True)
def test_from_a_dark_screen_it_prints_in_dark_ink_on_white(watched: Watched) -> None:
    page = watched.open("misled/")
    page.emulate_media(media="print", color_scheme="dark")
    ink, paper = page.evaluate(
        """() => {
            const light = colour => Math.max(...colour.match(/[\\d.]+/g).slice(0, 3).map(Number))
            return [light(getComputedStyle(document.querySelector("article > p:not(.ex-kicker)")).color),
                    light(getComputedStyle(document.body).backgroundColor)]
        }"""
    )
    assert ink < 60
    assert paper > 240

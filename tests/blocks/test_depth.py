"""Depth: terms and their cards, background that opens, how the editors know what a page says."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.rules.sites import lay

from explainer.edition import Edition, edition_from_disk
from explainer.site.config import read_site

TERMS = "- {id: spring-tide, term: spring tide, forms: [spring tides], definition: 'A *high* tide after new moon.', sources: [notes]}\n- {id: ebb, term: Ebb, definition: Falling water.}\n"


def edition(root: Path, page: str) -> Edition:
    return edition_from_disk(read_site(lay(root, {"docs/index.md": page, "data/terms.yml": TERMS})))


def shown(root: Path, page: str) -> BeautifulSoup:
    found = edition(root, page)
    assert [str(each) for each in found.problems] == []
    return BeautifulSoup(found.completed["index.md"].html, "html.parser")


def test_terms_are_listed_by_the_alphabet_and_linked_with_cards(tmp_path: Path) -> None:
    soup = shown(tmp_path, "# Home\n\nIt was a [spring tide](term:spring-tide).\n\n/// terms\n///\n")
    assert [each.get_text() for each in soup.select(".ex-terms dfn")] == ["Ebb", "spring tide"]
    assert soup.select("a.ex-link--term[href='#term-spring-tide']")
    [card] = soup.select("#card-term-spring-tide")
    assert card.get_text(" ", strip=True) == "spring tide A high tide after new moon."


def test_a_term_that_nobody_defines_is_told(tmp_path: Path) -> None:
    found = edition(tmp_path, "# Home\n\n[x](term:spring-tid).\n\n/// terms\n///\n").problems
    assert [each.message for each in found] == ["no term `spring-tid`"]


def test_background_opens_in_place_and_may_hold_blocks(tmp_path: Path) -> None:
    page = "# Home\n\n//// more | What is a tide?\n\nWater *rises* [@notes].\n\n/// timeline\n///\n\n////\n\nAfter.\n"
    [more] = shown(tmp_path, page).select("details.ex-more")
    assert more.summary
    assert more.summary.get_text() == "What is a tide?"
    assert more.select("em")
    assert more.select(".ex-event")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("# Home\n\n/// more | What?\n\nText.\n", "docs/index.md:3:1: error: the block `more` is never closed; write `///` alone in a line beneath it"),
        ("# Home\n\n/// more\n\nText.\n\n///\n", "docs/index.md:3:1: error: the block `more` was not understood"),
    ],
)  # fmt: skip
def test_background_that_is_none_is_told(tmp_path: Path, page: str, said: str) -> None:
    assert any(str(each).startswith(said) for each in edition(tmp_path, page).problems)


def test_a_page_says_how_its_editors_know(tmp_path: Path) -> None:
    front = "---\nmethod: We read the [log](https://example.org/log).\nreviewer: Ben Young\nai: A machine drew up the summary; *we* answer for it.\n---\n"
    [method] = shown(tmp_path, f"{front}# Home\n\n/// terms\n///\n").select("aside.ex-method")
    assert " ".join(method.get_text(" ").split()) == (
        "How we know this We read the log . Reviewed by: Ben Young Made with machines: A machine drew up the summary; we "
        "answer for it."
    )
    assert not shown(tmp_path / "other", "# Home\n").select(".ex-method")

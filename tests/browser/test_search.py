"""What is in the record is found by the theme's search, and each hit leads to its permalink."""

import pytest
from tests.browser.conftest import Watched


@pytest.mark.parametrize(
    ("typed", "place", "says"),
    [
        ("scope inquiry committee", "timeline/#event-house-scope", "inquiry"),
        ("unbelievable", "words/#statement-no-campaign-talk", "Jeff Sessions, 2 March 2017"),
        ("Kislyak ambassador", "people/#person-sergei-kislyak", "Sergei Kislyak"),
        ("mislead", "misled/#dispute-misled-hearing", "mislead the hearing"),
    ],
    ids=["an event", "a statement by its words", "a person", "a dispute"],
)
def test_is_found_and_leads_to_its_permalink(watched: Watched, typed: str, place: str, says: str) -> None:
    page = watched.open("about/")
    page.locator("label.md-header__button[for=__search]").click()
    page.locator("input.md-search__input").click()
    page.keyboard.type(typed)
    hit = page.locator(f".md-search-result__link[href*='{place}']")
    hit.first.wait_for(state="attached")
    assert says in str(hit.first.text_content())
    page.goto(str(hit.first.evaluate("link => link.href")))
    target = page.locator(":target")
    assert target.count() == 1
    assert says in str(target.text_content())

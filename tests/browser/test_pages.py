"""What each kind of page has: the front page, a question, and the page for an address that is not there."""

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Watched

QUESTIONS = ["basis/", "words/", "misled/", "inquiry/"]


def test_the_front_page_holds_the_whole_story_in_brief(watched: Watched) -> None:
    page = watched.open("")
    expect(page.locator(".ex-kicker")).to_have_text("Sessions and Russia")
    expect(page.get_by_role("heading", level=1)).to_have_text("Jeff Sessions and the Russian ambassador")
    expect(page.locator(".ex-summary")).to_be_visible()
    for fact in ("As of 2 March 2017", "Updated 2 March 2017", "minute read"):
        expect(page.locator(".ex-dateline")).to_contain_text(fact)
    parts = page.get_by_role("heading", level=2).all_inner_texts()
    assert parts == ["Key points", "The questions", "The timeline at a glance", "Who is who", "Notes"]
    assert 3 <= page.locator("h2#key-points + ul > li").count() <= 5
    for question in page.locator(".ex-question").all():
        assert question.locator("a").first.is_visible()
        assert len(question.locator(".ex-question__answer").inner_text()) > 40
    assert page.locator(".ex-question").count() == len(QUESTIONS)


def test_who_is_who_is_a_compact_row(watched: Watched) -> None:
    cast = watched.open("").locator(".ex-cast")
    first, second = (cast.locator("li").nth(n).bounding_box() for n in (0, 1))
    assert first
    assert second
    assert first["y"] == second["y"]  # two beside one another on a phone already
    watched.page.set_viewport_size({"width": 1440, "height": 900})
    box = cast.bounding_box()
    assert box
    assert box["height"] < 160


@pytest.mark.parametrize("context", [{"viewport": {"width": 1440, "height": 900}}], indirect=True)
def test_each_mark_of_the_drawing_leads_to_its_event_and_the_table_says_the_same(watched: Watched) -> None:
    page = watched.open("")
    marks = page.locator(".ex-glance__mark")
    assert marks.count() == 18
    page.get_by_text("The same as a table").click()
    assert page.locator(".ex-glance table tbody tr:visible").count() == 18
    mark = page.locator(".ex-glance__mark", has_text="Mr Flynn resigns")
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/timeline/#event-flynn-resigns")
    expect(page.locator("#event-flynn-resigns")).to_be_in_viewport()


@pytest.mark.parametrize("context", [{"viewport": {"width": 1440, "height": 900}}], indirect=True)
def test_the_drawing_names_its_key_events_shows_cards_and_is_walked_with_arrows(watched: Watched) -> None:
    page = watched.open("")
    names = page.locator(".ex-glance__name")
    assert names.count() >= 3
    marks = page.locator(".ex-glance__mark")
    marks.nth(3).focus()
    page.keyboard.press("ArrowRight")
    assert marks.nth(4).evaluate("mark => mark === document.activeElement")
    page.keyboard.press("ArrowLeft")
    assert marks.nth(3).evaluate("mark => mark === document.activeElement")
    marks.nth(5).hover()
    card = page.locator(".ex-card:popover-open")
    title = str(marks.nth(5).locator("title").first.text_content()).split(": ", 1)[1]
    expect(card.locator(".ex-card__title")).to_have_text(title)


@pytest.mark.parametrize("context", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_on_a_phone_time_runs_down_with_names(watched: Watched) -> None:
    page = watched.open("")
    assert page.locator(".ex-glance__mark:visible").count() == 0
    moments = page.locator(".ex-glance__moment:visible")
    assert moments.count() >= 5
    said = page.locator(".ex-glance__moment .ex-status").all_text_contents()
    assert said, "what is not sure says so"
    assert "Confirmed" not in said
    tops = [box["y"] for each in moments.all() if (box := each.bounding_box())]
    assert tops == sorted(tops)
    moments.first.locator("a").click()
    page.wait_for_url("**/timeline/#event-*")


@pytest.mark.parametrize("path", QUESTIONS)
def test_a_question_page_has_its_answer_its_dates_its_notes_and_what_comes_before_and_after(
    watched: Watched, path: str
) -> None:
    page = watched.open(path)
    question = page.get_by_role("heading", level=1)
    expect(question).to_contain_text("?")
    answer = page.locator(".ex-answer")
    below, above = answer.bounding_box(), question.bounding_box()
    assert below
    assert above
    assert below["y"] - above["y"] - above["height"] < 40  # directly beneath: a reader may stop here
    expect(page.locator(".ex-dateline")).to_contain_text("Updated 2 March 2017")
    expect(page.locator(".ex-dateline")).to_contain_text("minute read")
    expect(page.locator(".ex-notes .ex-note").first).to_be_visible()
    footer = page.locator(".md-footer__link")
    expect(footer).to_have_count(2)
    n = QUESTIONS.index(path)
    if n + 1 < len(QUESTIONS):
        expect(footer.last).to_have_attribute("href", f"../{QUESTIONS[n + 1]}")
    if n:
        expect(footer.first).to_have_attribute("href", f"../{QUESTIONS[n - 1]}")


@pytest.mark.parametrize("context", [{"viewport": {"width": 1440, "height": 900}}], indirect=True)
def test_the_list_of_the_questions_stays_at_hand_while_reading(watched: Watched) -> None:
    page = watched.open("misled/")
    page.mouse.wheel(0, 3000)
    page.wait_for_function("scrollY > 1000")
    expect(page.locator(".ex-nav [aria-current=page]")).to_be_in_viewport()
    assert page.locator(".md-sidebar--secondary").count() == 0  # no table of contents, as software's manuals have


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
def test_the_list_of_the_questions_opens_on_a_phone_without_javascript(watched: Watched) -> None:
    page = watched.open("misled/")
    page.locator(".md-header__button[for=__drawer]").click()
    expect(page.locator(".ex-nav").get_by_role("link", name="What did Mr Sessions say?")).to_be_in_viewport()


def test_the_year_stays_in_view_while_its_events_are_read(watched: Watched) -> None:
    page = watched.open("timeline/#event-private-meeting")
    year, header = page.locator(".ex-timeline__group").first.bounding_box(), page.locator(".md-header").bounding_box()
    assert year
    assert header
    assert abs(year["y"] - header["y"] - header["height"]) < 3


@pytest.mark.parametrize("context", [{"viewport": {"width": 1440, "height": 900}}, {}], indirect=True)
def test_the_positions_of_a_dispute_stand_side_by_side_or_one_after_another_in_equal_size(watched: Watched) -> None:
    positions = watched.open("misled/").locator(".ex-position")
    first, second = positions.nth(0).bounding_box(), positions.nth(1).bounding_box()
    assert first
    assert second
    assert first["width"] == second["width"]
    wide = watched.page.viewport_size["width"] > 1000  # type: ignore[index]
    assert (first["y"] == second["y"]) == wide
    sizes = positions.locator(".ex-statement__words").evaluate_all("all => all.map(e => getComputedStyle(e).fontSize)")
    assert len(set(sizes)) == 1


@pytest.mark.parametrize("context", [{"viewport": {"width": 1440, "height": 900}}], indirect=True)
def test_all_the_corrections_of_an_event_in_a_brief_list_stand_beneath_its_headline(watched: Watched) -> None:
    events = watched.open("inquiry/").locator(".ex-brief__event", has=watched.page.locator(".ex-correction"))
    assert max(event.locator(".ex-correction").count() for event in events.all()) > 1
    for event in events.all():
        places = event.locator(".ex-brief__title, .ex-correction").evaluate_all(
            "all => all.map(each => each.getBoundingClientRect()).map(({ x, y }) => [x, y])"
        )
        assert len({x for x, _ in places}) == 1
        assert [y for _, y in places] == sorted({y for _, y in places})


def test_an_address_that_is_not_there_gets_a_page_of_the_site(watched: Watched) -> None:
    page = watched.open("sessions-and-russia/no/such/page/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("404")
    expect(page.locator(".ex-nav").get_by_role("link", name="Timeline")).to_have_attribute(
        "href", "/sessions-and-russia/timeline/"
    )
    assert page.locator("body").evaluate("e => getComputedStyle(e).fontFamily") != ""
    assert page.evaluate("[...document.styleSheets].length") > 1

"""The filters of a list of events: several at once, with counts, kept in the address, told to who does not see them."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.browser.conftest import Watched, served
from tests.building import build, copy_site

from explainer.record.kinds.event import Event
from explainer.record.record import Record


def choose(page: Page, facet: str, *choices: str) -> None:
    """Open one of the filters, tick choices, and close it as a reader does, with Escape."""
    fold = page.locator(".ex-filters details", has_text=facet)
    fold.locator("summary").click()
    for choice in choices:
        fold.locator("label").filter(has_text=re.compile(rf"^\s*{choice}\s+\d+\s*$")).click()
    page.keyboard.press("Escape")
    expect(fold).not_to_have_attribute("open", "")


def shown(page: Page) -> list[str]:
    """Return the ids of the events that a reader sees, in the order of the page."""
    return [
        str(title.get_attribute("id")).removeprefix("event-")
        for title in page.locator(".ex-event__title").all()
        if title.is_visible()
    ]


@pytest.fixture
def expected(record: Record) -> Callable[[Callable[[Event], bool]], list[str]]:
    """Return the ids of the record's events that pass a test, in the order of their dates."""
    return lambda passes: [
        event.id for event in sorted(record.events.values(), key=lambda event: event.date) if passes(event)
    ]


def test_several_at_once_leave_the_events_that_pass_all_of_them(
    watched: Watched, expected: Callable[..., list[str]]
) -> None:
    page = watched.open("timeline/")
    choose(page, "People", "Sergei Kislyak", "Nancy Pelosi")  # one or the other
    assert shown(page) == expected(lambda event: {"sergei-kislyak", "nancy-pelosi"} & set(event.people))
    choose(page, "Subjects", "contacts")  # and of this subject
    assert shown(page) == expected(
        lambda event: {"sergei-kislyak", "nancy-pelosi"} & set(event.people) and "contacts" in event.tags
    )
    page.get_by_label("Words in the text").fill("Private  COMMITTEE")  # and with both words, whatever their case
    assert shown(page) == ["private-meeting"]


def test_each_choice_tells_how_many_events_it_would_leave(watched: Watched, record: Record) -> None:
    page = watched.open("timeline/?status=reported")
    people = page.locator(".ex-filters details", has_text="People")
    people.locator("summary").click()
    for choice in people.locator("label").all():
        person = choice.locator("input").get_attribute("value")
        would_be = sum(person in event.people and event.status == "reported" for event in record.events.values())
        expect(choice.locator(".ex-filters__count")).to_have_text(str(would_be))
    page.keyboard.press("Escape")
    status = page.locator(".ex-filters details", has_text="Status")
    status.locator("summary").click()
    for choice in status.locator("label").all():  # within one filter, a choice adds to the other
        value = choice.locator("input").get_attribute("value")
        all_of_it = sum(event.status == value for event in record.events.values())
        expect(choice.locator(".ex-filters__count")).to_have_text(str(all_of_it))


def test_the_choice_is_in_the_address_and_survives_reload_and_a_shared_link(watched: Watched) -> None:
    page = watched.open("timeline/")
    choose(page, "People", "Sergei Kislyak")
    choose(page, "Status", "Confirmed")
    page.get_by_label("Words in the text").fill("ambassador")
    expect(page).to_have_url(re.compile(r"/timeline/\?person=sergei-kislyak&status=confirmed&text=ambassador$"))
    seen = shown(page)
    assert 0 < len(seen) < 18
    page.reload()
    assert shown(page) == seen
    elsewhere = page.context.browser.new_context()  # type: ignore[union-attr] # somebody else's browser
    theirs = elsewhere.new_page()
    theirs.goto(page.url)
    assert shown(theirs) == seen
    expect(theirs.get_by_label("Words in the text")).to_have_value("ambassador")
    theirs.locator("summary", has_text="People").click()
    expect(theirs.get_by_label(re.compile("Sergei Kislyak"))).to_be_checked()
    elsewhere.close()


def test_the_way_back_undoes_one_choice_at_a_time_and_no_letters(watched: Watched) -> None:
    page = watched.open("timeline/")
    choose(page, "People", "Sergei Kislyak")
    with_him = shown(page)
    choose(page, "People", "Mike Pence")
    page.get_by_label("Words in the text").press_sequentially("sanctions")
    assert shown(page) == ["flynn-resigns"]
    page.go_back()
    assert shown(page) == with_him
    page.go_back()
    assert len(shown(page)) == 18
    page.go_forward()
    assert shown(page) == with_him


def test_the_choice_is_there_again_when_a_reader_comes_back_from_another_page(watched: Watched) -> None:
    page = watched.open("timeline/")
    choose(page, "People", "Michael Flynn")
    page.locator(".ex-event .ex-link--person:visible").first.click()
    page.wait_for_url("**/people/**")
    page.go_back()
    assert shown(page) == ["flynn-resigns"]


def test_the_number_shown_is_announced(watched: Watched) -> None:
    page = watched.open("timeline/")
    live = page.get_by_role("status")  # an output element: what changes in it is read aloud
    expect(live).to_have_text("Events shown: 18 of 18")
    choose(page, "Status", "Disputed")
    expect(live).to_have_text("Events shown: 2 of 18")


def test_show_all_takes_everything_back_and_is_there_only_when_there_is_something_to_take_back(
    watched: Watched,
) -> None:
    page = watched.open("timeline/")
    everything = page.get_by_role("button", name="Show all")
    expect(everything).to_be_hidden()
    choose(page, "Status", "Disputed")
    page.get_by_label("Words in the text").fill("hacks")
    everything.click()
    assert len(shown(page)) == 18
    expect(page).to_have_url(re.compile(r"/timeline/$"))
    expect(page.get_by_label("Words in the text")).to_have_value("")
    expect(
        page.locator("summary", has_text="People")
    ).to_be_focused()  # the button is gone: the keyboard stays in the row


def test_a_year_without_an_event_that_passes_is_left_out(watched: Watched) -> None:
    page = watched.open("timeline/?person=paul-manafort")
    assert [year.inner_text() for year in page.locator(".ex-timeline__group:visible").all()] == ["2016"]


def test_a_shared_link_to_an_event_that_the_filters_hide_shows_it(watched: Watched) -> None:
    page = watched.open("timeline/?person=nancy-pelosi#event-private-meeting")
    expect(page.locator("#event-private-meeting")).to_be_in_viewport()
    assert len(shown(page)) == 18
    expect(page).to_have_url(re.compile(r"/timeline/#event-private-meeting$"))


def test_a_link_on_the_page_to_an_event_that_the_filters_hide_shows_it(watched: Watched) -> None:
    page = watched.open("timeline/?person=nancy-pelosi")
    for _ in range(2):  # the second time the address does not change
        page.get_by_role("link", name="in July").first.click()
        expect(page.locator("#event-convention-meeting")).to_be_in_viewport()
        choose(page, "People", "Nancy Pelosi")
        expect(page.locator("#event-convention-meeting")).to_be_hidden()


def test_the_way_back_from_an_event_that_they_hid_leads_to_the_choice_and_to_the_page_before(watched: Watched) -> None:
    page = watched.open("")
    page.goto(f"{watched.address}timeline/?person=nancy-pelosi")
    with_her = shown(page)
    page.get_by_role("link", name="in July").first.click()
    expect(page).to_have_url(re.compile(r"/timeline/#event-convention-meeting$"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"/timeline/\?person=nancy-pelosi$"))
    assert shown(page) == with_her
    page.go_back()
    expect(page).to_have_url(watched.address)


def test_what_is_chosen_after_a_permalink_survives_a_reload(watched: Watched) -> None:
    page = watched.open("timeline/#event-private-meeting")
    choose(page, "Status", "Disputed")
    expect(page).to_have_url(re.compile(r"/timeline/\?status=disputed$"))
    seen = shown(page)
    assert "private-meeting" not in seen
    page.reload()
    assert shown(page) == seen
    page.go_back()
    expect(page).to_have_url(re.compile(r"/timeline/#event-private-meeting$"))
    assert len(shown(page)) == 18


def test_words_are_looked_for_in_what_is_told_of_an_event_and_not_in_its_tools(watched: Watched) -> None:
    page = watched.open("timeline/")
    words = page.get_by_label("Words in the text")
    for nowhere in ("embed", "sources", "confirmed"):
        words.fill(nowhere)
        assert shown(page) == []
    words.fill("Senator’s office")  # as a phone types it
    assert shown(page) == ["private-meeting"]
    words.fill("2 march 2017")
    assert "resignation-calls" in shown(page)
    assert "private-meeting" not in shown(page)


def test_what_the_address_says_and_no_event_has_hides_everything_and_can_be_taken_back(watched: Watched) -> None:
    page = watched.open("timeline/?text=%3Cscript%3E")
    assert shown(page) == []
    expect(page.get_by_role("status")).to_have_text("Events shown: 0 of 18")
    page.get_by_role("button", name="Show all").click()
    assert len(shown(page)) == 18
    assert watched.complaints == []


def test_the_keyboard_alone_will_do(watched: Watched) -> None:
    page = watched.open("timeline/")
    page.locator("summary", has_text="People").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?person=jeff-sessions$"))
    page.keyboard.press("Escape")
    expect(page.locator("summary", has_text="People")).to_be_focused()
    expect(page.locator(".ex-filters details[open]")).to_have_count(0)


def test_only_one_filter_is_open_at_a_time_and_a_click_elsewhere_closes_it(watched: Watched) -> None:
    page = watched.open("timeline/")
    page.locator("summary", has_text="People").click()
    page.locator("summary", has_text="Subjects").click()
    expect(page.locator(".ex-filters details[open]")).to_have_count(1)
    page.locator("h1").click()
    expect(page.locator(".ex-filters details[open]")).to_have_count(0)


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
def test_without_javascript_there_are_none_and_everything_is_shown(watched: Watched) -> None:
    page = watched.open("timeline/?person=nancy-pelosi")
    expect(page.locator(".ex-filters")).to_be_hidden()
    assert len(shown(page)) == 18


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the reference site with a second timeline on the page of the first."""
    root = copy_site(tmp_path_factory.mktemp("two"))
    with (root / "docs" / "timeline.md").open("a") as page:
        page.write("\n## Again\n\n/// timeline\n    heading: 3\n///\n")
    built = build(root)
    assert built.exit_code == 0, built.output
    with served(built.site) as url:
        yield url


def test_what_one_list_alone_offers_is_kept_when_another_is_filtered(context: BrowserContext, two: str) -> None:
    page = Watched(context.new_page(), two).open("timeline/?tag=only-there&person=jeff-sessions")
    page.locator(".ex-filters").nth(1).locator("input[type=search]").fill("ambassador")
    expect(page).to_have_url(re.compile(r"\?tag=only-there&person=jeff-sessions&text=ambassador$"))


def test_two_lists_on_a_page_have_one_address_and_show_the_same_after_a_reload(
    context: BrowserContext, two: str
) -> None:
    page = Watched(context.new_page(), two).open("timeline/")
    forms = page.locator(".ex-filters")
    expect(forms).to_have_count(2)
    forms.nth(0).locator("input[type=search]").fill("ambassador")
    forms.nth(1).locator("summary").first.click()
    forms.nth(1).get_by_label("Jeff Sessions").click()
    said = forms.locator("output").all_inner_texts()
    assert said[0] == said[1] != "Events shown: 18 of 18"
    before, address = shown(page), page.url
    assert "text=ambassador" in address
    assert "person=jeff-sessions" in address
    page.reload()
    assert (shown(page), page.url) == (before, address)


def test_a_short_list_has_none(watched: Watched) -> None:
    assert watched.open("people/").locator(".ex-filters").count() == 0

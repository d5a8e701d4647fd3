"""Each block: Markdown beside what a reader gets."""

from pathlib import Path

import pytest
from tests.blocks.conftest import Convert


class TestTimeline:
    def test_shows_every_event_as_an_ordered_list(self, convert: Convert) -> None:
        page = convert("/// timeline\n///\n")
        assert page.text("ol > li h3") == ["The engine is drawn #", "Note G is <b>printed</b> #"]
        assert page.text(".ex-event time") == ["1837", "August 1843", "September 1843"]
        assert [time["datetime"] for time in page.soup.select(".ex-event time")] == [
            "1837",
            "1843-08",
            "1843-09",
        ]

    def test_an_event_carries_its_permalink_on_its_heading(self, convert: Convert) -> None:
        page = convert("/// timeline\n///\n")
        assert [heading["id"] for heading in page.soup.select("h3")] == ["event-engine", "event-note-g"]
        assert [link["href"] for link in page.soup.select("h3 a")] == ["#event-engine", "#event-note-g"]

    def test_an_event_says_who_how_sure_and_from_whom(self, convert: Convert) -> None:
        [_, event] = convert("/// timeline\n///\n").soup.select("li.ex-event")
        text = " ".join(event.get_text().split())
        assert "Reported Became public: September 1843" in text
        assert "People: Ada Lovelace" in text
        assert "Sources: Scientific Memoirs 2 and Royal Institution 1" in text

    def test_text_is_markdown_with_links_and_citations(self, convert: Convert) -> None:
        page = convert("/// timeline\n///\n")
        [link] = page.soup.select(".ex-event__text a.ex-link")
        assert (link["href"], link.text) == ("people/#person-charles-babbage", "Mr Babbage")
        assert page.text(".ex-event__text") == ["Drawn by Mr Babbage 1."]
        assert page.text(".ex-note__locator") == ["p. 7"]

    @pytest.mark.parametrize(
        ("option", "titles"),
        [
            ("from: 1840", ["Note"]),
            ("to: 1840", ["The"]),
            ("from: 1843-08-20", ["Note"]),
            ("from: 1843-09", []),
            ("people: ada-lovelace", ["Note"]),
            ("people: [ada-lovelace, charles-babbage]", ["The", "Note"]),
            ("tags: [machine]", ["The"]),
            ("status: reported", ["Note"]),
            ("story: engine", ["The"]),
            ("order: newest", ["Note", "The"]),
            ("limit: 1", ["The"]),
            ("order: newest\n    limit: 1", ["Note"]),
        ],
    )
    def test_options_narrow_and_order(self, convert: Convert, option: str, titles: list[str]) -> None:
        page = convert(f"/// timeline\n    {option}\n///\n")
        assert [text.split()[0] for text in page.text("li h3")] == titles

    def test_groups_have_headings_of_the_level_asked_for_and_events_one_below(self, convert: Convert) -> None:
        page = convert("/// timeline\n    group: year\n    heading: 2\n///\n")
        assert page.text("h2.ex-timeline__group") == ["1837", "1843"]
        assert len(page.soup.select("ol.ex-timeline__list")) == 2
        assert len(page.soup.select("h3.ex-event__title")) == 2

    def test_months_group_what_is_known_to_the_month_and_years_the_rest(self, convert: Convert) -> None:
        page = convert("/// timeline\n    group: month\n///\n")
        assert page.text("h3.ex-timeline__group") == ["1837", "August 1843"]

    def test_each_group_has_its_heading_once(self, convert: Convert, root: Path) -> None:
        """An event from 2010 on comes before one of the 2010s, and one of May 2010 after it."""
        dates = ["../2018-12-01", "2010/..", "201X", "2010-05", "2019"]
        entry = "- {{id: e{}, date: {}, title: From {}, sources: [notes]}}\n"
        events = "".join(entry.format(n, date, date) for n, date in enumerate(dates))
        (root / "data" / "timeline.yml").write_text(events)
        page = convert("/// timeline\n    group: year\n///\n", good=False)
        assert page.text("h3.ex-timeline__group") == ["until 1 December 2018", "2010", "2010s", "2019"]
        assert page.text("h4") == [f"From {date} #" for date in ("../2018-12-01", "2010/..", "2010-05", "201X", "2019")]
        page = convert("/// timeline\n    group: year\n    order: newest\n///\n", good=False)
        assert page.text("h3.ex-timeline__group") == ["2019", "2010", "2010s", "until 1 December 2018"]

    def test_the_brief_form_leads_to_the_whole(self, convert: Convert) -> None:
        page = convert("/// timeline\n    layout: brief\n///\n")
        links = {link.text: link["href"] for link in page.soup.select(".ex-brief a")}
        assert links == {
            "The engine is drawn": "timeline/#event-engine",
            "Note G is <b>printed</b>": "timeline/#event-note-g",
            "The whole timeline": "timeline/",
        }
        assert not page.soup.select(".ex-brief [id]")

    def test_shown_twice_on_a_page_an_event_has_its_id_once(self, convert: Convert) -> None:
        page = convert("/// timeline\n///\n\n/// event | engine\n///\n")
        assert len(page.soup.select("#event-engine")) == 1
        assert len(page.soup.select("article.ex-event")) == 1


def test_one_event(convert: Convert) -> None:
    page = convert("/// event | note-g\n    heading: 4\n///\n")
    assert page.text("article h4") == ["Note G is <b>printed</b> #"]


def test_a_statement_has_all_that_is_needed_to_judge_it(convert: Convert) -> None:
    page = convert("/// statement | weaves\n///\n")
    assert page.text("h3#statement-weaves") == ["Ada Lovelace, 1843"]
    assert page.text(".ex-statement__words") == [
        "weaves algebraical patterns just as the loom weaves flowers and leaves"
    ]
    assert page.text(".ex-statement__question blockquote") == ["What does it do?"]
    assert page.text(".ex-statement__asker") == ["The question Charles Babbage"]
    assert page.text(".ex-statement__speaker") == ["Ada Lovelace"]
    assert page.text(".ex-statement__role") == ["translator"]
    assert page.text(".ex-statement__occasion") == ["Note A, 1843 1 #"]
    assert page.text(".ex-variant") == ["As printed by Royal Institution 2: weaves algebraic patterns"]


def test_a_statement_and_its_question_keep_their_paragraphs(convert: Convert, root: Path) -> None:
    statements = root / "data" / "statements.yml"
    text = statements.read_text().replace('"What does it do?"', '"It is new.\\n\\nWhat does it do?"')
    statements.write_text(text.replace("patterns just as", "patterns\\n  \\njust as"))
    page = convert("/// statement | weaves\n///\n\nIt “weaves algebraical patterns just as the loom” does.\n")
    assert page.text(".ex-statement__words p") == [
        "weaves algebraical patterns",
        "just as the loom weaves flowers and leaves",
    ]
    assert page.text(".ex-statement__question blockquote p") == ["It is new.", "What does it do?"]


def test_a_statement_shows_the_role_held_at_its_time(convert: Convert) -> None:
    assert convert("/// statement | no-pretensions\n///\n").text(".ex-statement__role") == ["pupil"]


def test_a_dispute_shows_its_positions_alike(convert: Convert) -> None:
    page = convert("/// dispute | who-wrote\n///\n")
    assert page.text("h3#dispute-who-wrote") == ["Who wrote the notes? #"]
    assert page.text(".ex-position h4") == ["Ada Lovelace", "Charles Babbage"]
    assert page.text(".ex-position__view") == ["She did.", "He helped."]
    assert len(page.soup.select(".ex-position #statement-weaves")) == 1


def test_people_are_shown_whole_in_the_order_of_the_record(convert: Convert) -> None:
    page = convert("/// people\n///\n")
    assert page.text("h3") == ["Ada Lovelace #", "Charles Babbage #"]
    assert page.text(".ex-person__roles li") == ["pupil until 1835", "translator since 1842"]
    assert page.text(".ex-person__bio a") == ["Note G"]


def test_people_may_be_chosen_and_put_in_a_row(convert: Convert) -> None:
    page = convert("/// people\n    people: [charles-babbage, ada-lovelace]\n    layout: row\n///\n")
    assert page.text("li") == ["Charles Babbage", "Ada Lovelace translator"]
    assert [link["href"] for link in page.soup.select("li a")] == [
        "people/#person-charles-babbage", "people/#person-ada-lovelace"
    ]  # fmt: skip


def test_one_person(convert: Convert) -> None:
    page = convert("/// person | ada-lovelace\n    heading: 2\n///\n")
    assert page.text("h2#person-ada-lovelace") == ["Ada Lovelace #"]


def test_all_sources(convert: Convert) -> None:
    page = convert("/// sources\n///\n")
    assert page.text("li") == [
        "Scientific Memoirs, Notes by the translator, 1843",
        "Royal Institution, Memoirs",
    ]
    assert page.soup.select_one("#source-notes a")["href"] == "https://example.org/notes?a=1&b=2"  # type: ignore[index]


def test_the_sources_of_this_page_come_in_the_order_of_its_notes_wherever_the_block_stands(
    convert: Convert,
) -> None:
    page = convert("/// sources\n    cited: yes\n///\n\nOne [@memoirs]. Two [@notes].\n")
    assert page.text(".ex-sources li") == [
        "Royal Institution, Memoirs",
        "Scientific Memoirs, Notes by the translator, 1843",
    ]


def test_updates_come_newest_first_and_name_what_they_touch(convert: Convert) -> None:
    page = convert("/// updates\n///\n")
    assert page.text(".ex-update__head") == ["Correction February 2021 #", "Update 1 January 2020 #"]
    assert page.text(".ex-update__entries") == ["Concerns: Note G is <b>printed</b>"]
    assert convert("/// updates\n    limit: 1\n///\n").text(".ex-update__kind") == ["Correction"]


def test_several_things_are_listed_as_the_sites_language_lists_them(convert: Convert, root: Path) -> None:
    people = root / "data" / "people.yml"
    people.write_text(people.read_text().replace("to: 1835", "to: 1850"))
    updates = root / "data" / "updates.yml"
    updates.write_text(updates.read_text().replace("[event:note-g]", "[event:note-g, event:engine]"))
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("site_name", "theme: {name: mkdocs, language: ar}\nsite_name", 1))
    page = convert("/// statement | weaves\n///\n\n/// updates\n///\n\n[](statement:weaves)\n", good=False)
    assert page.text(".ex-statement__role") == ["pupil وtranslator"]
    assert page.text(".ex-update__entries") == ["يتعلق بـ: Note G is <b>printed</b> وThe engine is drawn"]


def test_a_japanese_line_has_its_own_signs_and_no_spaces_beside_them(convert: Convert, root: Path) -> None:
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("site_name", "theme: {name: mkdocs, language: ja}\nsite_name", 1))
    sources = root / "data" / "sources.yml"
    sources.write_text(sources.read_text().replace("date: 1843\n", "date: 1843\n  kind: report\n  locator: p. 2\n", 1))
    page = convert("# Home\n\nSo it was [@notes].\n\n/// statement | weaves\n///\n", good=False)
    assert page.text(".ex-note .ex-source") == [
        "Scientific Memoirs、Notes by the translator、1843年、p. 2（報告書）",
        "Royal Institution、Memoirs",
    ]
    assert page.soup.select_one(".ex-variant").get_text() == (
        "Royal Institution\u202f2掲載の文言：weaves algebraic patterns"
    )
    assert page.text(".ex-statement__occasion")[0].startswith("Note A、1843年")


def test_latin_names_on_a_hebrew_page_are_isolated(convert: Convert, root: Path) -> None:
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("site_name", "theme: {name: mkdocs, language: he}\nsite_name", 1))
    page = convert("/// event | note-g\n///\n", good=False)
    assert [name.get_text() for name in page.soup.select(".ex-event__sources > bdi")] == [
        "Scientific Memoirs", "Royal Institution",
    ]  # fmt: skip
    assert page.text(".ex-event__people bdi") == ["Ada Lovelace"]
    assert page.text(".ex-note .ex-source > bdi") == [
        "Scientific Memoirs", "Notes by the translator", "Royal Institution", "Memoirs",
    ]  # fmt: skip


class TestDates:
    """What stands beneath a headline, on a site that tells its story up to a day."""

    @pytest.fixture(autouse=True)
    def day(self, root: Path) -> None:
        config = root / "mkdocs.yml"
        config.write_text(config.read_text() + "      as_of: 1843-12-31\n")

    def test_a_page_that_says_nothing_of_itself_shows_the_sites_day_on_paper_alone(self, convert: Convert) -> None:
        page = convert("# Home\n\nText.\n")
        assert page.text(".ex-head.ex-paper .ex-dateline > :first-child") == ["As of 31 December 1843"]

    def test_a_page_with_another_date_shows_both_on_paper(self, convert: Convert) -> None:
        page = convert("---\nupdated: 1844-02-01\n---\n\n# Home\n")
        assert page.text(".ex-head:not(.ex-paper) .ex-dateline > .ex-paper") == ["As of 31 December 1843"]
        assert page.text(".ex-dateline > :nth-child(2)") == ["Updated 1 February 1844"]

    def test_a_page_with_a_day_of_its_own_shows_it_everywhere(self, convert: Convert) -> None:
        page = convert("---\nas_of: 1844-02-01\n---\n\n# Home\n")
        assert page.text(".ex-dateline > :first-child") == ["As of 1 February 1844"]
        assert not page.soup.select(".ex-paper")


def test_a_page_without_a_date_and_a_word_of_itself_has_no_head(convert: Convert) -> None:
    assert not convert("# Home\n").soup.select(".ex-head")


def test_questions_come_in_the_order_of_the_site_with_their_answers(convert: Convert) -> None:
    page = convert("/// questions\n///\n")
    assert page.text("li") == ["Why? Because.", "Who wrote it? She did."]
    assert [link["href"] for link in page.soup.select("li a")] == ["deep/why/", "who/"]
    assert page.text("strong") == ["did"]


class TestByThen:
    """`weaves` is of 1843 and by Ada Lovelace, who is in no event before; tags tie it to others."""

    def test_a_statement_shows_what_had_happened_and_apart_what_was_not_yet_public(
        self, convert: Convert, root: Path
    ) -> None:
        statements = root / "data" / "statements.yml"
        statements.write_text(
            statements.read_text().replace('words: "weaves alg', 'tags: [machine]\n  words: "weaves alg', 1)
        )
        timeline = root / "data" / "timeline.yml"
        hidden = "- id: secret\n  date: 1840\n  title: A secret\n  known: 1850\n  sources: [notes]\n  people: [ada-lovelace]\n"
        same_day = "- id: same\n  date: 1843\n  title: The same year\n  sources: [notes]\n  people: [ada-lovelace]\n"
        other = "- id: other\n  date: 1835\n  title: Another matter\n  sources: [notes]\n"
        timeline.write_text(timeline.read_text() + hidden + same_day + other)
        page = convert("/// statement | weaves\n///\n")
        assert page.text(".ex-by-then > ol > li") == ["1840 A secret public since 1850"]
        assert page.text(".ex-by-then details li") == ["1837 The engine is drawn"]
        assert page.text(".ex-by-then summary") == ["What had happened by then (1)"]
        page = convert("/// statement | weaves\n    as_known: 1845\n///\n")
        assert page.text(".ex-by-then li") == ["1837 The engine is drawn"]
        assert page.text(".ex-as-known") == ["As known on 1845: what became public later is left out."]

    def test_an_event_that_does_not_bear_on_it_is_left_out_and_no_reader_is_told_why(
        self, convert: Convert, root: Path
    ) -> None:
        statements = root / "data" / "statements.yml"
        tagged = statements.read_text().replace('words: "weaves alg', 'tags: [machine]\n  words: "weaves alg', 1)
        statements.write_text(tagged)
        timeline = root / "data" / "timeline.yml"
        other = "- id: other\n  date: 1836\n  title: Another engine\n  sources: [notes]\n  tags: [machine]\n"
        timeline.write_text(timeline.read_text() + other)
        assert len(convert("/// statement | weaves\n///\n").text(".ex-by-then li")) == 2
        statements.write_text(
            tagged.replace("  tags: [machine]", "  tags: [machine]\n  unrelated: {other: a mere toy}", 1)
        )
        page = convert("/// statement | weaves\n///\n")
        assert page.text(".ex-by-then li") == ["1837 The engine is drawn"]
        assert "mere toy" not in page.html

    @pytest.mark.parametrize(
        ("known", "said"),
        [
            ("1850", "public since 1850"),
            ("1850/1852", "public since 1850–1852"),
            ("1850/..", "public since 1850"),
            ("185X/..", "public since the 1850s"),
            ("1850/", "Became public: from 1850, end unknown"),
        ],
    )
    def test_since_when_something_is_public_is_said_with_one_preposition(
        self, convert: Convert, root: Path, known: str, said: str
    ) -> None:
        timeline = root / "data" / "timeline.yml"
        secret = (
            f"- {{id: secret, date: 1840, title: A secret, known: {known}, sources: [notes], people: [ada-lovelace]}}\n"
        )
        timeline.write_text(timeline.read_text() + secret)
        assert convert("/// statement | weaves\n///\n").text(".ex-by-then__known") == [said]

    def test_it_can_be_left_out_and_has_no_place_in_a_dispute(self, convert: Convert) -> None:
        assert not convert("/// statement | weaves\n    by_then: no\n///\n").soup.select(".ex-by-then")
        assert not convert("/// dispute | who-wrote\n///\n").soup.select(".ex-by-then")


def test_a_timeline_as_known_on_a_date_leaves_out_what_became_public_later_and_says_so(convert: Convert) -> None:
    page = convert("/// timeline\n    as_known: 1843-08-31\n///\n")
    assert page.text("li h3") == ["The engine is drawn #"]
    assert page.text(".ex-as-known") == ["As known on 31 August 1843: what became public later is left out."]
    assert len(convert("/// timeline\n    as_known: 1843-09\n///\n").soup.select("li h3")) == 2


def test_a_persons_entry_lists_what_they_said_and_the_events_they_are_in_order_of_time(convert: Convert) -> None:
    page = convert("/// person | ada-lovelace\n///\n")
    assert page.text(".ex-person__record li") == [
        "1834 “no pretensions whatever to originate anything”",
        "1843 “weaves algebraical patterns just as the loom weaves flowers and leaves”",
        "August 1843 Note G is <b>printed</b>",
    ]

"""Citations and links inside sentences."""

import pytest
from tests.blocks.conftest import Convert


class TestCitations:
    def test_become_numbered_notes_gathered_at_the_end(self, convert: Convert) -> None:
        page = convert("One [@memoirs]. Two [@notes].\n")
        assert page.text("p")[0] == "One 1. Two 2."
        assert page.text("section.ex-notes h2") == ["Notes"]
        assert page.text(".ex-note") == [
            "Royal Institution, Memoirs ↩",
            "Scientific Memoirs, Notes by the translator, 1843 ↩",
        ]

    def test_lead_to_their_note_and_back(self, convert: Convert) -> None:
        page = convert("One [@memoirs]. Two [@memoirs].\n")
        cites = page.soup.select("a.ex-cite")
        assert [cite["href"] for cite in cites] == ["#note-1", "#note-1"]
        assert [back["href"] for back in page.soup.select("#note-1 a.ex-note__back")] == [
            f"#{cite['id']}" for cite in cites
        ]
        assert page.text(".ex-note__places") == ["↩ 1 2"]

    def test_a_source_cited_twice_keeps_its_number(self, convert: Convert) -> None:
        assert convert("[@notes] [@memoirs] [@notes]\n").text("a.ex-cite") == ["1", "2", "1"]

    def test_several_sources_stand_in_one_pair_of_brackets(self, convert: Convert) -> None:
        page = convert("Both [@notes; @memoirs, p. 12].\n")
        assert page.text("sup a") == ["1", "2"]
        assert page.text("#note-2 .ex-note__locator") == ["p. 12"]

    def test_numbers_follow_the_order_of_reading_through_blocks_tables_and_footnotes(self, convert: Convert) -> None:
        page = convert(
            "A[^1] [@notes].\n\n[^1]: Foot [@memoirs].\n\n/// event | engine\n///\n\n| a |\n|---|\n| b [@notes] |\n"
        )
        assert page.text("a.ex-cite") == ["1", "2", "2", "1", "2"]

    def test_in_a_heading_they_stay_out_of_its_id_and_of_the_table_of_contents(self, convert: Convert) -> None:
        page = convert("[TOC]\n\n## Heading [@notes]\n")
        assert page.soup.h2["id"] == "heading"  # type: ignore[index]
        assert page.text(".toc li") == ["Heading"]
        assert page.text("h2")[0] == "Heading 1"

    @pytest.mark.parametrize(
        "typed", ["`[@notes]`", "\\[@notes]", "    [@notes]", "```\n[@notes]\n```", "<!-- [@notes] -->"]
    )
    def test_stay_as_typed_where_markdown_says_so(self, convert: Convert, typed: str) -> None:
        page = convert(f"Text.\n\n{typed}\n")
        assert not page.soup.select("a.ex-cite, .ex-notes")
        assert "[@notes]" in page.html

    def test_a_link_that_begins_with_an_at_sign_is_a_link(self, convert: Convert) -> None:
        page = convert("[@notes](https://example.org)\n")
        assert page.soup.a["href"] == "https://example.org"  # type: ignore[index]


class TestCitationsOfPandoc:
    def test_an_author_left_out_changes_no_note(self, convert: Convert) -> None:
        page = convert("One [-@notes, p. 3].\n")
        assert page.text("p")[0] == "One 1."
        assert page.text(".ex-note__locator") == ["p. 3"]

    @pytest.mark.parametrize(
        ("typed", "problem"),
        [
            (
                "So [see @notes, p. 3] it is.",
                "3:4: error: expected a citation that begins with `[@`, found `[see @notes, p. 3]`; write `see [@notes, p. 3]`",
            ),
            (
                "So [@notes; see @memoirs, p. 4].",
                "3:4: error: expected a source's id, found `[@notes; see @memoirs, p. 4]`; write `[@notes; @memoirs, p. 4]`",
            ),
            (
                "One [@notes], *as* @notes [p. 3] says.",
                "3:20: error: expected a citation in square brackets, found `@notes [p. 3]`; write `[@notes, p. 3]`, or "
                "`\\@notes` where no source is meant",
            ),
            (
                "`@notes`: @notes",
                "3:11: error: expected a citation in square brackets, found `@notes`; write `[@notes]`, or `\\@notes` where "
                "no source is meant",
            ),
            (
                "| [@notes] |\n|---|\n| @notes |",
                "5:3: error: expected a citation in square brackets, found `@notes`; write `[@notes]`, or `\\@notes` where "
                "no source is meant",
            ),
        ],
    )
    def test_in_another_form_are_told_at_their_place_and_never_shown(
        self, convert: Convert, typed: str, problem: str
    ) -> None:
        page = convert(f"# Home\n\n{typed}\n", good=False)
        assert page.problems == [f"docs/index.md:{problem}"]
        for code in page.soup.select("code"):
            code.decompose()
        assert "@" not in page.soup.get_text()

    @pytest.mark.parametrize(
        "typed",
        [
            "Mail notes@notes.org or info@notes, follow @nobody, @notes.org and @notes@example.org.",
            "[@notes](https://example.org) and [what @notes says](https://example.org)",
            '<span title="@notes">so</span> <https://example.org/@notes>',
            "`@notes` and [see @nobody]",
            "```python\n@notes\ndef f(): ...\n```",
            "    @notes",
            "<!-- @notes -->",
        ],
    )
    def test_what_only_looks_like_one_stays_as_typed(self, convert: Convert, typed: str) -> None:
        assert "@n" in convert(f"Text.\n\n{typed}\n").html

    def test_a_name_behind_a_backslash_is_shown_as_it_is(self, convert: Convert) -> None:
        assert convert("Ask \\@notes [p. 3] and \\@nobody.\n").text("p")[0] == "Ask @notes [p. 3] and \\@nobody."


class TestLinks:
    @pytest.mark.parametrize(
        ("address", "url"),
        [
            ("event:note-g", "timeline/#event-note-g"),
            ("person:ada-lovelace", "people/#person-ada-lovelace"),
            ("source:notes", "sources/#source-notes"),
            ("statement:weaves", "deep/why/#statement-weaves"),
            ("update:month", "updates/#update-month"),
        ],
    )
    def test_lead_to_where_the_entry_is_shown(self, convert: Convert, address: str, url: str) -> None:
        assert convert(f"[words]({address})\n").soup.a["href"] == url  # type: ignore[index]

    def test_on_its_own_page_an_entry_is_a_fragment_away(self, convert: Convert) -> None:
        page = convert("[words](statement:no-pretensions)\n\n/// statement | no-pretensions\n///\n")
        assert page.soup.a["href"] == "#statement-no-pretensions"  # type: ignore[index]

    def test_may_be_written_in_any_way_that_markdown_has(self, convert: Convert) -> None:
        page = convert("[*words*][1] and [n]{ .x }\n\n[1]: person:ada-lovelace\n[n]: event:note-g\n")
        assert [link["href"] for link in page.soup.select("a")] == [
            "people/#person-ada-lovelace", "timeline/#event-note-g"
        ]  # fmt: skip

    def test_stay_as_typed_in_code(self, convert: Convert) -> None:
        page = convert("`[words](event:nothing)`\n\n    [words](event:nothing)\n")
        assert not page.soup.select("a")

"""Blocks among Material's own syntax: each pair gives both."""

import pytest
from tests.blocks.conftest import Convert

EVENT = "/// event | engine\n///"


def indented(text: str, by: int = 4) -> str:
    return "\n".join(" " * by + line if line else line for line in text.split("\n"))


@pytest.mark.parametrize(
    ("markdown", "inside"),
    [
        (f"!!! note\n\n{indented(EVENT)}\n", ".admonition article.ex-event"),
        (f"??? note\n\n{indented(EVENT)}\n", "details article.ex-event"),
        (f'=== "One"\n\n{indented(EVENT)}\n\n=== "Two"\n\n    Text\n', ".tabbed-block article.ex-event"),
        (f"- item\n\n{indented(EVENT)}\n", "li article.ex-event"),
        (f"1. item\n    - item\n\n{indented(EVENT, 8)}\n", "li li article.ex-event"),
        (f"//// note | Title\n{EVENT}\n////\n", ".admonition article.ex-event"),
        (f"Text[^1]\n\n[^1]: Note.\n\n{indented(EVENT)}\n", ".footnote article.ex-event"),
        (f"> quoted\n>\n{'> ' + EVENT.replace(chr(10), chr(10) + '> ')}\n", "blockquote article.ex-event"),
        (f'<div markdown>\n\n{EVENT}\n\n</div>\n', "div article.ex-event"),
        (f"Term\n:   Text\n\n{indented(EVENT)}\n", "dd article.ex-event"),
        (f"{EVENT}\n\n{EVENT}\n", "article.ex-event"),
    ],
)  # fmt: skip
def test_a_block_works_inside(convert: Convert, markdown: str, inside: str) -> None:
    assert convert(markdown).soup.select(inside)


@pytest.mark.parametrize(
    "fence",
    [
        "```\n{}\n```",
        "~~~~ text\n{}\n~~~~",
        "- item\n\n    ```\n    {}\n    ```",
        "!!! note\n\n    ```\n    {}\n    ```",
    ],
)
def test_in_a_code_fence_a_block_stays_as_typed(convert: Convert, fence: str) -> None:
    typed = "/// timelin\n    form: 2016\n///"
    block = fence.replace("{}", typed if not fence.startswith(("-", "!")) else typed.replace("\n", "\n    "))
    page = convert(block + "\n", good=False)
    assert page.problems == []
    assert page.text("code") == ["/// timelin form: 2016 ///"]


def test_in_indented_code_and_in_comments_a_block_stays_as_typed(convert: Convert) -> None:
    page = convert("Text\n\n    /// timelin\n    ///\n\n<!--\n/// timelin\n///\n-->\n", good=False)
    assert page.problems == []
    assert page.text("code") == ["/// timelin ///"]


def test_attribute_lists_abbreviations_and_tables_work_beside_citations(convert: Convert) -> None:
    page = convert(
        "A paragraph [@notes].\n{ .lead }\n\n| a | b |\n|---|---|\n| x [@notes] | [g](event:note-g) |\n\n*[paragraph]: p\n"
    )
    assert page.text("p.lead abbr") == ["paragraph"]
    assert page.text("td a") == ["1", "g"]
    assert page.soup.select_one("td a.ex-link")["href"] == "timeline/#event-note-g"  # type: ignore[index]


def test_facts_are_never_markup(convert: Convert, root: object) -> None:
    evil = """<script>alert(1)</script> <img src=x onerror=alert(1)> { onclick="alert(1)" .x } *[a]: b"""
    file = root / "data" / "timeline.yml"  # type: ignore[operator]
    file.write_text(
        "- id: engine\n  date: 1837\n  sources: [memoirs]\n  title: |\n    " + evil + "\n  text: |\n    " + evil
        + "\n\n    [x](JAVASCRIPT:alert(1)) [y](&#106;avascript:alert(1)) ![i](https://example.org/i.png) <b>bold</b>\n\n"
        "    <div onclick=alert(1)>block</div>\n"
    )  # fmt: skip
    page = convert("# T\n\n/// event | engine\n///\n", good=False)
    assert not page.soup.select("script, img, b, div[onclick], [onclick], [onerror]")
    assert "<script>alert(1)</script>" in page.text(".ex-event__title")[0]
    assert [link.get("href") for link in page.soup.select(".ex-event__text a")] == [None, None]


@pytest.mark.parametrize("note", ["[^1]: a\n/// timeline", "[^1]: a\n\n    /// timeline\n    text\n    ///"])
def test_a_faulty_block_that_ends_a_note_is_told_and_breaks_nothing(convert: Convert, note: str) -> None:
    page = convert(f"Text[^1].\n\n/// x\n{note}\n", good=False)
    assert any("timeline" in problem for problem in page.problems)

"""The marks in a text: what is one, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.record.marks import Citation, citations, foreign_citations, mentions, under_new_names, unsafe_addresses

SOURCES = {"paper", "paper-2", "wapo-2017-03-01", "bbc"}


def told(markdown: str) -> list[tuple[str, str, str]]:
    """Return what is said of the citations of a text that are not in our form: typed, message, hint."""
    return [(each.typed, each.message, each.hint) for each in foreign_citations(markdown, SOURCES.__contains__)]


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        ("paper", [Citation("paper")]),
        ("paper, p. 3, note", [Citation("paper", "p. 3, note")]),
        ("paper; @bbc, 1:20", [Citation("paper"), Citation("bbc", "1:20")]),
        ("paper; -@bbc", [Citation("paper"), Citation("bbc")]),
        ("paper; bbc", None),
        ("paper; see @bbc", None),
        ("paper p. 3", None),
        ("paper\u00a0", [Citation("paper")]),
        (" , p. 3", None),
    ],
)
def test_what_stands_between_the_brackets_of_a_citation(inner: str, found: list[Citation] | None) -> None:
    assert citations(inner) == found


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("[@paper p. 3]", "write `[@paper, p. 3]`"),
        ("[@paper; see @bbc, p. 4]", "write `[@paper; @bbc, p. 4]`"),
        ("[@wapo-2017-03-01 @bbc]", "write `[@wapo-2017-03-01; @bbc]`"),
        ("[@paper and @bbc]", "write `[@paper; @bbc]`"),
        ("[@paper, p. 3 and @bbc]", "write `[@paper, p. 3; @bbc]`"),
        ("[@Some Name]", "for example `[@wapo-2017-03-01, p. 12]`"),
    ],
)
def test_brackets_that_name_no_source_are_told_with_what_was_meant(typed: str, hint: str) -> None:
    assert told(f"So {typed}.") == [(typed, f"expected a source's id, found `{typed}`", hint)]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("[see @paper, p. 3]", "write `see [@paper, p. 3]`"),
        ("[see @paper, p. 3; also @bbc]", "write `see [@paper, p. 3; @bbc]`"),
        ("[cf. -@paper]", "write `cf. [@paper]`"),
        ("[*see* @paper]", "write `[@paper]`"),
        ("[see\n@paper]", "write `see [@paper]`"),
        ("[as @nobody and @paper have it]", "write `as [@nobody; @paper]`"),
    ],
)
def test_words_in_the_brackets_are_told_with_their_place(typed: str, hint: str) -> None:
    assert told(f"So {typed}.") == [(typed, f"expected a citation that begins with `[@`, found `{typed}`", hint)]


@pytest.mark.parametrize(
    ("text", "typed", "ours"),
    [
        ("As @paper says.", "@paper", "[@paper]"),
        ("@paper", "@paper", "[@paper]"),
        ("As @paper-2 [p. 3] says.", "@paper-2 [p. 3]", "[@paper-2, p. 3]"),
        ("(-@paper)", "-@paper", "[@paper]"),
        ("“@paper”, he said.", "@paper", "[@paper]"),
        ("- item\n\n    As @paper says.\n", "@paper", "[@paper]"),
    ],
)
def test_a_source_without_brackets_is_told(text: str, typed: str, ours: str) -> None:
    [(found, message, hint)] = told(text)
    assert (found, message) == (typed, f"expected a citation in square brackets, found `{typed}`")
    assert hint == f"write `{ours}`, or `\\{ours[1:-1].split(',', 1)[0]}` where no source is meant"


@pytest.mark.parametrize(
    "text",
    [
        "[@paper]", "[-@paper, p. 3]", "[@paper; -@bbc]", "[@nobody]",
        "@nobody says", "[see @nobody]", "[mail to x@paper.org]", "info@paper.org", "@paper.org", "@paper@host.org", "@paper/core",
        "https://example.org/@paper", "<https://example.org/@paper>", "x-@paper", "@paper_2", "@paper-2x", "@Paper", "@paper-2.org",
        "`@paper`", "`` ` @paper ``", "```\n@paper\n```", "`[see @paper]`", "    @paper\n", "Code:\n\n\t@paper\n\nEnd",
        "\\@paper", "\\[@paper]", "[@paper](https://example.org)", "[what @paper says](https://example.org)", "[as @paper][1]",
        "So [@paper]: never.", "[as @paper says]: https://example.org",
    ],
)  # fmt: skip
def test_what_is_right_or_no_citation_is_let_be(text: str) -> None:
    assert told(text) == []


def test_what_stands_before_a_citation_tells_it_from_others() -> None:
    [found] = foreign_citations("One [@paper].\nTwo, as @paper says.", SOURCES.__contains__)
    assert found.before == "Two, as "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[@paper; @bbc] and [w](event:note-g)", ["source:paper", "source:bbc", "event:note-g"]),
        ("`[@paper]` \\[@paper] [@paper](https://example.org)", []),
        ("[@paper](event:note-g)", ["event:note-g"]),
        ("a \\` [@paper] \\`", ["source:paper"]),
        ("[w](event:note-g\u200b)", ["event:note-g\u200b"]),
        ("[w](event:note\u00a0g)", ["event:note\u00a0g"]),
        ("[-@paper]", ["source:paper"]),
        ("He said so [@paper]: never.\nOr [@bbc, p. 2]: no.", ["source:paper", "source:bbc"]),
        ("[@paper]: https://example.org\n  [see]: https://example.org", []),
    ],
)
def test_what_a_text_cites_and_links_to(text: str, found: list[str]) -> None:
    assert [f"{mention.kind}:{mention.id}" for mention in mentions(text)] == found


def test_an_address_is_looked_for_outside_code_alone() -> None:
    assert list(unsafe_addresses("`[a](javascript:x)` [b](javascript:y) \\](javascript:z)")) == ["javascript:y"]


@pytest.mark.parametrize("piece", ["[", "`", "` ", "[@", "[a @", "@a ", "](", "\\", " ", "\n    ", "-@"])
def test_a_text_is_read_once_whatever_it_repeats(piece: str) -> None:
    text = piece * (100_000 // len(piece))  # a pattern that looks again and again through the rest would not come back
    found = [*mentions(text), *foreign_citations(text, SOURCES.__contains__), *unsafe_addresses(text)]
    assert len(found) <= len(text)


@given(st.text(alphabet="[]@`\\()-; ,.\n papers1:x/", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert all(each.typed in text for each in foreign_citations(text, SOURCES.__contains__))
    assert all(mention.id for mention in mentions(text) if mention.is_citation)


def test_what_names_an_entry_gets_its_new_name_and_nothing_else_does() -> None:
    names = {("person", "ada"): "lovelace", ("question", "old/why"): "new/why", ("source", "notes"): "memoirs"}
    text = "[Ada](person:ada), [II](person:ada-two), [why](question:old/why), <a href='person:ada'>, [@notes, p. 1; @notes-two]"
    assert under_new_names(text, names) == (
        "[Ada](person:lovelace), [II](person:ada-two), [why](question:new/why), <a href='person:lovelace'>, "
        "[@memoirs, p. 1; @notes-two]"
    )

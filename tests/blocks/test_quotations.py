"""Quotations on pages: each of five words or more is held against the record."""

import pytest
from tests.blocks.conftest import Convert

WRONG = "weaves algebraical patterns just as the loom weaves flowers and trees"
RIGHT = "weaves algebraical patterns just as the loom weaves flowers and leaves"
MESSAGE = (
    "error: the quoted words are not those of the statement `weaves` (data/statements.yml:6); the difference, [-record-] "
    "{+quotation+}: weaves algebraical patterns just as the loom weaves flowers and [-leaves-] {+trees+} [quotation]"
)


@pytest.mark.parametrize(
    ("markdown", "place"),
    [
        ("It “{}”.\n", "1:5"),
        ('It "{}".\n', "1:5"),
        ("It « {} ».\n", "1:6"),
        ("> {}\n", "1:3"),
        ("> “{}”\n", "1:4"),
        ("Text\n\n- It “{}”\n", "3:7"),
        ("| a |\n|---|\n| “{}” |\n", "3:4"),
        ("!!! note\n    It “{}”.\n", "2:9"),
        ("Text[^1]\n\n[^1]: It “{}”.\n", "3:11"),
        ("It [“{}”](event:note-g).\n", "1:6"),
        ("## It “{}”\n", "1:8"),
    ],
)
def test_a_wrong_word_is_found_wherever_it_stands(convert: Convert, markdown: str, place: str) -> None:
    assert convert(markdown.replace("{}", RIGHT)).problems == []
    assert convert(markdown.replace("{}", WRONG), good=False).problems == [f"docs/index.md:{place}: {MESSAGE}"]


def test_emphasis_links_and_line_breaks_make_no_difference(convert: Convert) -> None:
    convert("It “weaves *algebraical* patterns just\nas [the loom](person:ada-lovelace) weaves [@notes] flowers”.\n")


@pytest.mark.parametrize(
    "markdown", ["`“{}”`\n", "    “{}”\n", "```\n“{}”\n```\n", "<!-- “{}” -->\n", "She said ‘{}’.\n"]
)
def test_code_comments_and_single_marks_are_let_be(convert: Convert, markdown: str) -> None:
    convert("Text.\n\n" + markdown.replace("{}", WRONG))


def test_the_short_answer_is_checked_at_its_line(convert: Convert) -> None:
    page = convert(f"---\nanswer: >-\n  It “{WRONG}”.\n---\n\n# Q?\n", good=False)
    assert page.problems == [f"docs/index.md:3:7: {MESSAGE.replace('error: ', 'error: answer: ')}"]


def test_words_that_are_not_speech_are_let_through_with_a_reason(convert: Convert) -> None:
    for markdown in (
        "<!-- allow quotation: the title of a film -->\n\n“The title of a very long film”\n",
        "The film <!-- allow quotation: the title of a film -->“The title of a very long film” is long.\n",
    ):
        page = convert(markdown, good=False)
        assert len(page.problems) == 1
        assert (
            "allowed: no recorded statement has the quoted words [quotation]: the title of a film" in page.problems[0]
        )
        assert "allow quotation" not in page.soup.get_text()


def test_an_exception_is_for_one_place(convert: Convert) -> None:
    words = "“The title of a very long film”"
    page = convert(f"<!-- allow quotation: a film -->\n\n{words}\n\n{words}\n", good=False)
    assert [problem.split(": ")[1] for problem in page.problems] == ["allowed", "error"]
    assert "put `<!-- allow quotation: the reason -->` before them" in page.problems[1]


class TestSpeaker:
    LINK = "[“weaves algebraical patterns just as the loom”](statement:weaves)"

    @pytest.mark.parametrize(
        "sentence",
        [
            "Ada Lovelace wrote that it {}.",
            "It {}.",
            "She, Lovelace, told Charles Babbage that it {}.",
            "So said Babbage. It {}.",
        ],
    )
    def test_may_be_named_or_not(self, convert: Convert, sentence: str) -> None:
        convert(sentence.replace("{}", self.LINK) + "\n")

    def test_may_be_somebody_else_where_a_comment_says_why(self, convert: Convert) -> None:
        page = convert(
            f"<!-- allow speaker: he read it out -->\n\nIn 1843 Charles Babbage said that it {self.LINK}.\n", good=False
        )
        assert [problem.split(": ")[1] for problem in page.problems] == ["allowed"]

    @pytest.mark.parametrize("name", ["Charles Babbage", "Mr Babbage", "[he, Babbage,](person:charles-babbage)"])
    def test_must_not_be_somebody_else(self, convert: Convert, name: str) -> None:
        page = convert(f"In 1843 {name} wrote that it {self.LINK}.\n", good=False)
        assert len(page.problems) == 1
        assert page.problems[0].endswith(
            "warning: the words are those of `ada-lovelace`, and the sentence names `charles-babbage`; "
            "name the speaker beside the words [speaker]"
        )
        assert page.problems[0].startswith("docs/index.md:1:")
